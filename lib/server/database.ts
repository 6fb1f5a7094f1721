import { type Db, type Engine, openEngine } from "#db/engine.ts";
import { env } from "./env.ts";
import { oncePerProcess } from "./once.ts";

function engine(): Engine {
  return oncePerProcess("database", () => {
    const opened = openEngine(env().database);
    opened.onCommitElsewhere(tellOfCommit);
    return opened;
  });
}

const commitListeners = () => oncePerProcess("commit listeners", () => new Set<() => void>());

const telling = () => oncePerProcess("telling of commits", () => ({ isDue: false }));

/** Pieces of work that were committed together are told of once. */
function tellOfCommit(): void {
  const it = telling();
  if (it.isDue) return;
  it.isDue = true;
  queueMicrotask(() => {
    it.isDue = false;
    for (const listener of commitListeners()) listener();
  });
}

/**
 * Calls the listener after each commit of this process, and where the database tells of them after those of others: that is when
 * there may be something to publish.
 */
export function onCommit(listener: () => void): void {
  commitListeners().add(listener);
}

/** Runs queries that only read, on what was last committed. */
export function read<Value>(work: (db: Db) => Promise<Value>): Promise<Value> {
  return engine().read(work);
}

/** Runs one transaction, alone from its first statement to its commit, awaiting nothing but the database. */
export async function write<Value>(work: (db: Db) => Promise<Value>): Promise<Value> {
  const value = await engine().write(work);
  tellOfCommit();
  return value;
}

/**
 * Has what was deleted go from the journal as well. True when it has; false when somebody was in the way, and it is to be tried
 * again.
 */
export function emptyJournal(): Promise<boolean> {
  return engine().emptyJournal();
}
