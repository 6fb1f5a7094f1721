/**
 * When a store captures what Sezzle approves: `at_hand_over`, when the cashier says so; `at_once`, by the till itself as soon as
 * it is approved.
 */
export const capturePolicies = ["at_hand_over", "at_once"] as const;
export type CapturePolicy = (typeof capturePolicies)[number];

/** What a new store begins with. */
export const storeDefaults = {
  capturePolicy: "at_hand_over",
  cutOffHour: 0,
  refundReasons: ["Returned goods", "Price adjustment", "Mistake"],
  contactRetentionDays: null,
} satisfies {
  capturePolicy: CapturePolicy;
  cutOffHour: number;
  refundReasons: string[];
  contactRetentionDays: number | null;
};
