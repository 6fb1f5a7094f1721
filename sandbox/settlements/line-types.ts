/** The lines of a payout: the type code and the total each counts in. */
export const lineTypes = {
  ORDER: { code: "001", total: "total_order_amount" },
  CAPTURE: { code: "001", total: "total_capture_amount" },
  REFUND: { code: "002", total: "total_refund_amount" },
  FEE: { code: "003", total: "total_fee_amount" },
  RETURNED_FEE: { code: "004", total: "total_returned_fee_amount" },
  CHARGEBACK: { code: "005", total: "total_chargeback_amount" },
  CHARGEBACK_REVERSAL: { code: "006", total: "total_chargeback_reversal_amount" },
  CORRECTION: { code: "007", total: "total_correction_amount" },
  INTEREST_TRANSFER: { code: "008", total: "total_interest_transfer_amount" },
  REFERRAL_REVENUE_TRANSFER: { code: "009", total: "total_referral_revenue_transfer_amount" },
  BANK_ACCOUNT_WITHDRAWAL: { code: "010", total: "total_bank_account_withdrawals" },
  BANK_ACCOUNT_WITHDRAWAL_REVERSAL: { code: "011", total: "total_bank_account_withdrawal_reversals" },
  // No total of their own is documented.
  MONTHLY_FEE: { code: "013", total: "total_fee_amount" },
  MONTHLY_FEE_REFUND: { code: "014", total: "total_returned_fee_amount" },
  /** Nothing that is documented: what a reader does with it is what it is for. */
  SOMETHING_NEW: { code: "099", total: null },
} as const;

export type LineType = keyof typeof lineTypes;

/** The totals in the order of the file's first row. */
export const totalNames = [
  "total_order_amount",
  "total_capture_amount",
  "total_refund_amount",
  "total_fee_amount",
  "total_returned_fee_amount",
  "total_chargeback_amount",
  "total_chargeback_reversal_amount",
  "total_interest_transfer_amount",
  "total_correction_amount",
  "total_referral_revenue_transfer_amount",
  "total_bank_account_withdrawals",
  "total_bank_account_withdrawal_reversals",
] as const;
