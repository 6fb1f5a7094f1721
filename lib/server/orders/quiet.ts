import { findGatewayHealth, setQuietUntil } from "#db/queries/gateway-health.ts";
import { AskBudget } from "#lib/ask-budget.ts";
import { read, write } from "../database.ts";
import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";
import { GatewayError } from "../sezzle/gateway-error.ts";

/** What this process may ask for of its own accord. */
export const askBudget = () => oncePerProcess("ask budget", () => new AskBudget());

/** Whether Sezzle turned a request away as one too many, be it at its sign-in. */
export function isTooMany(error: GatewayError): boolean {
  return error.status === 429 || (error.cause instanceof GatewayError && error.cause.status === 429);
}

/** Leaves Sezzle alone for a while, in all processes: what the till asks by itself waits. What people ask for goes on. */
export async function beQuiet({ retryAfterMs }: GatewayError): Promise<void> {
  const pauseMs = askBudget().turnedAway(performance.now(), retryAfterMs);
  const quietUntil = new Date(Date.now() + pauseMs);
  log().warn(
    { quietUntil, retryAfterMs },
    "Sezzle was asked too often: the till asks nothing by itself for a while",
  );
  await write((db) => setQuietUntil(db, quietUntil));
}

/** Until when Sezzle is left alone; null when it is not. */
export async function findQuietUntil(now = new Date()): Promise<Date | null> {
  const { quietUntil } = await read(findGatewayHealth);
  return quietUntil && quietUntil > now ? quietUntil : null;
}
