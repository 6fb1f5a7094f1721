import { type IncomingMessage, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Fleet } from "./fleet.ts";
import type { Random } from "./random.ts";
import type { StaffMember } from "./staff-member.ts";

const reconnectAfterMs = 100;
const silentAtMostMs = 10_000;

/**
 * A tablet's live stream, as its page reads it: connects again whenever it breaks, with the last position it has. Notes the position of
 * each change in the order they came.
 */
export class Tablet {
  readonly name: string;
  /** The stores whose sales its person sees. */
  readonly storeIds: ReadonlySet<string>;
  /** Positions of changes that nobody has looked at yet. */
  readonly received: number[] = [];
  /** How often the stream said that too much was missed to be told. */
  resets = 0;
  connections = 0;
  readonly #staff: StaffMember;
  readonly #fleet: Fleet;
  readonly #random: Random;
  #lastId = 0;
  #isOpen = true;
  #response: IncomingMessage | null = null;
  readonly #running: Promise<void>;

  constructor(name: string, staff: StaffMember, storeIds: string[], fleet: Fleet, random: Random) {
    this.name = name;
    this.storeIds = new Set(storeIds);
    this.#staff = staff;
    this.#fleet = fleet;
    this.#random = random;
    this.#running = this.#run();
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    this.#response?.destroy();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#isOpen) {
      const url = this.#fleet.urlOf(this.#random);
      if (url) await this.#read(url).catch(() => {});
      await sleep(reconnectAfterMs);
    }
  }

  async #read(url: string): Promise<void> {
    const response = await this.#connect(url);
    this.#response = response;
    if (!this.#isOpen || response.statusCode !== 200) {
      response.destroy();
      return;
    }
    this.connections += 1;
    let rest = "";
    response.setEncoding("utf8");
    for await (const text of response as AsyncIterable<string>) {
      const blocks = (rest + text).split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) this.#take(block);
    }
  }

  #connect(url: string): Promise<IncomingMessage> {
    const { host } = new URL(this.#fleet.publicUrl);
    const headers = { host, cookie: this.#staff.client.cookieHeader, "last-event-id": String(this.#lastId) };
    return new Promise((resolve, reject) => {
      const asked = request(`${url}/api/events`, { headers, agent: false, timeout: silentAtMostMs }, resolve);
      asked.on("timeout", () => asked.destroy(new Error("the stream is silent")));
      asked.on("error", reject);
      asked.end();
    });
  }

  /** One event: its position, its name. (WHATWG HTML, server-sent events.) */
  #take(block: string): void {
    const [, id, event] = /^(?:id: (\d+)\n)?event: (\w+)\n/.exec(block) ?? [];
    if (event === "reset") this.resets += 1;
    if (event !== "change" || id === undefined) return;
    this.#lastId = Number(id);
    this.received.push(this.#lastId);
  }
}
