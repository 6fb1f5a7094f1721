/** An order's state as the sandbox keeps it; amounts in cents, times in UTC milliseconds. */
export interface OrderRow {
  uuid: string;
  session_uuid: string | null;
  channel: "in_store" | "other" | "reauthorization";
  intent: "AUTH" | "CAPTURE";
  reference_id: string;
  description: string;
  amount_cents: number;
  currency: Currency;
  /** JSON: string to string. */
  metadata: string;
  /** JSON, as the merchant sent it. */
  customer: string | null;
  phone: string | null;
  complete_url: string | null;
  cancel_url: string | null;
  checkout_expires_at: number;
  checkout_status: "active" | "complete" | "denied" | "deleted";
  /** Why a checkout is no longer active, for people: Sezzle itself does not tell. */
  closed_because: string | null;
  gave_up_at: number | null;
  authorization_uuid: string | null;
  authorized_cents: number;
  authorized_at: number | null;
  authorization_expires_at: number | null;
  /** Set once the authorization has run out or was released as a whole: nothing can be captured from then on. */
  authorization_lapsed_at: number | null;
  financing_option: string | null;
  reauthorized_from: string | null;
  created_at: number;
}

export type Currency = "USD" | "CAD";

export interface MovementRow {
  id: number;
  uuid: string;
  order_uuid: string;
  kind: MovementKind;
  amount_cents: number;
  source: MovementSource;
  request_id: string | null;
  created_at: number;
}

export type MovementKind = "capture" | "refund" | "release";

/** Who moved the money: the merchant's call, Sezzle's dashboard, the checkout's own intent, or time. */
export type MovementSource = "gateway" | "dashboard" | "checkout" | "expiry";
