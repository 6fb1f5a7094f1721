/** The steps of a sale that ask something in a sheet before they are taken. */
export type StepName =
  | "cancel"
  | "capture"
  | "release"
  | "refund"
  | "reference"
  | "send_again"
  | "give_up"
  | "close_other"
  | "reauthorize"
  | "enter_order"
  | "approve_refund"
  | "decline_refund"
  | "pin_refund";
