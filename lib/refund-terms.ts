/** On what terms a person refunds in a store, as its pages are given them. */
export type RefundTerms = {
  /** The store's own list; any other reason is written in words. */
  reasons: readonly string[];
  /** Who else can approve here with a PIN. */
  approvers: readonly { personId: string; name: string }[];
};
