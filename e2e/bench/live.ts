import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { atRate, Sender } from "./http-load.ts";
import { type OpenSale, writeOpenSales } from "./open-sales.ts";
import type { Measurement } from "./report.ts";
import { openScreens, Screens } from "./screens.ts";
import { type Chain, furnishChain, type Screen } from "./shop.ts";
import {
  authSecret,
  type BenchGateway,
  type Served,
  type Site,
  startApp,
  startBare,
  startGateway,
} from "./site.ts";
import { percentile } from "./statistics.ts";
import { takeTurns } from "./turns.ts";
import { sendOk, webhookAbout, workedOff } from "./webhooks.ts";

const rounds = 3;
const warmRounds = 1;
const warmUp = 24;
const arrivedWithinMs = 10_000;

type Scene = {
  what: string;
  size: { stores: number; tabletsAStore: number; managers: number };
  /** Whose streams are open. */
  watching: (chain: Chain) => Screen[];
  aSecond: number;
  aTurn: number;
};

const scenes: Scene[] = [
  {
    what: "500 tablets in 50 stores, 25 webhooks a second, 99th percentile",
    size: { stores: 50, tabletsAStore: 10, managers: 0 },
    watching: (chain) => chain.tablets,
    ...{ aSecond: 25, aTurn: 100 },
  },
  {
    what: "2,000 streams that all see every event, 5 a second, 99th percentile",
    size: { stores: 1, tabletsAStore: 10, managers: 2_000 },
    watching: (chain) => chain.managers,
    ...{ aSecond: 5, aTurn: 20 },
  },
];

/** From the arrival of a webhook to the event on the screens of its store. */
export async function measureLive(site: Site): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const [index, scene] of scenes.entries()) measured.push(await measureScene(site, scene, index));
  return measured;
}

async function measureScene(site: Site, scene: Scene, index: number): Promise<Measurement> {
  const [ours, bares] = [join(site.folder, `live-${index}.db`), join(site.folder, `live-${index}-bare.db`)];
  const chain = await furnishChain(ours, authSecret, scene.size);
  const count = warmUp + (warmRounds + rounds) * scene.aTurn;
  const sales = await writeOpenSales(ours, chain, { count });
  copyFileSync(ours, bares);
  const gateway = await startGateway(site);
  await gateway.send({ keep: sales.map((it) => it.order) });
  const bareGateway = await startGateway(site);
  await bareGateway.send({ keep: sales.map((it) => it.order) });
  const app = await startApp(site, { databaseFile: ours, gatewayUrl: gateway.url, name: `live-${index}` });
  const bare = await startBare(site, bares, bareGateway.url);
  const watching = scene.watching(chain);
  const screensAStore = Map.groupBy(watching, (it) => it.storeId);
  const run = async (served: Served, itsGateway: BenchGateway, left: OpenSale[], headersOf: HeadersOf) => {
    const stage = new Stage(served, itsGateway, (storeId) => screensAStore.get(storeId)?.length ?? 0);
    await stage.open(watching, headersOf);
    try {
      // A connection's first events find nothing warm.
      await stage.play(left.splice(0, warmUp / (warmRounds + rounds)), scene.aSecond);
      return percentile(await stage.play(left.splice(0, scene.aTurn), scene.aSecond), 0.99);
    } finally {
      stage.close();
    }
  };
  const [left, bareLeft] = [[...sales], [...sales]];
  try {
    const turns = await takeTurns(
      [
        {
          name: "app",
          measure: async () => {
            const time = await run(app, gateway, left, ({ cookie }) => ({ cookie }));
            await workedOff(ours);
            return time;
          },
        },
        {
          name: "bare server",
          measure: () => run(bare, bareGateway, bareLeft, ({ storeId }) => ({ "x-stores": storeId })),
        },
      ],
      { rounds, warmRounds },
    );
    return {
      ...{ bench: "live", what: scene.what, unit: "ms", ours: turns.get("app") ?? [] },
      baseline: { name: "bare server", turns: turns.get("bare server") ?? [] },
      goal: { of: "ratio", relation: "≤", limit: 3 },
    };
  } finally {
    await Promise.all([app, bare, gateway, bareGateway].map((it) => it.child.stop()));
  }
}

type HeadersOf = (screen: Screen) => Record<string, string>;

/** The streams of one server, and the webhooks whose way to them is timed. */
class Stage {
  readonly #served: Served;
  readonly #gateway: BenchGateway;
  readonly #screensOf: (storeId: string) => number;
  readonly #screens = new Screens();
  readonly #sender = new Sender(50);
  /** When each webhook was sent, by its sale, and on how many screens its event is still to come. */
  readonly #sent = new Map<string, { at: number; owed: number }>();
  #times: number[] = [];

  constructor(served: Served, gateway: BenchGateway, screensOf: (storeId: string) => number) {
    this.#served = served;
    this.#gateway = gateway;
    this.#screensOf = screensOf;
  }

  async open(screens: Screen[], headersOf: HeadersOf): Promise<void> {
    await openScreens(screens, (screen) => {
      // Of several lines about one sale each screen's first counts.
      const seen = new Set<string>();
      return this.#screens.open(this.#served.url, headersOf(screen), (saleId, at) => {
        const sent = this.#sent.get(saleId);
        if (!sent || seen.has(saleId)) return;
        seen.add(saleId);
        sent.owed -= 1;
        this.#times.push(at - sent.at);
      });
    });
  }

  /** Has shoppers complete these checkouts at a steady rate. Returns how long each screen waited for each event. */
  async play(sales: OpenSale[], aSecond: number): Promise<number[]> {
    this.#times = [];
    this.#sent.clear();
    const complete = async (_: number, index: number) => {
      const { saleId, storeId, order } = sales[index] as OpenSale;
      const sent = { at: performance.now(), owed: this.#screensOf(storeId) };
      this.#sent.set(saleId, sent);
      await this.#gateway.send({ approve: [order.uuid] });
      const webhook = webhookAbout(this.#served.url, order.uuid);
      sent.at = performance.now();
      await sendOk(this.#sender, webhook);
    };
    await atRate(complete, { aSecond, count: sales.length });
    await this.#allArrived();
    return this.#times;
  }

  close(): void {
    this.#screens.close();
    this.#sender.close();
  }

  async #allArrived(): Promise<void> {
    const deadline = performance.now() + arrivedWithinMs;
    for (;;) {
      this.#screens.assertOpen();
      const owed = [...this.#sent.values()].reduce((sum, it) => sum + it.owed, 0);
      if (owed === 0) return;
      if (performance.now() > deadline) throw new Error(`${owed} events did not come to their screens`);
      await sleep(20);
    }
  }
}
