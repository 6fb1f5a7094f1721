import { isMoving, isOpen, mayHaveActed, type OperationKind, type OperationState } from "./operation.ts";
import type { MovementKind, SezzleAuthorization, SezzleMovement, SezzleOrder } from "./sezzle-order.ts";

/** What a sale is, in the words of the house. The one list of statuses. */
export const saleStatuses = [
  "creating",
  "unconfirmed",
  "failed",
  "link_sent",
  "checking",
  "denied",
  "cancelled",
  "checkout_expired",
  "authorized",
  "partially_captured",
  "captured",
  "released",
  "authorization_expired",
  "partially_refunded",
  "refunded",
] as const;
export type SaleStatus = (typeof saleStatuses)[number];

/** The statuses in which a sale still waits for the shopper, for Sezzle or for the cashier. */
export const waitingStatuses: readonly SaleStatus[] = [
  "creating",
  "unconfirmed",
  "link_sent",
  "checking",
  "authorized",
  "partially_captured",
];

/** The statuses in which something is approved and can still be captured. */
export const approvedStatuses: readonly SaleStatus[] = ["authorized", "partially_captured"];

/** How long after a lost link's expiry the sale still says that it may have been sent. */
export const lostLinkGraceMs = 10 * 60_000;

/** How far our clock and Sezzle's may differ before a passed expiry is believed without Sezzle's word. */
const expiryGraceMs = 10 * 60_000;

/** One of our operations, as far as the status depends on it. */
export type OperationFact = {
  kind: OperationKind;
  state: OperationState;
  amountCents: number | null;
  /** Sezzle's id of the movement this operation made, once known. */
  movementUuid: string | null;
};

/** The four amounts of an authorization, in cents. captured + released ≤ authorized; refunded ≤ captured. */
export type Amounts = {
  authorizedCents: number;
  capturedCents: number;
  releasedCents: number;
  refundedCents: number;
};

export const noAmounts: Amounts = {
  authorizedCents: 0,
  capturedCents: 0,
  releasedCents: 0,
  refundedCents: 0,
};

export type OrderState = Amounts & {
  status: SaleStatus;
  /** When the link stops working; null when Sezzle does not say. */
  checkoutExpiresAt: Date | null;
  /** When what is authorized and not captured is let go; null when there is no authorization. */
  authorizationExpiresAt: Date | null;
};

export type OrderFacts = {
  /** State of the operation that opened the checkout, and the expiry it asked for. */
  opening: { state: OperationState; checkoutExpiresAt: Date };
  /** Sezzle's last answer and when it was asked for; null when Sezzle was never heard of this order. */
  snapshot: { order: SezzleOrder; askedAt: Date } | null;
  operations: OperationFact[];
  now: Date;
};

/**
 * What an order is: derived from Sezzle's last answer, our own operations and the time, and from nothing else.
 * Total: every input has an answer. The copy kept for lists is this function's result.
 */
export function deriveOrderState(facts: OrderFacts): OrderState {
  const settled = facts.snapshot ? fromSnapshot(facts, facts.snapshot) : fromOpening(facts);
  return { ...settled, status: statusAt(settled, facts.now) };
}

/**
 * The status at a later moment: what was known may have run out since it was written. Screens call this
 * with the server's clock, so that a passed expiry reads "Checking…" before Sezzle has been asked again.
 */
export function statusAt(
  state: Pick<OrderState, "status" | "checkoutExpiresAt" | "authorizationExpiresAt">,
  now: Date,
): SaleStatus {
  const { status, checkoutExpiresAt, authorizationExpiresAt } = state;
  if (status === "link_sent" && hasPassed(checkoutExpiresAt, now)) return "checking";
  if (status === "authorized" && hasPassed(authorizationExpiresAt, now)) return "checking";
  if (status === "partially_captured" && hasPassed(authorizationExpiresAt, now)) return "checking";
  if (status === "unconfirmed" && checkoutExpiresAt) {
    if (hasPassed(later(checkoutExpiresAt, lostLinkGraceMs), now)) return "checkout_expired";
  }
  return status;
}

function later(at: Date | null, ms: number): Date | null {
  return at && new Date(at.getTime() + ms);
}

function hasPassed(at: Date | null, now: Date): boolean {
  return at !== null && now.getTime() >= at.getTime();
}

function fromOpening({ opening, operations }: OrderFacts): OrderState {
  const base = { ...noAmounts, checkoutExpiresAt: opening.checkoutExpiresAt, authorizationExpiresAt: null };
  switch (opening.state) {
    case "prepared":
    case "sending":
      return { ...base, status: "creating" };
    case "unconfirmed":
      return { ...base, status: "unconfirmed" };
    case "rejected":
    case "abandoned":
    // A checkout is never given up by a person: its link runs out by itself.
    case "given_up":
      return { ...base, status: "failed" };
    case "succeeded": {
      const isDeleted = operations.some((it) => it.kind === "cancel_checkout" && it.state === "succeeded");
      return { ...base, status: isDeleted ? "checking" : "link_sent" };
    }
  }
}

function fromSnapshot(facts: OrderFacts, snapshot: { order: SezzleOrder; askedAt: Date }): OrderState {
  const { order, askedAt } = snapshot;
  const authorization = order.authorization?.approved ? order.authorization : null;
  const amounts = authorization ? amountsOf(authorization) : noAmounts;
  const owed = isAnswerOwed(facts.operations, order);
  const status = authorization
    ? authorizedStatus(facts, order, authorization, amounts, askedAt)
    : checkoutStatus(facts, order);
  return {
    ...amounts,
    status: owed ? "checking" : status,
    checkoutExpiresAt: order.checkoutExpiresAt ?? facts.opening.checkoutExpiresAt,
    authorizationExpiresAt: authorization?.expiresAt ?? null,
  };
}

/** Sums the movements. Sezzle's answer is kept inside what must always hold, whatever it contains. */
function amountsOf(authorization: SezzleAuthorization): Amounts {
  const capturedCents = totalCents(authorization.captures);
  const releasedCents = totalCents(authorization.releases);
  return {
    authorizedCents: Math.max(authorization.amount.amountCents, capturedCents + releasedCents),
    capturedCents,
    releasedCents,
    refundedCents: Math.min(totalCents(authorization.refunds), capturedCents),
  };
}

/** What movements add up to, in cents. An answer that lists one twice still tells of one. */
export function totalCents(movements: SezzleMovement[]): number {
  const once = new Map(movements.map((it) => [it.movementUuid, it.amount.amountCents]));
  return [...once.values()].reduce((total, cents) => total + cents, 0);
}

function checkoutStatus({ operations }: OrderFacts, order: SezzleOrder): SaleStatus {
  if (order.authorization && !order.authorization.approved && order.checkoutStatus === "complete")
    return "denied";
  switch (order.checkoutStatus) {
    case "active":
      return "link_sent";
    case "denied":
      return "denied";
    case "complete":
      // Completed without an authorization: the rest of the answer is still to come.
      return "checking";
    case "deleted":
      return operations.some((it) => it.kind === "cancel_checkout" && mayHaveActed(it.state))
        ? "cancelled"
        : "checkout_expired";
  }
}

function authorizedStatus(
  facts: OrderFacts,
  order: SezzleOrder,
  authorization: SezzleAuthorization,
  amounts: Amounts,
  askedAt: Date,
): SaleStatus {
  const leftCents = amounts.authorizedCents - amounts.capturedCents - amounts.releasedCents;
  const overByTime = hasPassed(authorization.expiresAt, askedAt);
  const isOver = leftCents === 0 || order.checkoutStatus === "deleted" || overByTime;
  if (amounts.capturedCents === 0) {
    if (!isOver) return "authorized";
    // Clocks differ: that nothing will be charged is said once Sezzle shows it, or some minutes have passed.
    const isShown = leftCents === 0 || order.checkoutStatus === "deleted";
    if (!isShown && !hasPassed(later(authorization.expiresAt, expiryGraceMs), askedAt)) return "checking";
    const releasedByUs = facts.operations.some((it) => it.kind === "release" && mayHaveActed(it.state));
    return overByTime && !releasedByUs ? "authorization_expired" : "released";
  }
  if (!isOver) return "partially_captured";
  if (amounts.refundedCents === amounts.capturedCents) return "refunded";
  return amounts.refundedCents > 0 ? "partially_refunded" : "captured";
}

/** Sezzle accepted something that its order does not show yet: what the order is cannot be said until it does. */
function isAnswerOwed(operations: OperationFact[], order: SezzleOrder): boolean {
  return operations.some((it) => {
    if (it.state !== "succeeded") return false;
    if (it.kind === "cancel_checkout") return order.checkoutStatus === "active";
    if (!isMoving(it.kind) || !it.movementUuid) return false;
    // An approval that is taken back takes its movements along: what was done is not undone by that.
    if (!order.authorization?.approved) return true;
    return !movementsOf(order, it.kind).some((movement) => movement.movementUuid === it.movementUuid);
  });
}

/** The movements of one kind on an order; none before it is authorized. */
export function movementsOf(order: SezzleOrder, kind: MovementKind): SezzleMovement[] {
  if (!order.authorization) return [];
  return {
    capture: order.authorization.captures,
    release: order.authorization.releases,
    refund: order.authorization.refunds,
  }[kind];
}

/** What may still be asked for, in cents, with everything reserved by operations that have no end yet taken off. */
export function availableCents(
  amounts: Amounts,
  operations: Pick<OperationFact, "kind" | "state" | "amountCents">[],
): { capturableCents: number; refundableCents: number } {
  let capturableCents = amounts.authorizedCents - amounts.capturedCents - amounts.releasedCents;
  let refundableCents = amounts.capturedCents - amounts.refundedCents;
  for (const it of operations) {
    if (!isOpen(it.state)) continue;
    if (it.kind === "capture" || it.kind === "release") capturableCents -= it.amountCents ?? 0;
    if (it.kind === "refund") refundableCents -= it.amountCents ?? 0;
  }
  return { capturableCents: Math.max(0, capturableCents), refundableCents: Math.max(0, refundableCents) };
}

/** The statuses after which nothing more can come of an attempt, so that another may begin. */
export function isOverForCertain(status: SaleStatus): boolean {
  return (
    status === "failed" ||
    status === "denied" ||
    status === "cancelled" ||
    status === "checkout_expired" ||
    status === "released" ||
    status === "authorization_expired"
  );
}
