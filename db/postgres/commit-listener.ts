import { Client } from "pg";
import { connectionOf } from "./connection.ts";

/** What every commit is told on. The same in every process. */
export const commitChannel = "till_commit";

const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** A connection whose other end is gone without a word is noticed after this. */
const probeMs = 15_000;

/**
 * The connection of a process that hears of other processes' commits. Whatever becomes of it, it comes back by itself; what was
 * committed meanwhile is told of at once then. It carries a hint and no more: whoever listens reads what is committed, and looks for
 * it from time to time without being told.
 */
export class CommitListener {
  readonly #url: string;
  readonly #isOwn: (senderPid: number) => boolean;
  readonly #listeners = new Set<() => void>();
  #client: Client | null = null;
  #timer: NodeJS.Timeout | undefined;
  #pauseMs = firstPauseMs;
  #isClosed = false;

  /** `isOwn` tells whether a commit is this process's own, by the number of the connection that sent word of it. */
  constructor(url: string, isOwn: (senderPid: number) => boolean) {
    this.#url = url;
    this.#isOwn = isOwn;
  }

  /** Calls the listener after each commit of another process. Connects with the first. */
  add(listener: () => void): void {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) void this.#connect();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#client?.end().catch(() => {});
  }

  async #connect(): Promise<void> {
    const client = new Client({
      ...connectionOf(this.#url, { readsOnly: true }),
      application_name: "till listener",
      query_timeout: probeMs,
    });
    this.#client = client;
    client.on("error", () => {});
    client.on("end", () => this.#reconnect(client));
    client.on("notification", ({ processId }) => {
      if (!this.#isOwn(processId)) this.#tell();
    });
    try {
      await client.connect();
      await client.query(`listen ${commitChannel}`);
    } catch {
      this.#reconnect(client);
      return;
    }
    if (this.#isClosed) return void client.end().catch(() => {});
    this.#pauseMs = firstPauseMs;
    this.#probeLater(client);
    // Between its last word and this moment there may have been commits.
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #probeLater(client: Client): void {
    this.#timer = setTimeout(async () => {
      try {
        await client.query("select 1");
        this.#probeLater(client);
      } catch {
        this.#reconnect(client);
      }
    }, probeMs).unref();
  }

  /** Lets go of the connection, and makes another after a pause that grows while none can be made. */
  #reconnect(lost: Client): void {
    if (this.#client !== lost) return;
    this.#client = null;
    clearTimeout(this.#timer);
    lost.end().catch(() => {});
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => void this.#connect(), this.#pauseMs).unref();
    this.#pauseMs = Math.min(this.#pauseMs * 2, longestPauseMs);
  }
}
