import { createHash } from "node:crypto";
import { Client, type ClientConfig, DatabaseError, types } from "pg";
import { DatabaseAwayError } from "../database-away.ts";

/** How long a connection, and another process's transaction, is waited for. */
const patienceMs = 5_000;

/** A process that stops in the middle of a transaction must not hold the others up for ever. */
const longestIdleMs = 10_000;

/**
 * A query that has no answer by then gets none: its connection is lost, as when the server's machine goes down without a word. Longer
 * than the longest query of a request takes.
 */
export const longestQueryMs = 30_000;

const { builtins } = types;
const asNumber = (text: string) => Number(text);

/** Values as SQLite has them: every number is one, and so is what is true. */
const readers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, asNumber],
  [builtins.NUMERIC, asNumber],
  [builtins.BOOL, (text) => (text === "t" ? 1 : 0)],
]);

/** How to connect to a database. */
export function connectionOf(url: string, { readsOnly }: { readsOnly: boolean }): ClientConfig {
  return {
    connectionString: url,
    application_name: "till",
    connectionTimeoutMillis: patienceMs,
    // A server that is gone without a word is noticed.
    keepAlive: true,
    keepAliveInitialDelayMillis: longestIdleMs,
    options: [
      `-c lock_timeout=${patienceMs}`,
      `-c idle_in_transaction_session_timeout=${longestIdleMs}`,
      ...(readsOnly ? ["-c default_transaction_read_only=on"] : []),
    ].join(" "),
    types: {
      getTypeParser: ((oid: number, format?: "text" | "binary") =>
        readers.get(oid) ?? types.getTypeParser(oid, format as "text")) as typeof types.getTypeParser,
    },
  };
}

/** Does something on a connection of its own, which ends with it. */
export async function onOwnConnection<Value>(
  url: string,
  work: (client: Client) => Promise<Value>,
): Promise<Value> {
  const client = new Client(connectionOf(url, { readsOnly: false }));
  // Whoever queries next is told: without a listener the loss of the connection would end the process.
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** More than all the queries there are; lists of varying lengths make further ones, which are read each time. */
const mostNames = 500;

/** Names statements by their text, so that a connection reads each once. */
export class StatementNames {
  readonly #names = new Map<string, string>();

  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= mostNames) return known;
    const name = createHash("sha256").update(text).digest("base64url").slice(0, 32);
    this.#names.set(text, name);
    return name;
  }
}

/** Codes of errors that are about the server or the connection, and not about what was asked: also one that waited in vain for its turn. */
const awayCode = /^(08|53|57P|55P03)/;

/**
 * What the database refused, without the values that PostgreSQL tells of: they may be a shopper's, and errors are logged. What is no
 * refusal is told as the database being away.
 */
export function asTold(error: unknown): unknown {
  if (error instanceof DatabaseAwayError) return error;
  if (error instanceof DatabaseError && !awayCode.test(error.code ?? "")) return withoutValues(error);
  return error instanceof Error ? new DatabaseAwayError(error) : error;
}

function withoutValues(error: DatabaseError): DatabaseError {
  error.detail = /^Key \([^)]*\)/.exec(error.detail ?? "")?.[0];
  error.where = undefined;
  error.internalQuery = undefined;
  return error;
}
