/** What one process has noticed of Sezzle's gateway. */
export type GatewayImpression = {
  /** Exchanges in a row without a usable answer. */
  failures: number;
  /** When the first of them began. */
  failingSince: Date | null;
  /** When the last usable answer came. */
  answeredAt: Date | null;
  /** Since when the gateway is taken to be down; null while it is taken to answer. */
  downSince: Date | null;
};

/** How one exchange with the gateway ended. */
export type ExchangeEnd = {
  /** A whole success or a definite refusal came; no time-out, broken connection or 5xx. */
  isAnswered: boolean;
  startedAt: Date;
  endedAt: Date;
};

/** So many exchanges in a row, over so long, have to fail: one lost answer is nobody's outage. */
const failuresAtLeast = 3;
const failingAtLeastMs = 3_000;

/** How long a call may go without its answer before it is asked whether the gateway answers at all. */
const patienceMs = 5_000;

export const noImpression: GatewayImpression = {
  failures: 0,
  failingSince: null,
  answeredAt: null,
  downSince: null,
};

/**
 * What to think of the gateway after one more exchange. Any usable answer means that it is there. A failure counts only when
 * nothing was answered since its exchange began: one that hung while others were answered says nothing of the gateway.
 */
export function afterExchange(before: GatewayImpression, end: ExchangeEnd): GatewayImpression {
  const { isAnswered, startedAt, endedAt } = end;
  if (isAnswered) return { ...noImpression, answeredAt: endedAt };
  if (before.answeredAt && startedAt < before.answeredAt) return before;
  const failures = before.failures + 1;
  const failingSince =
    before.failingSince && before.failingSince < startedAt ? before.failingSince : startedAt;
  const isDown =
    failures >= failuresAtLeast && endedAt.getTime() - failingSince.getTime() >= failingAtLeastMs;
  return { ...before, failures, failingSince, downSince: before.downSince ?? (isDown ? failingSince : null) };
}

/** The same after another process has said since when the gateway is down, or (null) that it answers again. */
export function afterWord(before: GatewayImpression, downSince: Date | null): GatewayImpression {
  const hasChanged = downSince?.getTime() !== before.downSince?.getTime();
  if (!hasChanged) return before;
  return downSince ? { ...before, downSince } : { ...noImpression, answeredAt: before.answeredAt };
}

/**
 * Tells whether the gateway should be asked for nothing but an answer: it is taken to be down, a call has failed, or one has
 * waited long while nothing else was answered. `waitingSince`: when the oldest call under way began.
 */
export function isInDoubt(
  { failures, downSince, answeredAt }: GatewayImpression,
  waitingSince: Date | null,
  now: Date,
): boolean {
  if (downSince || failures > 0) return true;
  if (!waitingSince || (answeredAt && waitingSince < answeredAt)) return false;
  return now.getTime() - waitingSince.getTime() >= patienceMs;
}
