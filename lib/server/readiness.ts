import { findIdentity } from "#db/queries/identity.ts";
import { read } from "./database.ts";
import { log } from "./log.ts";
import { oncePerProcess } from "./once.ts";

const shutdown = () => oncePerProcess("shutdown", () => ({ begun: false }));

/** From now on this process takes no new work. */
export function beginShutdown(): void {
  shutdown().begun = true;
}

/** Tells whether this process is about to end. */
export function isShuttingDown(): boolean {
  return shutdown().begun;
}

/** Tells whether this process can do its work: its database answers and it is not shutting down. */
export async function isReady(): Promise<boolean> {
  if (shutdown().begun) return false;
  try {
    return (await read(findIdentity)) !== null;
  } catch (error) {
    log().error({ err: error }, "the database does not answer");
    return false;
  }
}
