import type { OperationKind, OperationState } from "#lib/operation.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import type { Move, OrderAtSezzle } from "./order-at-sezzle.ts";

/** What somebody asked the till to do, and what is known of its end. */
export type ModelOperation = {
  id: string;
  kind: OperationKind;
  cents: number;
  attempt: ModelAttempt;
  state: OperationState;
  /** Sezzle itself answered that it is done. */
  isHeard: boolean;
  tries: number;
  firstTryAt: number;
  /** Until when the process that has it may be believed alive. */
  leaseEndsAt: number;
  /** When Sezzle was last asked, and answered, since its end became unknown. */
  askedSince: number | null;
  /** What it moved, as far as Sezzle has named or shown it. */
  move: Move | null;
  reference?: string;
  /** A cancel that makes room for a new link. */
  isReplacement: boolean;
  /** The order that a reauthorization made at Sezzle. */
  renewed: { orderUuid: string; order: OrderAtSezzle } | null;
};

/** An operation that the till is to write down by itself, because of something else. */
export type Following = { kind: OperationKind; attempt: ModelAttempt | null };

/** One link of the sale. */
export type ModelAttempt = {
  id: string;
  endsAt: number;
  /** What there is at Sezzle, whether the till knows of it or not. */
  order: OrderAtSezzle | null;
  orderUuid: string | null;
  /** The till knows the order. */
  isLinked: boolean;
  /** The order as Sezzle last showed it to the till, and when it was asked. */
  known: OrderAtSezzle | null;
  askedAt: number;
  /** The till has deleted this link, or has tried to, because the shopper paid by another one. */
  isClosed: boolean;
  /** It came of a reauthorization: there was no link to be sent. */
  isRenewal: boolean;
};

/** Tells whether an operation can move a sale's money: one of these at a time. */
export function movesMoney({ kind }: ModelOperation): boolean {
  return kind !== "open_checkout" && kind !== "set_reference";
}

/** Tells whether an operation may still turn out either way. */
export function isUnended({ state }: ModelOperation): boolean {
  return state === "prepared" || state === "sending" || state === "unconfirmed";
}

/** Tells whether Sezzle may have carried the operation out. */
export function mayBeDone({ state }: ModelOperation): boolean {
  return state === "sending" || state === "unconfirmed" || state === "succeeded" || state === "given_up";
}

/** Tells whether a movement that Sezzle shows may be this operation's own. */
export function mayBeIts(operation: ModelOperation): boolean {
  return operation.move === null && mayBeDone(operation);
}

/** What is approved on a link and not released, as the till knows it. */
export function heldCents({ known }: ModelAttempt): number {
  if (!known) return 0;
  return known.checkout === "deleted" ? known.total("capture") : known.approvedCents - known.total("release");
}

/** The statuses after which nothing more can come of a link. */
export const overForCertain: readonly SaleStatus[] = [
  "failed",
  "denied",
  "cancelled",
  "checkout_expired",
  "released",
  "authorization_expired",
];

/** How long after its first try an operation is repeated under its own key. */
export const repeatedForMs = 10 * 60_000;
