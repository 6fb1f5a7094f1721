import { Client, DatabaseError, type QueryResult } from "pg";
import type { Transaction } from "../write-queue.ts";
import { commitChannel } from "./commit-listener.ts";
import { isDoubtful, type TransactionMark, timelineOf, wasCommitted } from "./commit-outcome.ts";
import { asTold, connectionOf, longestQueryMs, type StatementNames } from "./connection.ts";
import type { Run } from "./session.ts";

/** What all who write take first. Any number; the same in every process. */
export const writeLock = 7_416_911;

/**
 * The connection of a process that writes. Each transaction begins with one lock that all processes share: as with SQLite there is
 * one writer at a time, which sees all that was committed before, and positions follow the order of commits. (PostgreSQL shows a commit before it
 * lets go of the transaction's locks.)
 */
export class WriteConnection implements Transaction {
  readonly #url: string;
  readonly #names: StatementNames;
  #client: Client | null = null;
  #timeline: string | null = null;
  #transactionId = "";
  #isOpen = false;
  /** Whether the savepoint that stands is that of a piece which has ended. */
  #isReleased = false;
  /** Whether a query of the piece that runs has failed. */
  #hasFailed = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(url: string, names: StatementNames) {
    this.#url = url;
    this.#names = names;
  }

  readonly run: Run = async (text, values, asLists) => {
    const name = this.#names.nameOf(text);
    const query = { ...(name ? { name } : {}), text, values, ...(asLists ? { rowMode: "array" } : {}) };
    return (await this.#inTurn((client) => client.query(query))).rows;
  };

  async begin(): Promise<void> {
    try {
      await this.#connected();
      const results = await this.#send(
        `begin; select pg_advisory_xact_lock(${writeLock}); select pg_current_xact_id()::text as id`,
      );
      this.#transactionId = results.at(-1)?.rows[0].id;
    } catch (error) {
      // The next one gets another connection: this one may lead to a server that has become a replica, and would for ever.
      await this.close();
      throw asTold(error);
    }
    this.#isOpen = true;
    this.#isReleased = false;
  }

  async savepoint(): Promise<void> {
    await this.#send(this.#isReleased ? "release piece; savepoint piece" : "savepoint piece");
    this.#isReleased = false;
    this.#hasFailed = false;
  }

  /** Sent with the savepoint of the next piece: that is one way to the database less. The commit needs none. */
  async release(): Promise<void> {
    await this.#last;
    // After a query that failed the database takes no other: a piece that passed over one has failed.
    if (this.#hasFailed) throw new Error("a query that failed was passed over");
    this.#isReleased = true;
  }

  async rollbackToSavepoint(): Promise<void> {
    await this.#send("rollback to piece; release piece");
  }

  /**
   * Commits, and has other processes be told of it with the same word to the database. When the connection is lost before the answer
   * comes, the database is asked what became of it.
   */
  async commit(): Promise<void> {
    const mark: TransactionMark = { transactionId: this.#transactionId, timeline: this.#timeline };
    let command: string | undefined;
    try {
      command = (await this.#send(`select pg_notify('${commitChannel}', ''); commit`)).at(-1)?.command;
    } catch (error) {
      if (!isDoubtful(error)) throw error;
      this.#isOpen = false;
      await this.close();
      if (await wasCommitted(mark, () => this.#connected())) return;
      throw error;
    }
    this.#isOpen = false;
    // Of a transaction in which something failed PostgreSQL answers a commit by undoing it, and calls that no error.
    if (command !== "COMMIT") throw new Error("the transaction was undone");
  }

  /** Undoes the transaction: where need be by letting go of the connection, with which it ends. */
  async rollback(): Promise<void> {
    this.#isOpen = false;
    await this.#send("rollback").catch(() => this.close());
  }

  /** Whether this is the number of the connection at the server. */
  hasPid(pid: number): boolean {
    // The types leave out what the protocol gives each connection at its start.
    return (this.#client as (Client & { processID?: number }) | null)?.processID === pid;
  }

  isOpen(): boolean {
    return this.#isOpen;
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    this.#isOpen = false;
    await client?.end().catch(() => {});
  }

  /** Sends statements. Of several the driver gives a list of results, which its types do not say. */
  async #send(text: string): Promise<QueryResult[]> {
    const results: QueryResult | QueryResult[] = await this.#inTurn((client) => client.query(text));
    return [results].flat();
  }

  /** One statement after another, as they come: a client takes no second one before the first has ended. */
  #inTurn<Value>(work: (client: Client) => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(async () => {
      if (!this.#client) throw new Error("the connection to the database was lost");
      return work(this.#client);
    });
    this.#last = turn.catch((error: unknown) => {
      this.#hasFailed = true;
      // No answer, or half of one: nothing is asked by way of this connection any more.
      if (!(error instanceof DatabaseError)) void this.close();
    });
    return turn.catch((error: unknown) => {
      throw asTold(error);
    });
  }

  async #connected(): Promise<Client> {
    if (this.#client) return this.#client;
    const client = new Client({
      ...connectionOf(this.#url, { readsOnly: false }),
      query_timeout: longestQueryMs,
    });
    const forget = () => {
      if (this.#client !== client) return;
      this.#client = null;
      this.#isOpen = false;
    };
    client.on("error", forget);
    client.on("end", forget);
    try {
      await client.connect();
      this.#timeline = await timelineOf(client);
      // A commit that was reported survives a power cut.
      await client.query(
        "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'",
      );
    } catch (error) {
      void client.end().catch(() => {});
      throw error;
    }
    this.#client = client;
    return client;
  }
}
