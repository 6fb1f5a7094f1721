import { Pool, type PoolClient } from "pg";
import type { Db, Engine } from "../engine-types.ts";
import { WriteQueue } from "../write-queue.ts";
import { CommitListener } from "./commit-listener.ts";
import { asTold, connectionOf, longestQueryMs, onOwnConnection, StatementNames } from "./connection.ts";
import { contentOf } from "./content.ts";
import { migrate } from "./migrate.ts";
import { postgresDb, type Run } from "./session.ts";
import { WriteConnection } from "./write-connection.ts";

/** How many queries of a process read at once. */
const mostReaders = 8;

/** Opens a PostgreSQL database, which several processes on several machines may share. Connects with the first query. */
export function openPostgres(url: string): Engine {
  const names = new StatementNames();
  const pool = new Pool({
    ...connectionOf(url, { readsOnly: true }),
    query_timeout: longestQueryMs,
    max: mostReaders,
  });
  // A connection that was lost while nobody used it: the next query gets another.
  pool.on("error", () => {});
  const writer = new WriteConnection(url, names);
  const queue = new WriteQueue(writer);
  const listener = new CommitListener(url, (pid) => writer.hasPid(pid));
  const writing: Db = postgresDb(writer.run, (work) => work(writing));
  const reading = postgresDb(runOn(pool, names), (work) => atOneMoment(pool, names, work));
  return {
    read: (work) => work(reading),
    write: (work) => queue.run(() => work(writing)),
    onCommitElsewhere: (told) => listener.add(told),
    emptyJournal: () => sweep(url),
    content: () => contentOf(pool),
    migrate: () => migrate(url),
    close: async () => {
      await Promise.all([pool.end(), writer.close(), listener.close()]);
    },
  };
}

function runOn(connection: Pool | PoolClient, names: StatementNames): Run {
  return async (text, values, asLists) => {
    const name = names.nameOf(text);
    try {
      const query = { ...(name ? { name } : {}), text, values, ...(asLists ? { rowMode: "array" } : {}) };
      return (await connection.query(query)).rows;
    } catch (error) {
      throw asTold(error);
    }
  };
}

async function atOneMoment<Value>(
  pool: Pool,
  names: StatementNames,
  work: (db: Db) => Promise<Value>,
): Promise<Value> {
  const client = await pool.connect().catch((error: unknown) => {
    throw asTold(error);
  });
  const db: Db = postgresDb(runOn(client, names), (inner) => inner(db));
  let lost: Error | undefined;
  // The pool listens to those alone that nobody uses: without a listener the loss of this one would end the process.
  const notice = (error: Error) => {
    lost = error;
  };
  client.on("error", notice);
  try {
    await client.query("begin isolation level repeatable read").catch((error: unknown) => {
      throw asTold(error);
    });
    return await work(db);
  } finally {
    await client.query("commit").catch(notice);
    client.off("error", notice);
    // One that was lost is not given to the next.
    client.release(lost);
  }
}

/**
 * Lets go of the rows that were erased, which PostgreSQL keeps beside the others for a while; not where another process does so just now. What
 * its files, its own log and back-ups still hold is the operator's.
 */
async function sweep(url: string): Promise<boolean> {
  await onOwnConnection(url, (client) =>
    client.query("vacuum (skip_locked) contacts, contact_words, webhook_events"),
  );
  return true;
}
