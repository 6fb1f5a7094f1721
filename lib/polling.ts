import type { SaleStatus } from "./order-state.ts";

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/** How often Sezzle is asked for an order a screen shows, for one whose time runs out, and for any other that can still change. */
export const watchedPollMs = 3.5 * second;
export const endingPollMs = 10 * second;
export const unwatchedPollMs = 50 * second;
/** From when on before its expiry an order's time runs out. */
export const checkoutEndingMs = minute;
export const authorizationEndingMs = 5 * minute;
/** How long a captured order is asked for once a day: refunds made elsewhere are announced, but events can be lost. */
const settledPollDays = 30;

export type PollFacts = {
  status: SaleStatus;
  /** An operation of ours on this order has no known end. */
  isOpen: boolean;
  isWatched: boolean;
  checkoutExpiresAt: Date | null;
  authorizationExpiresAt: Date | null;
  /** When the sale was started. */
  createdAt: Date;
  now: Date;
};

/**
 * When an order is to be asked for next; null when nothing can come of it any more. What nobody announces (denied, expired,
 * deleted, released) is found by this alone.
 */
export function nextPollAt(facts: PollFacts): Date | null {
  const delay = usualDelayMs(facts);
  if (delay === null) return null;
  const now = facts.now.getTime();
  const ending = nextEnding(facts);
  if (!ending) return new Date(now + delay);
  if (now < ending.from) return new Date(Math.min(now + delay, ending.from));
  // A second after an expiry Sezzle knows what became of it.
  return new Date(Math.min(now + Math.min(delay, endingPollMs), ending.expiry + second));
}

/**
 * When to ask again after asking has failed so many times in a row: 2, 4, 8 … seconds, at most as long as an unwatched order
 * waits, so that the end of an outage is not noticed minutes late.
 */
export function retryAt(failures: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(unwatchedPollMs, 2 ** Math.min(failures, 10) * second));
}

function usualDelayMs({ status, isOpen, isWatched, createdAt, now }: PollFacts): number | null {
  const often = isWatched ? watchedPollMs : unwatchedPollMs;
  if (isOpen) return often;
  switch (status) {
    case "creating":
    case "unconfirmed":
    case "link_sent":
    case "checking":
    case "authorized":
    case "partially_captured":
      return often;
    case "captured":
    case "partially_refunded":
    // Sezzle may know better than a clock that ran out.
    case "authorization_expired":
      return now.getTime() - createdAt.getTime() < settledPollDays * day ? day : null;
    case "failed":
    case "denied":
    case "cancelled":
    case "checkout_expired":
    case "released":
    case "refunded":
      return null;
  }
}

/** The expiry that comes next, and from when on the order's time runs out; null when none is ahead. */
function nextEnding(facts: PollFacts): { from: number; expiry: number } | null {
  const { status, checkoutExpiresAt, authorizationExpiresAt, now } = facts;
  const isLink = status === "link_sent";
  if (!isLink && status !== "authorized" && status !== "partially_captured") return null;
  const expiry = (isLink ? checkoutExpiresAt : authorizationExpiresAt)?.getTime();
  if (expiry === undefined || expiry <= now.getTime()) return null;
  return { from: expiry - (isLink ? checkoutEndingMs : authorizationEndingMs), expiry };
}

/** When to work a webhook off again after that has failed so many times: 2, 4, 8 … seconds, at most ten minutes. */
export function eventRetryAt(failures: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(10 * minute, 2 ** Math.min(failures, 10) * second));
}

/** How often payouts are read: they are made once a day at most, and nobody waits at a counter for one. */
const payoutReadMs = 6 * 60 * minute;

/** When the payouts are read again after they were read whole. */
export function nextPayoutReadAt(now: Date): Date {
  return new Date(now.getTime() + payoutReadMs);
}

/** When to read the payouts again after that has failed so many times in a row: 1, 2, 4 … minutes, at most an hour. */
export function payoutRetryAt(failures: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(60 * minute, 2 ** Math.min(failures - 1, 10) * minute));
}
