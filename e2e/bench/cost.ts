import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Actions, act } from "./actions.ts";
import { Sender } from "./http-load.ts";
import { type OpenSale, writeOpenSales } from "./open-sales.ts";
import { usageOf } from "./process-usage.ts";
import type { Measurement } from "./report.ts";
import { openScreens, Screens } from "./screens.ts";
import { furnishChain } from "./shop.ts";
import { authSecret, type Site, startApp, startGateway } from "./site.ts";
import { takeTurns } from "./turns.ts";
import { sendOk, webhookAbout, workedOff } from "./webhooks.ts";

const rounds = 3;
const timesATurn = 40;
/** What follows an act by itself belongs to it. */
const restMs = 400;

type Cost = { cpuMs: number; statements: number; commits: number };

/**
 * What one act takes of the app, done one after the other while 50 tablets watch: processor time, SQL statements and commits. No goal hangs
 * on it: it says where the other benchmarks' time goes.
 */
export async function measureCost(site: Site): Promise<Measurement[]> {
  const databaseFile = join(site.folder, "cost.db");
  const counts = join(site.folder, "cost-counts.json");
  const chain = await furnishChain(databaseFile, authSecret, { stores: 10, tabletsAStore: 5, managers: 0 });
  const gateway = await startGateway(site);
  const preload = fileURLToPath(new URL("./count-statements.mjs", import.meta.url));
  const env = { NODE_OPTIONS: `--import=${preload}`, BENCH_COUNTS: counts };
  const app = await startApp(site, { databaseFile, gatewayUrl: gateway.url, name: "cost", env });
  const actions = new Actions(site.product);
  const [sender, screens] = [new Sender(1), new Screens()];

  const read = async (): Promise<Cost> => {
    rmSync(counts, { force: true });
    process.kill(app.child.pid, "SIGUSR2");
    while (!existsSync(counts)) await sleep(5);
    return { ...JSON.parse(readFileSync(counts, "utf8")), cpuMs: usageOf(app.child.pid).cpuMs };
  };
  const costOf = async (work: (index: number) => Promise<unknown>): Promise<Cost> => {
    const before = await read();
    for (let index = 0; index < timesATurn; index += 1) await work(index);
    await sleep(restMs);
    await workedOff(databaseFile);
    const after = await read();
    const one = (name: keyof Cost) => (after[name] - before[name]) / timesATurn;
    return { cpuMs: one("cpuMs"), statements: one("statements"), commits: one("commits") };
  };
  const sales = async (approved: boolean): Promise<OpenSale[]> => {
    const written = await writeOpenSales(databaseFile, chain, { count: timesATurn, approved });
    await gateway.send({ keep: written.map((it) => it.order) });
    return written;
  };
  const tablet = (index: number) => {
    const found = chain.tablets[index % chain.tablets.length];
    if (!found) throw new Error("the chain has no tablets");
    return found;
  };
  const capture = async () => {
    const approved = await sales(true);
    return costOf((index) => {
      const { saleId, version, order } = approved[index] as OpenSale;
      const sale = { saleId, version, amountCents: order.amountCents };
      return act(sender, actions.capture(app.url, tablet(index), sale));
    });
  };
  const webhook = async () => {
    const open = await sales(false);
    await gateway.send({ approve: open.map((it) => it.order.uuid) });
    return costOf((index) => sendOk(sender, webhookAbout(app.url, open[index]?.order.uuid ?? null)));
  };
  const send = (index: number) => act(sender, actions.startSale(app.url, tablet(index), 8_450));
  const contenders = [
    {
      name: "an empty action",
      measure: () => costOf((index) => sendOk(sender, actions.empty(app.url, tablet(index)))),
    },
    { name: "a send", measure: () => costOf(send) },
    { name: "a capture", measure: capture },
    { name: "a webhook that approves a sale", measure: webhook },
    {
      name: "a webhook about no order",
      measure: () => costOf(() => sendOk(sender, webhookAbout(app.url, null))),
    },
  ];
  try {
    await openScreens(chain.tablets, ({ cookie }) => screens.open(app.url, { cookie }));
    const turns = await takeTurns(contenders, { rounds, warmRounds: 1 });
    return contenders.flatMap(({ name }): Measurement[] => {
      const of = (pick: keyof Cost) => (turns.get(name) ?? []).map((it) => it[pick]);
      return [
        { bench: "cost", what: `${name}, processor time`, unit: "ms", ours: of("cpuMs") },
        { bench: "cost", what: `${name}, SQL`, unit: "statements", ours: of("statements") },
        { bench: "cost", what: `${name}, transactions`, unit: "commits", ours: of("commits") },
      ];
    });
  } finally {
    screens.close();
    sender.close();
    await Promise.all([app, gateway].map((it) => it.child.stop()));
  }
}
