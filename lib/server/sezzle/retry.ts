import type { GatewayError } from "./gateway-error.ts";

const retriesAtMost = 2;
const waitAtMostMs = 5_000;
const firstBackOffMs = 250;

/** `safe`: repeating changes nothing at Sezzle. `changing`: a repeat may move money twice. `unhurried`: as safe, but a 429 stands. */
export type CallKind = "safe" | "changing" | "unhurried";

/** Reads `Retry-After`, seconds or an HTTP date, into milliseconds from `nowMs`; undefined when absent or no such thing. */
export function parseRetryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  // Only what ends as HTTP dates do: Date.parse makes a date of almost anything.
  const at = /GMT$/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs);
}

function mayRepeat(error: GatewayError, kind: CallKind): boolean {
  // A 429 was turned away at the door, so even a changing call may come again.
  if (error.status === 429) return kind !== "unhurried";
  // After a lost answer or a 5xx a changing call may have been acted on: whoever holds its key decides.
  if (kind === "changing") return false;
  // A time-out has already cost the caller its patience, and whoever waits for state asks again soon anyway.
  return error.reason === "network" || (error.reason === "answer" && (error.status ?? 0) >= 500);
}

/**
 * How long to wait before the next try of a call, in milliseconds; null when the error stands. At most two repeats and
 * five seconds of waiting a call; `Retry-After` is kept to, and one beyond those seconds ends the tries.
 */
export function retryDelayMs(
  error: GatewayError,
  kind: CallKind,
  soFar: { retries: number; waitedMs: number },
): number | null {
  if (soFar.retries >= retriesAtMost || !mayRepeat(error, kind)) return null;
  const backOffMs = firstBackOffMs * 2 ** soFar.retries * (0.5 + Math.random() / 2);
  const delayMs = Math.max(error.retryAfterMs ?? 0, backOffMs);
  return soFar.waitedMs + delayMs > waitAtMostMs ? null : delayMs;
}
