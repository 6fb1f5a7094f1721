import type { OperationKind, OperationState } from "#lib/operation.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import type { Problem } from "#lib/problem.ts";
import type { RefundTerms } from "#lib/refund-terms.ts";
import type { SaleViewer } from "#lib/sale-steps.ts";
import type { HistoryLineView, RefundRequestView, SaleView } from "#lib/sale-view.ts";

/** The specimens' clock stands still, so that two pictures of one specimen are the same. */
export const now = new Date("2026-11-22T20:03:20Z");
export const place = { timeZone: "America/Chicago", locale: "en-US" };

export const viewer: SaleViewer = { personId: "p1", role: "manager", refundLeftCents: null };
export const limitedViewer: SaleViewer = { personId: "p2", role: "cashier", refundLeftCents: 0 };

export const refundTerms: RefundTerms = {
  reasons: ["Returned goods", "Price adjustment", "Mistake"],
  approvers: [
    { personId: "p1", name: "Morgan" },
    { personId: "p9", name: "Olive" },
  ],
};

/** A refund that Cashier 2 asked for and nobody has decided. */
export const refundRequest: RefundRequestView = {
  requestId: "r1",
  personId: "p2",
  askedBy: "Cashier 2",
  register: "Register 2",
  askedAt: "2026-11-22T20:01:40Z",
  amountCents: 4620,
  reason: "Returned goods",
  additional: false,
};

export const store = {
  name: "Maple St",
  country: "US",
  currency: "USD",
  locale: "en-US",
  minCents: 3500,
  maxCents: 250_000,
} as const;

export const tooSmall: Problem = {
  code: "amount_too_small",
  happened: "Sezzle takes no order this small.",
  money: "Nothing is charged and no link was sent.",
  next: "Enter at least $35.00, or take another payment.",
  fr: {
    happened: "Sezzle n'accepte pas de commande aussi petite.",
    money: "Rien n'est facturé et aucun lien n'a été envoyé.",
    next: "Entrez au moins 35,00 $, ou acceptez un autre paiement.",
  },
  technical: {
    code: "invalid",
    message: "Order amount must be greater than $35 (order.amount.amount_in_cents)",
    debugUuid: "5c1b0a52-6f0e-4d3e-9a60-2f4f2d9b7c11",
  },
};

function minutesFromNow(minutes: number): string {
  return new Date(now.getTime() + minutes * 60_000).toISOString();
}

const waitingForShopper: SaleView = {
  saleId: "s-link_sent",
  storeId: "st1",
  number: "MAPLE-261122-7K3FQ",
  version: 3,
  asOfSeq: 41,
  amountCents: 8450,
  currency: "USD",
  status: "link_sent",
  statusAt: minutesFromNow(-1.6),
  createdAt: minutesFromNow(-1.7),
  createdBy: "Cashier 2",
  register: "Register 2",
  sentTo: { kind: "sms", masked: "(•••) •••-0147" },
  shopperName: null,
  shopperLocale: "en-US",
  receiptNumber: null,
  referenceId: "MAPLE-261122-7K3FQ",
  orderUuid: "0f4b1d8c-91f5-4b6b-9d3e-0a2a4e6d9c55",
  checkoutUrl: "https://checkout.example/0f4b1d8c",
  checkoutExpiresAt: minutesFromNow(9.68),
  authorizationExpiresAt: null,
  confirmedAt: minutesFromNow(-0.2),
  confirmedBy: "poll",
  unansweredAt: null,
  financingOption: null,
  openOperation: null,
  refusal: null,
  isCheckoutOpen: true,
  refunds: [],
  letGoRefunds: [],
  otherApprovedCents: 0,
  otherOrders: [],
  lostLinkUntil: null,
  refundRequest: null,
  authorizedCents: 0,
  capturedCents: 0,
  releasedCents: 0,
  refundedCents: 0,
};

const approved: Partial<SaleView> = {
  authorizedCents: 8450,
  authorizationExpiresAt: minutesFromNow(28.2),
  confirmedBy: "webhook",
  financingOption: "4-pay-biweekly",
};

const paid: Partial<SaleView> = { ...approved, capturedCents: 8450, confirmedBy: "operation" };

const ofStatus: Record<SaleStatus, Partial<SaleView>> = {
  creating: { orderUuid: null, checkoutUrl: null, confirmedAt: null, confirmedBy: null },
  unconfirmed: {
    orderUuid: null,
    checkoutUrl: null,
    confirmedAt: null,
    confirmedBy: null,
    openOperation: operation("open_checkout", "unconfirmed", null),
  },
  failed: {
    orderUuid: null,
    checkoutUrl: null,
    confirmedAt: null,
    confirmedBy: null,
    amountCents: 2000,
    refusal: { kind: "open_checkout", at: minutesFromNow(-1), problem: tooSmall },
  },
  link_sent: {},
  checking: { checkoutExpiresAt: minutesFromNow(-0.1) },
  denied: {},
  cancelled: { confirmedBy: "operation" },
  checkout_expired: { checkoutExpiresAt: minutesFromNow(-2) },
  authorized: approved,
  partially_captured: {
    ...approved,
    amountCents: 10_000,
    authorizedCents: 10_000,
    capturedCents: 2000,
    financingOption: "6-pay-monthly",
  },
  captured: { ...paid, receiptNumber: "R-20417", shopperName: "Ada" },
  released: { ...approved, releasedCents: 8450 },
  authorization_expired: { ...approved, authorizationExpiresAt: minutesFromNow(-2) },
  partially_refunded: {
    ...paid,
    refundedCents: 2000,
    refunds: [{ amountCents: 2000, at: minutesFromNow(-1.3), source: null }],
  },
  refunded: {
    ...paid,
    refundedCents: 8450,
    refunds: [{ amountCents: 8450, at: minutesFromNow(-1.3), source: null }],
  },
};

/** A sale in a status, with anything else set on top. */
export function saleIn(status: SaleStatus, change: Partial<SaleView> = {}): SaleView {
  return { ...waitingForShopper, saleId: `s-${status}`, status, ...ofStatus[status], ...change };
}

/** An operation that has no end yet. */
export function operation(kind: OperationKind, state: OperationState, amountCents: number | null) {
  const startedAt = new Date(now.getTime() - 2000).toISOString();
  return {
    operationId: `op-${kind}`,
    kind,
    state,
    amountCents,
    startedAt,
    startedBy: "Cashier 2",
    purpose: "this_order" as const,
    repeatedUntil: null,
  };
}

export const history: HistoryLineView[] = [
  line(1, -1.72, "sale.started", { amountCents: 8450, currency: "USD", channel: "sms" }),
  line(2, -1.71, "operation.prepared", { operation: "open_checkout", channel: "sms" }),
  line(3, -1.68, "operation.succeeded", { operation: "open_checkout", channel: "sms", settledBy: "reply" }),
  line(4, -0.9, "order.changed", {
    to: "authorized",
    currency: "USD",
    confirmedBy: "webhook",
    amounts: { authorizedCents: 8450, capturedCents: 0, releasedCents: 0, refundedCents: 0 },
  }),
  line(5, -0.4, "operation.unconfirmed", { operation: "capture", amountCents: 8450, currency: "USD" }),
  line(6, -0.2, "operation.rejected", {
    operation: "refund",
    amountCents: 2000,
    currency: "USD",
    message: "Refund amount exceeds what was captured",
    debugUuid: "5c1b0a52",
  }),
];

function line(
  seq: number,
  minutes: number,
  kind: HistoryLineView["kind"],
  data: HistoryLineView["data"],
): HistoryLineView {
  const isPerson = kind === "sale.started" || kind === "operation.prepared";
  return {
    seq,
    at: minutesFromNow(minutes),
    kind,
    person: isPerson ? "Cashier 2" : null,
    about: null,
    register: isPerson ? "Register 2" : null,
    data,
  };
}

/** A morning at the counter: what the list beside the till shows. */
export const sales: SaleView[] = [
  row("a", "link_sent", -1, { amountCents: 12_000, sentTo: { kind: "sms", masked: "(•••) •••-0147" } }),
  row("b", "authorized", -3, {
    amountCents: 4620,
    authorizedCents: 4620,
    sentTo: { kind: "sms", masked: "(•••) •••-2290" },
  }),
  row("c", "authorized", -5, { openOperation: operation("capture", "unconfirmed", 8450) }),
  row("d", "captured", -8, { amountCents: 31_000 }),
  row("e", "partially_refunded", -60, { amountCents: 2210 }),
  row("f", "released", -75, { amountCents: 6400, sentTo: { kind: "email", masked: "j•••@example.com" } }),
  row("g", "denied", -90, { amountCents: 129_900 }),
  row("h", "captured", -60 * 20, { amountCents: 5525 }),
];

function row(id: string, status: SaleStatus, minutes: number, change: Partial<SaleView>): SaleView {
  return saleIn(status, {
    saleId: `row-${id}`,
    createdAt: minutesFromNow(minutes),
    statusAt: minutesFromNow(minutes + 0.5),
    ...change,
  });
}
