/** Whose a line of a payout is. */
export const lineOwners = ["store", "other_channel", "unknown", "no_order"] as const;
export type LineOwner = (typeof lineOwners)[number];

/** Something in a payout that our books do not explain, by why. */
export const differenceKinds = [
  "missing_capture",
  "missing_refund",
  "amount_differs",
  "currency_differs",
  "twice",
  "fee_twice",
  "unknown_order",
  "unknown_capture",
  "unknown_refund",
  "chargeback_without_dispute",
  "reversal_without_chargeback",
  "correction",
  "interest_transfer",
  "referral_transfer",
  "bank_withdrawal",
  "bank_withdrawal_reversal",
  "monthly_fee",
  "monthly_fee_refund",
  "unknown_type",
  "total_differs",
  "net_differs",
  "summary_differs",
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

type LineType = {
  /** Which way such lines count for the merchant; 0: either, so that the sign of the file is believed. */
  direction: 1 | -1 | 0;
  /** The totals of the file in which they count. */
  totals: readonly string[];
  /** The difference that such a line is by itself, because no sale of ours explains it. */
  standsAlone?: DifferenceKind;
};

/** The lines of a payout by type code. */
export const lineTypes: Readonly<Record<string, LineType>> = {
  "001": { direction: 1, totals: ["total_order_amount", "total_capture_amount"] },
  "002": { direction: -1, totals: ["total_refund_amount"] },
  "003": { direction: -1, totals: ["total_fee_amount"] },
  "004": { direction: 1, totals: ["total_returned_fee_amount"] },
  "005": { direction: -1, totals: ["total_chargeback_amount"] },
  "006": { direction: 1, totals: ["total_chargeback_reversal_amount"] },
  "007": { direction: 0, totals: ["total_correction_amount"], standsAlone: "correction" },
  "008": { direction: 0, totals: ["total_interest_transfer_amount"], standsAlone: "interest_transfer" },
  "009": {
    direction: 0,
    totals: ["total_referral_revenue_transfer_amount"],
    standsAlone: "referral_transfer",
  },
  "010": { direction: 0, totals: ["total_bank_account_withdrawals"], standsAlone: "bank_withdrawal" },
  "011": {
    direction: 0,
    totals: ["total_bank_account_withdrawal_reversals"],
    standsAlone: "bank_withdrawal_reversal",
  },
  // No total of their own is documented: they may count in those of fees and returned fees.
  "013": { direction: -1, totals: [], standsAlone: "monthly_fee" },
  "014": { direction: 1, totals: [], standsAlone: "monthly_fee_refund" },
};

/** A line as its file wrote it, in the order of the file. */
export type WrittenLine = {
  type: string;
  typeCode: string;
  orderUuid: string | null;
  reference: string | null;
  sezzleOrderId: string | null;
  /** As `2026-11-22`. */
  eventDate: string | null;
  amountCents: number;
  currency: string;
  chargebackCode: string | null;
};

/** A payout's details as they were read: the totals by their own names, and the lines. */
export type PayoutDetails = { totals: Record<string, number>; lines: WrittenLine[] };

/** A payout as a summary tells it. Amounts in cents. */
export type PayoutSummary = {
  payoutUuid: string;
  payoutCurrency: string;
  settlementCurrency: string | null;
  /** As `2026-11-22`. */
  payoutDate: string;
  netSettlementCents: number;
  finalPayoutCents: number | null;
  forexFeesCents: number | null;
  status: string;
};
