import type { IdleSince } from "#db/queries/people.ts";
import { longestHeldMs } from "#lib/tablet-lock.ts";

const minute = 60_000;
const hour = 60 * minute;

/** How long a sign-in lasts at most: a long working day. */
export const sessionMs = 14 * hour;

/** How long a session lasts in which nobody does anything: a counter that has been left. */
const idleMs = 2 * hour;

/** That a person was seen is written down no more often than this. */
export const touchEveryMs = minute;

/**
 * A session whose person was last seen at these moments, or before, has ended. A paired tablet locks itself; one that slept, or
 * whose page was thrown away, is found locked all the same.
 */
export function idleSince(now: Date): IdleSince {
  const at = now.getTime();
  return { browser: new Date(at - idleMs), tablet: new Date(at - longestHeldMs - touchEveryMs) };
}
