import { Client } from "pg";
import type { Transaction } from "../write-queue.ts";
import { connectionOf, type StatementNames, withoutValues } from "./connection.ts";
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
    this.#client ??= await this.#connect();
    try {
      await this.#send(`begin; select pg_advisory_xact_lock(${writeLock})`);
    } catch (error) {
      await this.rollback();
      throw error;
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
   * Commits. When the connection is lost before the answer comes, nobody knows whether it was committed: what was written under a
   * lease is looked at again once that has passed, and a wish that comes again is found.
   */
  async commit(): Promise<void> {
    const { command } = await this.#inTurn((client) => client.query("commit"));
    this.#isOpen = false;
    // Of a transaction in which something failed PostgreSQL answers a commit by undoing it, and calls that no error.
    if (command !== "COMMIT") throw new Error("the transaction was undone");
  }

  /** Undoes the transaction: where need be by letting go of the connection, with which it ends. */
  async rollback(): Promise<void> {
    this.#isOpen = false;
    await this.#send("rollback").catch(() => this.close());
  }

  isOpen(): boolean {
    return this.#isOpen;
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => {});
  }

  async #send(text: string): Promise<void> {
    await this.#inTurn((client) => client.query(text));
  }

  /** One statement after another, as they come: a client takes no second one before the first has ended. */
  #inTurn<Value>(work: (client: Client) => Promise<Value>): Promise<Value> {
    const turn = this.#last.then(async () => {
      if (!this.#client) throw new Error("the connection to the database was lost");
      return work(this.#client);
    });
    this.#last = turn.catch(() => {
      this.#hasFailed = true;
    });
    return turn.catch((error: unknown) => {
      throw withoutValues(error);
    });
  }

  async #connect(): Promise<Client> {
    const client = new Client(connectionOf(this.#url, { readsOnly: false }));
    const forget = () => {
      if (this.#client !== client) return;
      this.#client = null;
      this.#isOpen = false;
    };
    client.on("error", forget);
    client.on("end", forget);
    await client.connect();
    // A commit that was reported survives a power cut.
    await client.query(
      "select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'",
    );
    return client;
  }
}
