import type Database from "better-sqlite3";

/** What every part of the sandbox is handed: its books, its clock, its keys and its public address. */
export interface Sandbox {
  readonly db: Database.Database;
  /** The current time, UTC in milliseconds since the epoch. */
  readonly now: () => number;
  readonly publicKey: string;
  readonly privateKey: string;
  /** The address used in links, without a trailing slash. Known once the port is. */
  url: string;
  /** Aborted when the sandbox shuts down, so that a delayed answer does not keep it alive. */
  readonly stopping: AbortSignal;
  /** Tells the delivery worker that something may be due. */
  wakeDeliveries: () => void;
}

/** Runs `work` in one write transaction; inside another transaction it becomes a savepoint. */
export function transact<T>(sandbox: Sandbox, work: () => T): T {
  return sandbox.db.transaction(work).immediate();
}

/** A time as the API shows it: ISO 8601 in UTC, or null where there is none. */
export function isoTime(at: number): string;
export function isoTime(at: number | null): string | null;
export function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
