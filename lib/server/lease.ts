import { log } from "./log.ts";

/**
 * How long a lease is believed after its last renewal. A process that died is taken for dead after this; one that is alive
 * renews three times as often.
 */
const leaseMs = 15_000;

/** When a lease that is taken or renewed now runs out. */
export function leaseEnd(now = new Date()): Date {
  return new Date(now.getTime() + leaseMs);
}

/** Does the work while renewing its lease. A renewal that fails is tried again at the next turn. */
export async function whileRenewing<Value>(
  renew: () => Promise<void>,
  work: () => Promise<Value>,
): Promise<Value> {
  const timer = setInterval(() => {
    renew().catch((error) => log().warn({ err: error }, "a lease could not be renewed"));
  }, leaseMs / 3);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
