/** Everything that changes something at Sezzle. Each is one row in `operations`, written before the first byte leaves. */
export const operationKinds = [
  "open_checkout",
  "cancel_checkout",
  "capture",
  "release",
  "refund",
  "set_reference",
  "reauthorize",
] as const;
export type OperationKind = (typeof operationKinds)[number];

/** The kinds that move money on an authorization; Sezzle keys each of them by `Sezzle-Request-Id`. */
export const movingKinds = ["capture", "release", "refund"] as const;
export type MovingKind = (typeof movingKinds)[number];

/**
 * The life of an operation. `rejected` is a definite refusal of the first try; `unconfirmed` is everything that is
 * not known (a time-out, a lost answer, a process that died while sending); `abandoned` was never sent; `given_up` is what
 * a person let go of who saw, after the time for repeating, that Sezzle does not show it.
 */
export const operationStates = [
  "prepared",
  "sending",
  "succeeded",
  "rejected",
  "unconfirmed",
  "abandoned",
  "given_up",
] as const;
export type OperationState = (typeof operationStates)[number];

/** Tells whether an operation in this state may still turn out either way. */
export function isOpen(state: OperationState): boolean {
  return state === "prepared" || state === "sending" || state === "unconfirmed";
}

/** Tells whether Sezzle may have acted on an operation in this state. */
export function mayHaveActed(state: OperationState): boolean {
  return state === "sending" || state === "unconfirmed" || state === "succeeded" || state === "given_up";
}

/** Tells whether the kind moves money on an authorization. */
export function isMoving(kind: OperationKind): kind is MovingKind {
  return kind === "capture" || kind === "release" || kind === "refund";
}

/** How long after its first try an operation may be repeated under the same key. Sezzle documents no lifetime of keys. */
const repeatWindowMs = 10 * 60_000;

/**
 * The kinds that are repeated by themselves while their end is not known: those that Sezzle keys, and deleting a checkout, which
 * is the same once and twice.
 */
export function isRepeatable(kind: OperationKind): boolean {
  return isMoving(kind) || kind === "cancel_checkout" || kind === "reauthorize";
}

/** When the time for repeating an operation ends, whose first try was sent at this moment. */
export function repeatableUntil(firstSentAt: Date): Date {
  return new Date(firstSentAt.getTime() + repeatWindowMs);
}

/**
 * Whether an operation first sent at this moment may be repeated now. Not after the clock was set back to before it: how long ago
 * that was nobody can say then.
 */
export function mayRepeatAt(firstSentAt: Date, now: Date): boolean {
  return now >= firstSentAt && now < repeatableUntil(firstSentAt);
}

const second = 1000;
const longestPauseMs = 60 * second;

/**
 * When to repeat after so many tries: after 2, 4, 8 … seconds and at most a minute, a quarter more or less as `random` (0 to
 * 1) has it, and never before Sezzle said it may be asked again.
 */
export function repeatAt(tries: number, now: Date, random: number, retryAfterMs = 0): Date {
  const pauseMs = Math.min(longestPauseMs, 2 ** Math.min(tries, 10) * second) * (0.75 + random / 2);
  return new Date(now.getTime() + Math.max(pauseMs, retryAfterMs));
}
