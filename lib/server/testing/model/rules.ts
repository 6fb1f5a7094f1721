import type { OperationState } from "#lib/operation.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import { type ModelOperation, mayBeDone, overForCertain, repeatedForMs } from "./facts.ts";
import type { MoveKind, OrderAtSezzle } from "./order-at-sezzle.ts";
import type { SaleModel } from "./sale-model.ts";

const minute = 60_000;

/** What the sale may be shown as. */
export function statusOf(model: SaleModel, now: number): SaleStatus {
  const { current, opening } = model;
  const operations = model.operations.filter((it) => it.attempt === current);
  const { known } = current;
  if (isOwed(operations, known)) return "checking";
  if (!known) return unseenStatus(opening?.state ?? "succeeded", current.endsAt, now);
  if (known.approvedCents === 0) {
    if (known.checkout === "active") return now < known.checkoutEndsAt ? "link_sent" : "checking";
    if (known.checkout === "denied") return "denied";
    const mayBeCancelled = operations.some((it) => it.kind === "cancel_checkout" && mayBeDone(it));
    return mayBeCancelled ? "cancelled" : "checkout_expired";
  }
  const captured = known.total("capture");
  if (known.leftCents > 0) {
    if (now >= known.approvalEndsAt) return "checking";
    return captured > 0 ? "partially_captured" : "authorized";
  }
  if (captured === 0) {
    const releasedHere = operations.some((it) => it.kind === "release" && mayBeDone(it));
    return current.askedAt >= known.approvalEndsAt && !releasedHere ? "authorization_expired" : "released";
  }
  const refunded = known.total("refund");
  if (refunded === captured) return "refunded";
  return refunded > 0 ? "partially_refunded" : "captured";
}

/** Sezzle has not shown anything of the link yet. */
function unseenStatus(state: OperationState, endsAt: number, now: number): SaleStatus {
  if (state === "prepared" || state === "sending") return "creating";
  if (state === "succeeded") return now < endsAt ? "link_sent" : "checking";
  if (state === "unconfirmed") return now < endsAt + 10 * minute ? "unconfirmed" : "checkout_expired";
  return "failed";
}

/** Sezzle said that it did something which its order has not shown yet. */
function isOwed(operations: ModelOperation[], known: OrderAtSezzle | null): boolean {
  return operations.some((it) => {
    if (it.state !== "succeeded") return false;
    if (it.kind === "cancel_checkout") return known === null || known.checkout === "active";
    return it.move !== null && !known?.moves.includes(it.move);
  });
}

export type ModelWish = {
  kind: "cancel_checkout" | MoveKind;
  cents: number;
  additional: boolean;
  /** The sale has changed since its person looked at it. */
  isStale: boolean;
};

/** Why a wish is refused before anything is sent; null when it is not. */
export function refusalOf(model: SaleModel, wish: ModelWish, now: number): string | null {
  if (model.open) return "busy";
  if (wish.isStale) return "stale";
  const { current } = model;
  const { known } = current;
  const status = statusOf(model, now);
  if (wish.kind === "cancel_checkout") {
    return canCancel(model, status) ? null : "not_possible";
  }
  if (wish.kind === "refund") {
    if (!current.isLinked || status === "checking") return "not_possible";
    const left = (known?.total("capture") ?? 0) - (known?.total("refund") ?? 0);
    if (wish.cents < 1 || wish.cents > left) return "wrong_amount";
    return !wish.additional && hasEqualRefund(model, wish.cents) ? "equal_refund" : null;
  }
  if (status !== "authorized" && status !== "partially_captured") return "not_possible";
  const approved = known?.leftCents ?? 0;
  const most = wish.kind === "capture" ? Math.min(approved, model.cents - model.capturedCents) : approved;
  return wish.cents < 1 || wish.cents > most ? "wrong_amount" : null;
}

/** A refund of this amount was made here, or may have been. */
function hasEqualRefund({ operations }: SaleModel, cents: number): boolean {
  return operations.some(
    (it) =>
      it.kind === "refund" && it.cents === cents && (it.state === "succeeded" || it.state === "given_up"),
  );
}

/**
 * How another link may be sent for the sale, or why not: `replace`, the one that works is deleted first; `send`, none works; else the
 * code of a refusal.
 */
export function sendAgain(
  model: SaleModel,
  wish: { isStale: boolean; confirmed: boolean },
  now: number,
): "replace" | "send" | string {
  const status = statusOf(model, now);
  if (canCancel(model, status)) {
    if (model.open) return "busy";
    return wish.isStale ? "stale" : "replace";
  }
  if (wish.isStale) return "stale";
  const isFree = model.open === undefined && isUnpaid(model);
  if (!isFree || !(overForCertain.includes(status) || status === "unconfirmed")) return "not_over";
  return wish.confirmed || !mayStillBePaid(model, now) ? "send" : "may_still_be_paid";
}

/** Nothing was taken, and no other link works or has anything approved. */
function isUnpaid(model: SaleModel): boolean {
  const { current } = model;
  const others = model.attempts.filter((it) => it !== current && it.isLinked);
  return (
    (current.known?.total("capture") ?? 0) === 0 &&
    model.otherApprovedCents === 0 &&
    others.every((it) => (it.known?.checkout ?? "active") !== "active")
  );
}

/** Why a sale may not be approved again; null when it may. */
export function notRenewedBecause(model: SaleModel, isStale: boolean, now: number): string | null {
  if (model.open) return "busy";
  if (isStale) return "stale";
  const isOver = statusOf(model, now) === "authorization_expired";
  return isOver && isUnpaid(model) ? null : "not_possible";
}

/** A link's answer was lost, and the link may not have run out yet. */
function mayStillBePaid({ operations }: SaleModel, now: number): boolean {
  return operations.some(
    (it) =>
      it.kind === "open_checkout" && it.state === "unconfirmed" && now < it.attempt.endsAt + 10 * minute,
  );
}

function canCancel({ current: { isLinked, known } }: SaleModel, status: SaleStatus): boolean {
  const mayBeOpen = isLinked && (known?.checkout ?? "active") === "active";
  return mayBeOpen && (status === "link_sent" || status === "checking");
}

/** Whether an operation may be sent once more under its key. */
export function mayRepeat({ kind, state, firstTryAt }: ModelOperation, now: number): boolean {
  return state === "unconfirmed" && kind !== "open_checkout" && kind !== "set_reference"
    ? now < firstTryAt + repeatedForMs
    : false;
}

/** Why a person may not let an operation go; null when they may. */
export function keptBecause({ state, firstTryAt, askedSince }: ModelOperation, now: number): string | null {
  const until = firstTryAt + repeatedForMs;
  if (state !== "unconfirmed" || now < until) return "too_early";
  return askedSince === null || askedSince < until ? "not_answered" : null;
}
