import { expect, test } from "vitest";
import type { OperationKind, OperationState } from "./operation.ts";
import { type SaleStatus, saleStatuses } from "./order-state.ts";
import { roles } from "./people.ts";
import { isUndecided, type SaleViewer, stepsOf } from "./sale-steps.ts";
import type { OpenOperation, SaleView } from "./sale-view.ts";

const manager: SaleViewer = { personId: "p-1", role: "manager", refundLeftCents: null };
const cashier = (refundLeftCents: number): SaleViewer => ({
  personId: "p-2",
  role: "cashier",
  refundLeftCents,
});

const blank: SaleView = {
  saleId: "s-1",
  storeId: "st-1",
  number: "MAPLE-261122-7K3FQ",
  version: 3,
  asOfSeq: 12,
  amountCents: 10_000,
  currency: "USD",
  status: "link_sent",
  statusAt: "2026-11-22T14:00:00Z",
  createdAt: "2026-11-22T14:00:00Z",
  createdBy: "Casey",
  register: "Register 1",
  sentTo: { kind: "sms", masked: "(•••) •••-0147" },
  shopperName: null,
  shopperLocale: "en-US",
  receiptNumber: null,
  referenceId: "MAPLE-261122-7K3FQ",
  orderUuid: "o-1",
  checkoutUrl: "https://checkout.example.com/o-1",
  checkoutExpiresAt: "2026-11-22T14:30:00Z",
  authorizationExpiresAt: null,
  confirmedAt: null,
  confirmedBy: null,
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

const sale = (changes: Partial<SaleView> = {}): SaleView => ({ ...blank, ...changes });
const authorized = sale({ authorizedCents: 10_000 });
const partlyTaken = sale({ authorizedCents: 10_000, capturedCents: 2000, releasedCents: 1000 });
const paid = sale({ authorizedCents: 10_000, capturedCents: 10_000, refundedCents: 2500 });

function open(kind: OperationKind, state: OperationState, amountCents: number | null = null): OpenOperation {
  const startedAt = "2026-11-22T14:05:00Z";
  return {
    operationId: "op-1",
    kind,
    state,
    amountCents,
    startedAt,
    startedBy: "Casey",
    purpose: "this_order",
    repeatedUntil: null,
  };
}

test("a link that waits for the shopper can be shown and cancelled, and nothing can be taken", () => {
  expect(stepsOf(sale(), "link_sent", manager)).toEqual({
    cancel: true,
    captureUpToCents: 0,
    releaseUpToCents: 0,
    refundUpToCents: 0,
    askRefundUpToCents: 0,
    setReference: true,
    ask: false,
    sendAgain: "replace",
    closeOther: null,
    enterOrder: false,
    reauthorize: false,
    showLink: true,
  });
});

test("an approval offers all of it for capture and for release, and no cancel", () => {
  expect(stepsOf(authorized, "authorized", manager)).toMatchObject({
    cancel: false,
    captureUpToCents: 10_000,
    releaseUpToCents: 10_000,
    refundUpToCents: 0,
    showLink: false,
    sendAgain: null,
  });
});

test("a part capture offers what is left, and what was taken for refund", () => {
  expect(stepsOf(partlyTaken, "partially_captured", manager)).toMatchObject({
    captureUpToCents: 7000,
    releaseUpToCents: 7000,
    refundUpToCents: 2000,
  });
});

test.each<[SaleStatus]>([["captured"], ["partially_refunded"]])(
  "%s offers what is not refunded yet",
  (status) => {
    expect(stepsOf(paid, status, manager)).toMatchObject({ captureUpToCents: 0, refundUpToCents: 7500 });
  },
);

test("what was left when an authorization ended is not offered any more", () => {
  expect(stepsOf(partlyTaken, "captured", manager)).toMatchObject({
    captureUpToCents: 0,
    releaseUpToCents: 0,
    refundUpToCents: 2000,
  });
});

test.each([
  [0, 0],
  [1000, 1000],
  [7500, 7500],
  [20_000, 7500],
])("a cashier who may still refund %d cents today is offered %d", (leftCents, offeredCents) => {
  expect(stepsOf(paid, "captured", cashier(leftCents)).refundUpToCents).toBe(offeredCents);
});

test("who has a limit may ask a manager for all that is paid, unless a refund waits already", () => {
  expect(stepsOf(paid, "captured", cashier(0)).askRefundUpToCents).toBe(7500);
  expect(stepsOf(paid, "captured", cashier(20_000)).askRefundUpToCents).toBe(7500);
  expect(stepsOf(paid, "captured", manager).askRefundUpToCents).toBe(0);
  expect(stepsOf(paid, "checking", cashier(0)).askRefundUpToCents).toBe(0);
  const refundRequest = {
    requestId: "r-1",
    personId: "p-2",
    askedBy: "Casey",
    register: null,
    askedAt: "2026-11-22T14:05:00Z",
    amountCents: 500,
    reason: "Mistake",
    additional: false,
  };
  expect(stepsOf({ ...paid, refundRequest }, "captured", cashier(1000))).toMatchObject({
    refundUpToCents: 1000,
    askRefundUpToCents: 0,
  });
});

test("while what was approved is checked nothing is offered but to ask", () => {
  expect(stepsOf({ ...partlyTaken, isCheckoutOpen: false }, "checking", manager)).toMatchObject({
    cancel: false,
    captureUpToCents: 0,
    releaseUpToCents: 0,
    refundUpToCents: 0,
    ask: true,
    sendAgain: null,
    showLink: false,
  });
});

test.each<OperationState>(["prepared", "sending", "unconfirmed"])(
  "while a money operation is %s no second one is offered",
  (state) => {
    for (const status of saleStatuses) {
      const steps = stepsOf({ ...partlyTaken, openOperation: open("capture", state, 1000) }, status, manager);
      expect(steps).toMatchObject({
        cancel: false,
        captureUpToCents: 0,
        releaseUpToCents: 0,
        refundUpToCents: 0,
        sendAgain: null,
      });
    }
  },
);

test("Sezzle can be asked at once about an operation without an answer", () => {
  const asks = (state: OperationState) =>
    stepsOf({ ...authorized, openOperation: open("capture", state, 1000) }, "authorized", manager).ask;
  expect(asks("unconfirmed")).toBe(true);
  expect(asks("sending")).toBe(false);
});

const over = ["failed", "denied", "cancelled", "checkout_expired", "released", "authorization_expired"];

test.each(saleStatuses)(
  "%s: without a link that works, the same sale can be sent again only when it is over and nothing was taken",
  (status) => {
    const closed = sale({ isCheckoutOpen: false, orderUuid: null });
    const isOver = over.includes(status) || status === "unconfirmed";
    expect(stepsOf(closed, status, manager).sendAgain).toBe(isOver ? "over" : null);
    expect(stepsOf({ ...closed, capturedCents: 1 }, status, manager).sendAgain).toBeNull();
  },
);

test.each(saleStatuses)("%s: a link that works is replaced, and never joined by a second one", (status) => {
  const isWaiting = status === "link_sent" || status === "checking";
  const isOver = over.includes(status) || status === "unconfirmed";
  expect(stepsOf(sale(), status, manager).sendAgain).toBe(isWaiting ? "replace" : isOver ? "over" : null);
});

test.each(["unconfirmed", ...over] as const)(
  "%s: while a lost link may still be paid, another is sent only by who says so",
  (status) => {
    const doubtful = sale({ isCheckoutOpen: false, lostLinkUntil: "2026-11-22T15:00:00Z" });
    expect(stepsOf(doubtful, status as SaleStatus, manager).sendAgain).toBe("doubtful");
  },
);

test("a sale whose answer was lost can be given its order by hand, by a manager alone", () => {
  const lost = sale({ orderUuid: null, lostLinkUntil: "2026-11-22T15:00:00Z" });
  expect(stepsOf(lost, "unconfirmed", manager).enterOrder).toBe(true);
  expect(stepsOf(lost, "unconfirmed", cashier(0)).enterOrder).toBe(false);
  expect(stepsOf(sale(), "link_sent", manager).enterOrder).toBe(false);
  const renewing = sale({ openOperation: open("reauthorize", "unconfirmed", 10_000) });
  expect(stepsOf(renewing, "authorization_expired", manager).enterOrder).toBe(true);
});

test.each(saleStatuses)("%s: approval is asked for again only after it ran out, by a manager", (status) => {
  const isOver = status === "authorization_expired";
  const expired = sale({ isCheckoutOpen: false });
  expect(stepsOf(expired, status, manager).reauthorize).toBe(isOver);
  expect(stepsOf(expired, status, cashier(0)).reauthorize).toBe(false);
  expect(stepsOf({ ...expired, capturedCents: 1 }, status, manager).reauthorize).toBe(false);
});

test("another order of the sale is closed first, and no link is sent beside it", () => {
  const other = { orderUuid: "o-2", isCheckoutOpen: true, releasableCents: 0 };
  const steps = stepsOf(sale({ isCheckoutOpen: false, otherOrders: [other] }), "denied", manager);
  expect(steps).toMatchObject({ closeOther: other, sendAgain: null });
});

test.each(saleStatuses)("%s: the link is shown only while it works", (status) => {
  expect(stepsOf(sale(), status, manager).showLink).toBe(status === "link_sent");
  expect(stepsOf(sale({ checkoutUrl: null }), status, manager).showLink).toBe(false);
});

test.each(saleStatuses)(
  "%s: a cancel is offered only while Sezzle says that the checkout is open",
  (status) => {
    expect(stepsOf(sale(), status, manager).cancel).toBe(status === "link_sent" || status === "checking");
    expect(stepsOf(sale({ isCheckoutOpen: false }), status, manager).cancel).toBe(false);
  },
);

test("more is approved than the sale asks for: no more than the sale is offered for capture, all for release", () => {
  const approved = sale({ amountCents: 8000, authorizedCents: 10_000, capturedCents: 3000 });
  expect(stepsOf(approved, "partially_captured", manager)).toMatchObject({
    captureUpToCents: 5000,
    releaseUpToCents: 7000,
  });
});

test("a sale is not sent again while something is approved on another order of it", () => {
  expect(stepsOf(sale({ otherApprovedCents: 10_000 }), "checkout_expired", manager).sendAgain).toBeNull();
});

test("a reference can be set once the order is known", () => {
  expect(stepsOf(sale(), "link_sent", manager).setReference).toBe(true);
  expect(stepsOf(sale({ orderUuid: null }), "creating", manager).setReference).toBe(false);
});

test.each(roles)("a %s is never offered more than is left", (role) => {
  for (const status of saleStatuses) {
    for (const it of [sale(), authorized, partlyTaken, paid]) {
      const steps = stepsOf(it, status, { personId: "p", role, refundLeftCents: null });
      const left = it.authorizedCents - it.capturedCents - it.releasedCents;
      expect(steps.captureUpToCents).toBeLessThanOrEqual(left);
      expect(steps.captureUpToCents + it.capturedCents).toBeLessThanOrEqual(it.amountCents);
      expect(steps.releaseUpToCents).toBeLessThanOrEqual(left);
      expect(steps.refundUpToCents).toBeLessThanOrEqual(it.capturedCents - it.refundedCents);
    }
  }
});

test("an operation whose end is not known is a person's to decide once the till has stopped repeating it", () => {
  const until = "2026-11-22T14:15:00Z";
  const lost = sale({ openOperation: { ...open("capture", "unconfirmed", 2000), repeatedUntil: until } });
  expect(isUndecided(lost, new Date("2026-11-22T14:14:59Z"))).toBe(false);
  expect(isUndecided(lost, new Date(until))).toBe(true);
  const sending = sale({ openOperation: { ...open("capture", "sending", 2000), repeatedUntil: until } });
  expect(isUndecided(sending, new Date(until))).toBe(false);
  expect(isUndecided(sale(), new Date(until))).toBe(false);
});
