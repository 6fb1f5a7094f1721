import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { atRate, ratePerSecond, Sender } from "./http-load.ts";
import { writeOpenSales } from "./open-sales.ts";
import type { Measurement } from "./report.ts";
import { furnishChain } from "./shop.ts";
import { authSecret, type Site, startApp, startBare, startGateway } from "./site.ts";
import { percentile } from "./statistics.ts";
import { takeTurns } from "./turns.ts";
import { keptEvents, sendOk, webhookAbout, workedOff } from "./webhooks.ts";

const rounds = 5;
const atOnce = 50;
const openOrders = 100;
const flood = { atOnce, warmMs: 500, ms: 2_500 };
const steady = { aSecond: 200, count: 800 };

/**
 * Signed webhooks of 1 KB, each on disk before its 200: as many as are taken, and at a steady rate. They are about open sales, and the app
 * works them off meanwhile as it always does.
 */
export async function measureIngest(site: Site): Promise<Measurement[]> {
  const [ours, bares] = [join(site.folder, "ingest.db"), join(site.folder, "ingest-bare.db")];
  const chain = await furnishChain(ours, authSecret, { stores: 5, tabletsAStore: 2, managers: 0 });
  const sales = await writeOpenSales(ours, chain, { count: openOrders });
  copyFileSync(ours, bares);
  const gateway = await startGateway(site);
  await gateway.send({ keep: sales.map((it) => it.order) });
  const app = await startApp(site, { databaseFile: ours, gatewayUrl: gateway.url });
  const bare = await startBare(site, bares, null);
  const sender = new Sender(atOnce);
  const orders = sales.map((it) => it.order.uuid);
  const toApp = new Inlet(sender, app.url, ours, orders, true);
  const toBare = new Inlet(sender, bare.url, bares, orders, false);
  const empty = () => {
    const webhook = webhookAbout(app.url, orders[0] ?? null);
    return sendOk(sender, { ...webhook, url: `${app.url}/api/bench-empty` });
  };
  try {
    const rates = await takeTurns(
      [
        { name: "empty route", measure: () => ratePerSecond(empty, flood) },
        { name: "app", measure: () => toApp.flooded(true) },
        { name: "app, of no order", measure: () => toApp.flooded(false) },
        { name: "bare server", measure: () => toBare.flooded(true) },
      ],
      { rounds, warmRounds: 1 },
    );
    const times = await takeTurns(
      [
        { name: "app", measure: () => toApp.slowest() },
        { name: "bare server", measure: () => toBare.slowest() },
      ],
      { rounds },
    );
    const rate = (name: string) => ({ name, turns: rates.get(name) ?? [] });
    const taken = { bench: "ingest", unit: "a second", ours: rate("app").turns };
    return [
      {
        ...{ ...taken, what: "webhooks taken, 50 at a time", baseline: rate("empty route") },
        goal: { of: "ratio", relation: "≥", limit: 0.85 },
      },
      {
        ...{ ...taken, what: "the same, of events that lead to nothing" },
        ...{ ours: rate("app, of no order").turns, baseline: rate("empty route") },
      },
      { ...taken, what: "the same as the first, beside a bare server", baseline: rate("bare server") },
      {
        ...{ bench: "ingest", what: "200 a second, 99th percentile of the answer", unit: "ms" },
        ours: times.get("app") ?? [],
        baseline: { name: "bare server", turns: times.get("bare server") ?? [] },
        goal: { of: "ratio", relation: "≤", limit: 3 },
      },
    ];
  } finally {
    sender.close();
    await Promise.all([app, bare, gateway].map((it) => it.child.stop()));
  }
}

/** Where webhooks are sent, and the file in which each has to be that was answered 200. */
class Inlet {
  readonly #sender: Sender;
  readonly #url: string;
  readonly #file: string;
  readonly #orders: string[];
  readonly #worksOff: boolean;
  #sent = 0;

  constructor(sender: Sender, url: string, file: string, orders: string[], worksOff: boolean) {
    this.#sender = sender;
    this.#url = url;
    this.#file = file;
    this.#orders = orders;
    this.#worksOff = worksOff;
  }

  /** How many a second are taken that are about orders, or about none. */
  flooded(aboutOrders: boolean): Promise<number> {
    return this.#allKept(() => ratePerSecond(() => this.#send(aboutOrders), flood));
  }

  /** The time within which 99 of 100 are answered at a steady rate. */
  slowest(): Promise<number> {
    return this.#allKept(async () => {
      const answers = await atRate((plannedAt) => this.#send(true, plannedAt), steady);
      return percentile(
        answers.map((it) => it.tookMs),
        0.99,
      );
    });
  }

  #send(aboutOrder: boolean, plannedAt?: number) {
    const order = aboutOrder ? this.#orders[this.#sent % this.#orders.length] : null;
    this.#sent += 1;
    return sendOk(this.#sender, webhookAbout(this.#url, order ?? null), plannedAt);
  }

  async #allKept(work: () => Promise<number>): Promise<number> {
    const owed = this.#sent - keptEvents(this.#file);
    const figure = await work();
    const missing = this.#sent - keptEvents(this.#file) - owed;
    if (missing !== 0) throw new Error(`${missing} webhooks were answered 200 and are not on disk`);
    // What it leads to is not the next turn's. The bare server works nothing off.
    if (this.#worksOff) await workedOff(this.#file);
    return figure;
  }
}
