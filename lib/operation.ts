/** Everything that changes something at Sezzle. Each is one row in `operations`, written before the first byte leaves. */
export const operationKinds = [
  "open_checkout",
  "cancel_checkout",
  "capture",
  "release",
  "refund",
  "set_reference",
] as const;
export type OperationKind = (typeof operationKinds)[number];

/** The kinds that move money on an authorization; Sezzle keys each of them by `Sezzle-Request-Id`. */
export const movingKinds = ["capture", "release", "refund"] as const;
export type MovingKind = (typeof movingKinds)[number];

/**
 * The life of an operation. `rejected` is a definite refusal of the first try; `unconfirmed` is everything that is
 * not known (a time-out, a lost answer, a process that died while sending); `abandoned` was never sent.
 */
export const operationStates = [
  "prepared",
  "sending",
  "succeeded",
  "rejected",
  "unconfirmed",
  "abandoned",
] as const;
export type OperationState = (typeof operationStates)[number];

/** Tells whether an operation in this state may still turn out either way. */
export function isOpen(state: OperationState): boolean {
  return state === "prepared" || state === "sending" || state === "unconfirmed";
}

/** Tells whether the kind moves money on an authorization. */
export function isMoving(kind: OperationKind): kind is MovingKind {
  return kind === "capture" || kind === "release" || kind === "refund";
}

/** How long after its first try an operation may be repeated under the same key. Sezzle documents no lifetime of keys. */
export const repeatWindowMs = 10 * 60_000;
