/** No lease is given for longer than this. */
const longestLeaseMs = 60_000;

/**
 * The latest moment at which a lease that was given by now can end. One that ends later was given before the clock was set back,
 * and says nothing about whether its holder lives: a holder that does renews it within seconds.
 */
export function latestLeaseEnd(now: Date): Date {
  return new Date(now.getTime() + longestLeaseMs);
}
