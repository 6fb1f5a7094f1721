import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Actions, act } from "./actions.ts";
import { Sender, type Sending } from "./http-load.ts";
import { type OpenSale, writeOpenSales } from "./open-sales.ts";
import { usageOf } from "./process-usage.ts";
import type { Measurement } from "./report.ts";
import { furnishChain, type Screen } from "./shop.ts";
import { authSecret, type Site, startApp, startGateway } from "./site.ts";
import { median } from "./statistics.ts";
import { takeTurns } from "./turns.ts";
import { sendOk } from "./webhooks.ts";

const rounds = 5;
const cashiers = 50;
const actsATurn = 4;
const pauseMs = 500;

type Turn = { answerMs: number; cpuMs: number };

/** A cashier's action beyond the gateway's own time, 50 cashiers at once: each does the next as soon as the last is answered. */
export async function measureAction(site: Site): Promise<Measurement[]> {
  const databaseFile = join(site.folder, "action.db");
  const chain = await furnishChain(databaseFile, authSecret, { stores: 10, tabletsAStore: 5, managers: 0 });
  const gateway = await startGateway(site);
  const app = await startApp(site, { databaseFile, gatewayUrl: gateway.url, name: "action" });
  const actions = new Actions(site.product);
  const sender = new Sender(cashiers);
  let approved = new Map<string, OpenSale[]>();

  const turn = async (act: (screen: Screen) => Promise<number>): Promise<Turn> => {
    const before = await gateway.send({ tell: false });
    const cpuBefore = usageOf(app.child.pid).cpuMs;
    const times: number[] = [];
    const cashier = async (screen: Screen) => {
      for (let left = actsATurn; left > 0; left -= 1) times.push(await act(screen));
    };
    await Promise.all(chain.tablets.map(cashier));
    const after = await gateway.send({ tell: false });
    // What follows an action by itself is not the next turn's.
    await sleep(pauseMs);
    return {
      answerMs: median(times) - (after.busyMs - before.busyMs) / times.length,
      cpuMs: (usageOf(app.child.pid).cpuMs - cpuBefore) / times.length,
    };
  };
  const timed = (sendingOf: (screen: Screen) => Sending) => async (screen: Screen) =>
    (await act(sender, sendingOf(screen))).tookMs;
  const send = timed((screen) => actions.startSale(app.url, screen, 8_450));
  const capture = timed((screen) => {
    const sale = approved.get(screen.storeId)?.pop();
    if (!sale) throw new Error("no sale is left to capture");
    const { saleId, version, order } = sale;
    return actions.capture(app.url, screen, { saleId, version, amountCents: order.amountCents });
  });
  const empty = async (screen: Screen) => (await sendOk(sender, actions.empty(app.url, screen))).tookMs;
  const contenders = [
    { name: "empty action", measure: () => turn(empty) },
    { name: "send", measure: () => turn(send) },
    {
      name: "capture",
      measure: async () => {
        // No more at a time than are captured: open sales are asked for, and that is not measured here.
        const sales = await writeOpenSales(databaseFile, chain, {
          count: cashiers * actsATurn,
          approved: true,
        });
        await gateway.send({ keep: sales.map((it) => it.order) });
        approved = Map.groupBy(sales, (it) => it.storeId);
        return turn(capture);
      },
    },
  ];
  try {
    const turns = await takeTurns(contenders, { rounds, warmRounds: 1 });
    const of = (name: string, pick: (it: Turn) => number) => (turns.get(name) ?? []).map(pick);
    const beside = (name: string, what: string, pick: (it: Turn) => number): Measurement => ({
      ...{ bench: "action", what: `${name}, 50 cashiers at once, ${what}`, unit: "ms" },
      ours: of(name, pick),
      baseline: { name: "empty action", turns: of("empty action", pick) },
    });
    return ["send", "capture"].flatMap((name): Measurement[] => [
      { ...beside(name, "median", (it) => it.answerMs), goal: { of: "ratio", relation: "≤", limit: 2 } },
      beside(name, "processor time of one", (it) => it.cpuMs),
    ]);
  } finally {
    sender.close();
    await Promise.all([app, gateway].map((it) => it.child.stop()));
  }
}
