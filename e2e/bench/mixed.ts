import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { Actions, act } from "./actions.ts";
import type { GatewayOrder } from "./gateway-orders.ts";
import { atRate, Sender } from "./http-load.ts";
import { usageOf } from "./process-usage.ts";
import type { Measurement } from "./report.ts";
import { openScreens, Screens } from "./screens.ts";
import { type Chain, furnishChain, type Screen } from "./shop.ts";
import { type App, authSecret, type BenchGateway, type Site, startApp, startGateway } from "./site.ts";
import { percentile } from "./statistics.ts";
import { sendOk, webhookAbout, workedOff } from "./webhooks.ts";

const rounds = 3;
const aSecond = 10;
const salesARound = 200;
const warmSales = 30;
const managers = 20;
/** A manager looks at a page for so long. */
const readingMs = 3_000;
/** So long a shopper takes at their phone, and the cashier until they press. Real ones take longer: more is open at a time then, and no more happens in a second. */
const shopperMs = 1_000;
const cashierMs = 500;

/** A sale that has not come so far by then is given up. */
const patienceMs = 30_000;

type Times = { action: number[]; page: number[]; percentOfACore: number };

/** A chain's busiest hour in short: 500 tablets, 10 sales a second from link to capture, 20 managers who browse. */
export async function measureMixed(site: Site): Promise<Measurement[]> {
  const databaseFile = join(site.folder, "mixed.db");
  const chain = await furnishChain(databaseFile, authSecret, { stores: 50, tabletsAStore: 10, managers });
  const gateway = await startGateway(site);
  const app = await startApp(site, { databaseFile, gatewayUrl: gateway.url, name: "mixed" });
  const screens = new Screens();
  const hour = new BusyHour(app, gateway, chain, new Actions(site.product));
  try {
    await openScreens(chain.tablets, ({ cookie }) => screens.open(app.url, { cookie }));
    await hour.play(warmSales);
    const turns: Times[] = [];
    for (let round = 0; round < rounds; round += 1) turns.push(await hour.play(salesARound));
    screens.assertOpen();
    await workedOff(databaseFile);
    const { lost, refused } = hour.ended((await gateway.send({ tell: true })).orders);
    const measurement = (what: string, pick: (it: Times) => number[], share: number): Measurement => ({
      ...{ bench: "mixed", what, unit: "ms" },
      ours: turns.map((it) => percentile(pick(it), share)),
    });
    return [
      {
        ...measurement("a cashier's action, 99th percentile", (it) => it.action, 0.99),
        goal: { of: "ours", relation: "≤", limit: 500 },
      },
      measurement("a cashier's action, median", (it) => it.action, 0.5),
      measurement("a manager's page, 99th percentile", (it) => it.page, 0.99),
      {
        ...{ bench: "mixed", what: "processor time of the app", unit: "% of a core" },
        ours: turns.map((it) => it.percentOfACore),
      },
      nothing("sales lost", lost),
      nothing("requests refused or never answered", refused),
    ];
  } finally {
    screens.close();
    hour.close();
    await Promise.all([app, gateway].map((it) => it.child.stop()));
  }
}

const nothing = (what: string, count: number): Measurement => ({
  ...{ bench: "mixed", what, unit: "in all", ours: [count] },
  goal: { of: "ours", relation: "≤", limit: 0 },
});

type Known = { version: number; uuid: string };

class LateError extends Error {}

class BusyHour {
  readonly #app: App;
  readonly #gateway: BenchGateway;
  readonly #chain: Chain;
  readonly #actions: Actions;
  readonly #sender = new Sender(600);
  readonly #database: Database.Database;
  readonly #reasons = new Map<string, number>();
  #refused = 0;
  #started = 0;

  constructor(app: App, gateway: BenchGateway, chain: Chain, actions: Actions) {
    this.#app = app;
    this.#gateway = gateway;
    this.#chain = chain;
    this.#actions = actions;
    this.#database = new Database(app.databaseFile, { readonly: true });
  }

  /** Has so many sales sold while the managers browse. Returns how long actions and pages took. */
  async play(sales: number): Promise<Times> {
    const times = { action: [] as number[], page: [] as number[] };
    const [startedAt, before] = [performance.now(), usageOf(this.#app.child.pid)];
    const stop = new AbortController();
    const browsing = this.#chain.managers.map((it, index) =>
      this.#browse(it, index, times.page, stop.signal),
    );
    await atRate(() => this.#sell(times.action), { aSecond, count: sales });
    stop.abort();
    await Promise.all(browsing);
    const cpuMs = usageOf(this.#app.child.pid).cpuMs - before.cpuMs;
    return { ...times, percentOfACore: (100 * cpuMs) / (performance.now() - startedAt) };
  }

  close(): void {
    this.#sender.close();
    this.#database.close();
  }

  /** `lost`: sales that do not stand as captured once, here and at the gateway alike. */
  ended(orders: GatewayOrder[]): { lost: number; refused: number } {
    const query =
      "select uuid from orders join attempts on attempts.id = attempt_id join sales on sales.id = sale_id";
    const captured = this.#database
      .prepare(`${query} where status = 'captured' and captured_cents = amount_cents`)
      .pluck()
      .all();
    const paid = orders.filter(
      (it) => it.captures.length === 1 && it.captures[0]?.amountCents === it.amountCents,
    );
    const both = new Set(captured).intersection(new Set(paid.map((it) => it.uuid)));
    for (const [why, count] of this.#reasons) console.log(`  ${count} × ${why}`);
    return { lost: this.#started - both.size, refused: this.#refused };
  }

  /** One sale: the link, the sale's page, the shopper, the webhook, the capture. */
  async #sell(times: number[]): Promise<void> {
    const tablet = this.#chain.tablets[(this.#started * 7) % this.#chain.tablets.length] as Screen;
    const amountCents = 5_000 + (this.#started % 1_000);
    this.#started += 1;
    try {
      const { url } = this.#app;
      const started = await act<{ saleId: string }>(
        this.#sender,
        this.#actions.startSale(url, tablet, amountCents),
      );
      times.push(started.tookMs);
      const { saleId } = started.value;
      await this.#page(tablet, `/till/sales/${saleId}`);
      await sleep(shopperMs);
      const { uuid } = await this.#until(saleId, "link_sent");
      await this.#gateway.send({ approve: [uuid] });
      await sendOk(this.#sender, webhookAbout(url, uuid));
      const { version } = await this.#until(saleId, "authorized");
      await sleep(cashierMs);
      const sale = { saleId, version, amountCents };
      times.push((await act(this.#sender, this.#actions.capture(url, tablet, sale))).tookMs);
      await this.#until(saleId, "captured");
    } catch (error) {
      this.#note(error);
    }
  }

  /** As the tablet's stream would tell it. */
  async #until(saleId: string, status: string): Promise<Known> {
    const query =
      "select version, uuid from sales join attempts on attempts.id = current_attempt_id join orders on attempt_id = attempts.id where sales.id = ? and status = ?";
    for (const deadline = performance.now() + patienceMs; performance.now() < deadline; ) {
      const known = this.#database.prepare<unknown[], Known>(query).get(saleId, status);
      if (known) return known;
      await sleep(20);
    }
    throw new LateError(`a sale did not become ${status} within ${patienceMs / 1_000} s`);
  }

  /** A sale that is late is not refused; whether it is lost is seen in the end. */
  #note(error: unknown): void {
    if (!(error instanceof LateError)) this.#refused += 1;
    const why = error instanceof Error ? error.message : String(error);
    this.#reasons.set(why, (this.#reasons.get(why) ?? 0) + 1);
  }

  async #browse(manager: Screen, index: number, times: number[], signal: AbortSignal): Promise<void> {
    const pages = ["/today", "/orders", "/orders?status=paid", `/orders?q=${5_000 + index}`, "/days"];
    await sleep((readingMs * index) / managers);
    for (let page = index; !signal.aborted; page += 1) {
      try {
        times.push(await this.#page(manager, pages[page % pages.length] ?? "/today"));
      } catch (error) {
        this.#note(error);
      }
      await sleep(readingMs);
    }
  }

  async #page({ cookie }: Screen, path: string): Promise<number> {
    const sending = { url: `${this.#app.url}${path}`, method: "GET" as const, headers: { cookie } };
    return (await sendOk(this.#sender, sending)).tookMs;
  }
}
