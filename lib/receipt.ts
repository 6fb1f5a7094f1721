import type { Locale } from "./language.ts";
import type { Currency } from "./money.ts";
import { isMoving, isOpen, type MovingKind } from "./operation.ts";
import { type Amounts, approvedStatuses, type SaleStatus, statusAt } from "./order-state.ts";
import type { SaleView } from "./sale-view.ts";

/** What a receipt says of a sale in a word; nothing but `paid`, `part_paid` and `partly_refunded` is a proof of payment. */
export type ReceiptState =
  | "paid"
  | "part_paid"
  | "partly_refunded"
  | "refunded"
  | "approved"
  | "waiting"
  | "not_charged"
  | "not_confirmed";

/** Money that moved, in cents, and when the till knew of it (ISO 8601, UTC); null where no moment is known. */
export type ReceiptLine = { amountCents: number; at: string | null };

/** What is printed of a sale's money: what Sezzle confirmed, and apart from it what it did not. */
export type Receipt = {
  state: ReceiptState;
  captures: ReceiptLine[];
  refunds: ReceiptLine[];
  /** What is left of the payment after the refunds; null without a refund, and where one of them is not confirmed. */
  staysPaidCents: number | null;
  /** Approved, and neither taken nor let go. */
  approvedCents: number;
  /** Let go: never charged. */
  releasedCents: number;
  /** What was asked for and has no confirmed end: it is never counted as done. */
  unconfirmed: (ReceiptLine & { kind: MovingKind })[];
  /** Approved on other links of the sale: no part of what this receipt says. */
  elsewhereCents: number;
};

/** A receipt with what stands at its head. Nobody's name, phone or e-mail is on it. */
export type ReceiptView = Receipt & {
  saleId: string;
  storeId: string;
  storeName: string;
  number: string;
  receiptNumber: string | null;
  amountCents: number;
  currency: Currency;
  soldAt: string;
  /** When Sezzle last confirmed the order; null before it has. */
  confirmedAt: string | null;
  /** The moment this is right for, and the position in the history. */
  asOf: string;
  asOfSeq: number;
  /** The shopper's language, and the store's time zone. */
  locale: Locale;
  timeZone: string;
};

/** What of a sale its receipt is made from. */
export type ReceiptFacts = Amounts &
  Pick<
    SaleView,
    | "status"
    | "checkoutExpiresAt"
    | "authorizationExpiresAt"
    | "openOperation"
    | "refunds"
    | "letGoRefunds"
    | "otherApprovedCents"
  >;

/** Derives a receipt from a sale, the captures its order shows and the time. What was paid is what Sezzle's order says, and nothing else. */
export function receiptOf(sale: ReceiptFacts, captures: ReceiptLine[], now: Date): Receipt {
  const times = {
    checkoutExpiresAt: dateOf(sale.checkoutExpiresAt),
    authorizationExpiresAt: dateOf(sale.authorizationExpiresAt),
  };
  const status = statusAt({ status: sale.status, ...times }, now);
  const unconfirmed = unconfirmedOf(sale);
  const { capturedCents, refundedCents } = sale;
  const isRefundKnown = !unconfirmed.some((it) => it.kind === "refund");
  return {
    state: unconfirmed.some((it) => it.isOpen) ? "not_confirmed" : stateOf(status, capturedCents),
    captures: addingUpTo(capturedCents, captures),
    refunds: addingUpTo(refundedCents, sale.refunds),
    staysPaidCents: refundedCents > 0 && isRefundKnown ? capturedCents - refundedCents : null,
    approvedCents: approvedStatuses.includes(status) ? stillApproved(sale, unconfirmed) : 0,
    releasedCents: sale.releasedCents,
    unconfirmed: unconfirmed.map(({ kind, amountCents, at }) => ({ kind, amountCents, at })),
    elsewhereCents: sale.otherApprovedCents,
  };
}

function stateOf(status: SaleStatus, capturedCents: number): ReceiptState {
  switch (status) {
    case "captured":
      return "paid";
    case "partially_captured":
      return "part_paid";
    case "partially_refunded":
      return "partly_refunded";
    case "refunded":
      return "refunded";
    case "authorized":
      return "approved";
    case "creating":
    case "link_sent":
      return "waiting";
    case "unconfirmed":
    case "checking":
      return "not_confirmed";
    case "failed":
    case "denied":
    case "cancelled":
    case "checkout_expired":
    case "released":
    case "authorization_expired":
      return capturedCents > 0 ? "part_paid" : "not_charged";
  }
}

/** What is neither taken nor let go, without what an open operation may have taken or let go already. */
function stillApproved(sale: ReceiptFacts, unconfirmed: Unconfirmed[]): number {
  const inDoubt = unconfirmed.filter((it) => it.kind !== "refund");
  const inDoubtCents = inDoubt.reduce((total, it) => total + it.amountCents, 0);
  return Math.max(0, sale.authorizedCents - sale.capturedCents - sale.releasedCents - inDoubtCents);
}

type Unconfirmed = ReceiptLine & { kind: MovingKind; isOpen: boolean };

function unconfirmedOf(sale: ReceiptFacts): Unconfirmed[] {
  const letGo = sale.letGoRefunds.map((it) => ({ ...it, kind: "refund" as const, isOpen: false }));
  const open = sale.openOperation;
  if (!open || !isOpen(open.state) || !isMoving(open.kind) || open.purpose === "other_order") return letGo;
  const { kind, amountCents, startedAt } = open;
  return [...letGo, { kind, amountCents: amountCents ?? 0, at: startedAt, isOpen: true }];
}

/** The lines when they are the whole amount; else the amount in one line: a receipt's lines always add up. */
function addingUpTo(totalCents: number, lines: ReceiptLine[]): ReceiptLine[] {
  if (totalCents === 0) return [];
  const sum = lines.reduce((total, it) => total + it.amountCents, 0);
  return sum === totalCents
    ? lines.map(({ amountCents, at }) => ({ amountCents, at }))
    : [{ amountCents: totalCents, at: null }];
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
