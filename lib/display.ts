import type { Locale } from "./language.ts";
import type { Currency } from "./money.ts";
import type { SaleStatus } from "./order-state.ts";
import type { SaleView } from "./sale-view.ts";

/** What a screen that faces the shopper says of a sale. All ways in which nothing is charged read alike: others can read it, too. */
export type DisplayState =
  | "scan"
  | "wait"
  | "approved"
  | "paid"
  | "part_paid"
  | "partly_refunded"
  | "refunded"
  | "not_charged";

/** All that such a screen is told: the amount, the picture to scan, the state, in the shopper's language. No name, no number. */
export type DisplayView = {
  amountCents: number;
  currency: Currency;
  capturedCents: number;
  refundedCents: number;
  state: DisplayState;
  /** Address of the link's QR picture; null unless the shopper can use it now. */
  qrHref: string | null;
  locale: Locale;
};

/** What of a sale it is made from. */
export type DisplayFacts = Pick<
  SaleView,
  | "amountCents"
  | "currency"
  | "capturedCents"
  | "refundedCents"
  | "checkoutUrl"
  | "openOperation"
  | "shopperLocale"
>;

/** What faces the shopper while a sale of this status, as it is at this moment, is on the till's screen. What has no confirmed end reads as waiting, never as done. */
export function displayOf(sale: DisplayFacts, status: SaleStatus, qrHref: string): DisplayView {
  const state = stateOf(sale, status);
  return {
    amountCents: sale.amountCents,
    currency: sale.currency,
    capturedCents: sale.capturedCents,
    refundedCents: sale.refundedCents,
    state,
    qrHref: state === "scan" ? qrHref : null,
    locale: sale.shopperLocale,
  };
}

function stateOf(sale: DisplayFacts, status: SaleStatus): DisplayState {
  if (sale.openOperation) return "wait";
  if (status === "link_sent") return sale.checkoutUrl === null ? "wait" : "scan";
  return states[status];
}

const states: Record<Exclude<SaleStatus, "link_sent">, DisplayState> = {
  creating: "wait",
  unconfirmed: "wait",
  checking: "wait",
  authorized: "approved",
  partially_captured: "part_paid",
  captured: "paid",
  partially_refunded: "partly_refunded",
  refunded: "refunded",
  failed: "not_charged",
  denied: "not_charged",
  cancelled: "not_charged",
  checkout_expired: "not_charged",
  released: "not_charged",
  authorization_expired: "not_charged",
};
