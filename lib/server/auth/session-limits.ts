const minute = 60_000;
const hour = 60 * minute;

/** How long a sign-in lasts at most: a long working day. */
export const sessionMs = 14 * hour;

/** How long a session lasts in which nobody does anything: a counter that has been left. */
const idleMs = 2 * hour;

/** A session whose person was last seen at this moment, or before, has ended. */
export function idleSince(now: Date): Date {
  return new Date(now.getTime() - idleMs);
}

/** That a person was seen is written down no more often than this. */
export const touchEveryMs = minute;
