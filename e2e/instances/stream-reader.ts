import { type IncomingMessage, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const reconnectAfterMs = 100;
const silentAtMostMs = 10_000;

/** A time in which a stream was not live, by the clock of this process. */
export type Gap = { fromMs: number; toMs: number };

/**
 * A tablet's live stream, as its page reads it: connects again whenever it breaks, with the last position it has. Notes each position it
 * gets, and for how long it was not live.
 */
export class StreamReader {
  readonly storeIds: ReadonlySet<string>;
  /** The position from which on it follows. */
  readonly from: Promise<number>;
  readonly positions: number[] = [];
  readonly gaps: Gap[] = [];
  resets = 0;
  readonly #url: string;
  readonly #cookie: () => string;
  readonly #begun = Promise.withResolvers<number>();
  #lastId: number | null = null;
  #lostAt: number | null = null;
  #isOpen = true;
  #response: IncomingMessage | null = null;
  readonly #running: Promise<void>;

  constructor(url: string, cookie: () => string, storeIds: string[]) {
    this.#url = url;
    this.#cookie = cookie;
    this.storeIds = new Set(storeIds);
    this.from = this.#begun.promise;
    this.#running = this.#run();
  }

  get lastId(): number {
    return this.#lastId ?? 0;
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    this.#response?.destroy();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isOpen) {
      await this.#read().catch(() => {});
      this.#lostAt ??= performance.now();
      await sleep(reconnectAfterMs);
    }
  }

  async #read(): Promise<void> {
    const response = await this.#connect();
    this.#response = response;
    if (!this.#isOpen || response.statusCode !== 200) {
      response.destroy();
      return;
    }
    response.setTimeout(silentAtMostMs, () => response.destroy(new Error("the stream is silent")));
    response.setEncoding("utf8");
    let rest = "";
    for await (const text of response as AsyncIterable<string>) {
      const blocks = (rest + text).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) this.#take(block);
    }
  }

  #connect(): Promise<IncomingMessage> {
    const headers = {
      cookie: this.#cookie(),
      ...(this.#lastId === null ? {} : { "last-event-id": String(this.#lastId) }),
    };
    return new Promise((resolve, reject) => {
      const asked = request(
        `${this.#url}/api/events`,
        { headers, agent: false, timeout: silentAtMostMs },
        resolve,
      );
      asked.on("timeout", () => asked.destroy(new Error("no answer")));
      asked.on("error", reject);
      asked.end();
    });
  }

  /** One event: its position, its name. (WHATWG HTML, server-sent events.) */
  #take(block: string): void {
    const [, id, event] = /^(?:id: (\d+)\n)?event: (\w+)\n/.exec(block) ?? [];
    if (this.#lostAt !== null) this.gaps.push({ fromMs: this.#lostAt, toMs: performance.now() });
    this.#lostAt = null;
    if (event === "reset") this.resets += 1;
    if (id === undefined) return;
    const isFirst = this.#lastId === null;
    this.#lastId = Number(id);
    if (isFirst) this.#begun.resolve(this.#lastId);
    if (event === "change") this.positions.push(this.#lastId);
  }
}
