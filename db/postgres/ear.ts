import { Client } from "pg";
import { connectionOf } from "./connection.ts";

/** After the connection was lost, until it is tried to make another. */
const pauseMs = 1_000;

/**
 * A connection that hears of lines of history as any process commits them: the database itself tells (see the trigger that numbers them). While the
 * connection is lost nothing is heard: whoever needs to know looks from time to time as well.
 */
export class Ear {
  readonly #url: string;
  readonly #tell: () => void;
  #client: Client | null = null;
  #pause: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(url: string, tell: () => void) {
    this.#url = url;
    this.#tell = tell;
    void this.#connect();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#pause);
    await this.#client?.end().catch(() => {});
  }

  async #connect(): Promise<void> {
    const client = new Client(connectionOf(this.#url, { readsOnly: true }));
    this.#client = client;
    client.on("notification", () => this.#tell());
    client.on("error", () => {});
    client.on("end", () => this.#connectLater());
    try {
      await client.connect();
      await client.query("listen history");
      // What was committed while nobody listened.
      this.#tell();
    } catch {
      await client.end().catch(() => {});
      this.#connectLater();
    }
  }

  #connectLater(): void {
    if (this.#isClosed) return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#connect(), pauseMs).unref();
  }
}
