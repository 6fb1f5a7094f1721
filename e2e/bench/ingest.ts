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
const flood = { atOnce, warmMs: 500, ms: 3_500 };
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
  let sent = 0;
  const webhook = (url: string) => {
    sent += 1;
    return webhookAbout(url, sales[sent % sales.length]?.order.uuid ?? "");
  };
  const empty = () => ({ ...webhook(app.url), url: `${app.url}/api/bench-empty` });
  const counted = async (file: string, work: () => Promise<number>) => {
    const [keptBefore, sentBefore] = [keptEvents(file), sent];
    const figure = await work();
    const missing = sent - sentBefore - (keptEvents(file) - keptBefore);
    if (missing !== 0) throw new Error(`${missing} webhooks were answered 200 and are not on disk`);
    return figure;
  };
  const slowest = async (url: string) => {
    const answers = await atRate((plannedAt) => sendOk(sender, webhook(url), plannedAt), steady);
    return percentile(
      answers.map((it) => it.tookMs),
      0.99,
    );
  };
  try {
    const rates = await takeTurns(
      [
        { name: "empty route", measure: () => ratePerSecond(() => sendOk(sender, empty()), flood) },
        {
          name: "app",
          measure: async () => {
            const rate = await counted(ours, () =>
              ratePerSecond(() => sendOk(sender, webhook(app.url)), flood),
            );
            await workedOff(ours);
            return rate;
          },
        },
        {
          name: "bare server",
          measure: () => counted(bares, () => ratePerSecond(() => sendOk(sender, webhook(bare.url)), flood)),
        },
      ],
      rounds,
    );
    const times = await takeTurns(
      [
        {
          name: "app",
          measure: async () => {
            const time = await counted(ours, () => slowest(app.url));
            await workedOff(ours);
            return time;
          },
        },
        { name: "bare server", measure: () => counted(bares, () => slowest(bare.url)) },
      ],
      rounds,
    );
    const of = (all: Map<string, number[]>, name: string) => ({ name, turns: all.get(name) ?? [] });
    const taken = { bench: "ingest", unit: "a second", ours: of(rates, "app").turns };
    return [
      {
        ...{ ...taken, what: "webhooks taken, 50 at a time" },
        baseline: of(rates, "empty route"),
        goal: { of: "ratio", relation: "≥", limit: 0.85 },
      },
      { ...taken, what: "the same, beside a bare server", baseline: of(rates, "bare server") },
      {
        ...{ bench: "ingest", unit: "ms", what: "200 a second, 99th percentile of the answer" },
        ours: of(times, "app").turns,
        baseline: of(times, "bare server"),
        goal: { of: "ratio", relation: "≤", limit: 3 },
      },
    ];
  } finally {
    sender.close();
    await Promise.all([app, bare, gateway].map((it) => it.child.stop()));
  }
}
