import type { DisputeOutcome, DisputeStage } from "./dispute.ts";
import type { Locale } from "./language.ts";
import type { Currency } from "./money.ts";
import type { OperationKind, OperationState } from "./operation.ts";
import type { Amounts, SaleStatus } from "./order-state.ts";
import type { Role } from "./people.ts";
import type { KeptProblem } from "./problem.ts";
import type { CapturePolicy } from "./store.ts";

/** How Sezzle last confirmed an order: what made us ask. */
export type ConfirmedBy = "webhook" | "poll" | "operation" | "person" | "start";

/**
 * A sale as screens show it: everything a till, a list and an order's page need, and nothing that must stay on the
 * server. The contact is masked. Times are ISO 8601 in UTC. Everyone of the store may see it.
 */
export type SaleView = Amounts & {
  saleId: string;
  storeId: string;
  /** The readable unique number, such as `MAPLE-261122-7K3F`. */
  number: string;
  /** Rises with every change of status, amounts or money operations; an action names the one its screen showed. */
  version: number;
  /** Position in the history up to which this view is right; a newer view replaces an older one. */
  asOfSeq: number;
  amountCents: number;
  currency: Currency;
  /** As written by the door for state; screens pass it through `statusAt` with the server's clock. */
  status: SaleStatus;
  statusAt: string;
  createdAt: string;
  createdBy: string;
  register: string | null;
  sentTo: { kind: "sms" | "email"; masked: string };
  shopperName: string | null;
  /** The shopper's language: as chosen for this sale, else the store's. */
  shopperLocale: Locale;
  receiptNumber: string | null;
  /** Sezzle's reference of the order as it last said; null before the order is known. */
  referenceId: string | null;
  orderUuid: string | null;
  checkoutUrl: string | null;
  checkoutExpiresAt: string | null;
  authorizationExpiresAt: string | null;
  confirmedAt: string | null;
  confirmedBy: ConfirmedBy | null;
  /** When Sezzle was last asked in vain; null once it has answered. */
  unansweredAt: string | null;
  /** Sezzle's word for the shopper's plan, such as `4-pay-biweekly`. */
  financingOption: string | null;
  /** The money operation that has no end yet; at most one. Its amount is reserved. */
  openOperation: OpenOperation | null;
  /** The last thing Sezzle refused on this sale, until something else succeeds. */
  refusal: { kind: OperationKind; at: string; problem: KeptProblem } | null;
  /** Sezzle's last answer says that the checkout is still open: it can be cancelled. */
  isCheckoutOpen: boolean;
  /** Refunds Sezzle shows, oldest first; `source` is where an event said it was made. */
  refunds: { amountCents: number; at: string; source: string | null }[];
  /** Refunds whose answer was lost and that a person let go of, oldest first: they may have been made. */
  letGoRefunds: { amountCents: number; at: string }[];
  /** What is approved on other orders of this sale (an earlier link, or a second order): somebody has to look. */
  otherApprovedCents: number;
  /** Those of them that can still be paid, or hold what can be released. */
  otherOrders: { orderUuid: string; isCheckoutOpen: boolean; releasableCents: number }[];
  /** Until when a link of this sale may still be paid whose answer was lost; null when there is none. */
  lostLinkUntil: string | null;
  /** The refund that waits for a manager; at most one. */
  refundRequest: RefundRequestView | null;
};

/** A refund that its person may not make alone, while nobody has decided it. */
export type RefundRequestView = {
  requestId: string;
  personId: string;
  askedBy: string;
  register: string | null;
  askedAt: string;
  amountCents: number;
  reason: string;
  /** It comes in addition to an equal refund, in so many words. */
  additional: boolean;
};

export type OperationPurpose = "this_order" | "new_link" | "other_order";

export type OpenOperation = {
  operationId: string;
  kind: OperationKind;
  state: OperationState;
  amountCents: number | null;
  startedAt: string;
  startedBy: string | null;
  /** What it is for: the order the sale stands for, making room for a new link, or closing another order of the sale. */
  purpose: OperationPurpose;
  /** Until when the till repeats it by itself, if its end is not known; after that a person decides. Null before it was sent. */
  repeatedUntil: string | null;
};

/** One line of a sale's history as screens show it. `data` holds amounts and words, never a phone or an e-mail. */
export type HistoryLineView = {
  seq: number;
  at: string;
  kind: HistoryKind;
  person: string | null;
  /** Whom it was done to, when that is somebody else. */
  about: string | null;
  register: string | null;
  data: HistoryData;
};

export const historyKinds = [
  "sale.started",
  "operation.prepared",
  "operation.succeeded",
  "operation.rejected",
  "operation.unconfirmed",
  "operation.abandoned",
  "operation.repeated",
  "operation.given_up",
  "order.adopted",
  "order.changed",
  "order.second",
  "order.other_over",
  "order.entered",
  "order.renewed",
  "sale.switched",
  "movement.elsewhere",
  "person.signed_in",
  "person.signed_out",
  "person.sign_in_refused",
  "person.code_asked",
  "person.password_changed",
  "person.disabled",
  "person.created",
  "person.enabled",
  "person.renamed",
  "person.role_changed",
  "person.password_reset",
  "person.sessions_ended",
  "person.second_factor_on",
  "person.second_factor_off",
  "person.recovery_codes_made",
  "person.recovery_code_used",
  "person.pin_chosen",
  "person.pin_removed",
  "person.pin_opened",
  "tablet.paired",
  "tablet.unpaired",
  "contact.shown",
  "store.changed",
  "refund.asked",
  "refund.approved",
  "refund.declined",
  "refund.withdrawn",
  "day.closed",
  "payout.difference_resolved",
  "dispute.reported",
  "contact.erased",
  "contact.looked_up",
  "orders.exported",
  "action.refused",
] as const;
export type HistoryKind = (typeof historyKinds)[number];

/** What a history line says beside who and when. Every field is optional; none holds a shopper's contact. */
export type HistoryData = {
  operation?: OperationKind;
  amountCents?: number;
  currency?: Currency;
  reason?: string;
  channel?: "sms" | "email";
  /** How an operation's end became known: Sezzle's reply, or its order showing it. */
  settledBy?: "reply" | "order";
  from?: SaleStatus | null;
  to?: SaleStatus;
  amounts?: Amounts;
  confirmedBy?: ConfirmedBy;
  movement?: "capture" | "refund" | "release";
  source?: string | null;
  referenceId?: string;
  /** A cancel that makes room for a new link. */
  isReplacement?: boolean;
  code?: string;
  /** Sezzle's words, or the till's own: those are kept in French as well. */
  message?: string;
  messageFr?: string;
  debugUuid?: string | null;
  action?: string;
  /** A manager decided with their PIN, on somebody else's screen; or somebody signed in with it. */
  byPin?: boolean;
  /** The browser that was paired, in words. */
  device?: string;
  /** A business day, as `2026-11-22`. */
  date?: string;
  /** A store's name, and the role a person now has there; null: none any more. */
  store?: string;
  role?: Role | null;
  /** A person's name before and after. */
  fromName?: string;
  toName?: string;
  /** When a store captures what is approved, before and after. */
  fromPolicy?: CapturePolicy;
  toPolicy?: CapturePolicy;
  /** How far a dispute has come, and who won it. Its deadline is `date`. */
  stage?: DisputeStage;
  outcome?: DisputeOutcome | null;
  /** How many orders an export has given out (and whether those were all), or a look-up of a contact has found. */
  count?: number;
  isWhole?: boolean;
  /** What was changed of a store, in English words and in French ones; without `from`, something new. */
  changes?: (ChangeWords & { fr?: ChangeWords })[];
};

type ChangeWords = { what: string; from?: string; to: string };

/** A change as the live stream tells it: the line that was written, and the sale as it is now. */
export type LiveChange = { line: HistoryLineView; sale: SaleView };

/** What the live stream tells of the moment, with each heartbeat and when it changes. */
export type LivePulse = {
  /** The server's clock, in milliseconds since 1970. */
  now: number;
  /** Since when Sezzle's gateway has given no usable answer; null while it answers. */
  gatewayDownSince: string | null;
  /** Which build of the app the server runs. */
  build: string;
};
