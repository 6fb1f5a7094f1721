import { AppProcess } from "../support/app-process.ts";
import { freePort } from "../support/free-port.ts";
import { openTcpProxy, type TcpProxy } from "../support/tcp-proxy.ts";
import type { Random } from "./random.ts";

type FleetSettings = { database: string; gatewayUrl: string; environment: Record<string, string> };

/**
 * The app's processes on one database file, and the one public address in front of them, where webhooks arrive. There are two
 * places for a process; one of them runs as a rule, both while a deploy overlaps.
 */
export class Fleet {
  readonly #network: TcpProxy;
  readonly #places: AppProcess[] = [];
  readonly #ready = new Set<AppProcess>();
  #turn = 0;

  private constructor(network: TcpProxy) {
    this.#network = network;
  }

  /** Two places, none of them running yet. */
  static async open({ database, gatewayUrl, environment }: FleetSettings): Promise<Fleet> {
    const fleet: Fleet = new Fleet(await openTcpProxy(() => fleet.#nextUrl()));
    const shared = { database, gatewayUrl, environment: { ...environment, APP_URL: fleet.publicUrl } };
    for (let place = 0; place < 2; place += 1)
      fleet.#places.push(new AppProcess({ ...shared, port: await freePort() }));
    return fleet;
  }

  get publicUrl(): string {
    return this.#network.url;
  }

  get running(): AppProcess[] {
    return [...this.#ready];
  }

  /** What all processes have printed. */
  get outputs(): string[] {
    return this.#places.map((it) => it.output);
  }

  /** A process that answers now; null when there is none. */
  urlOf(random: Random): string | null {
    const [first, ...more] = this.#ready;
    return first ? random.pick([first, ...more]).url : null;
  }

  /** Starts a process in a free place, and returns once it is ready. */
  async start(): Promise<AppProcess> {
    const place = this.#places.find((it) => !this.#ready.has(it));
    if (!place) throw new Error("both places are taken");
    await place.start();
    this.#ready.add(place);
    return place;
  }

  /** Ends a process; nothing is asked of it any more. */
  async end(process: AppProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    this.#ready.delete(process);
    await process.stop(signal);
  }

  async close(): Promise<void> {
    await this.#network.cut();
    await Promise.all(this.running.map((it) => this.end(it, "SIGTERM")));
  }

  /** Webhooks go to each in turn. To nobody at all: the connection breaks. */
  #nextUrl(): string {
    const running = this.running;
    this.#turn += 1;
    return (running[this.#turn % running.length] ?? this.#places[0])?.url ?? "http://localhost:1";
  }
}
