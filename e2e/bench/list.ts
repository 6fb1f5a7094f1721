import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { addDays, businessDay } from "#lib/business-day.ts";
import { everyOrder, type OrderQuery, orderGroups, orderQueryParams } from "#lib/order-query.ts";
import { readRows } from "../support/database.ts";
import { Child } from "./child.ts";
import { Sender } from "./http-load.ts";
import { root } from "./project-copy.ts";
import type { Measurement } from "./report.ts";
import { signOwnerIn } from "./shop.ts";
import { authSecret, type Site, startApp, startGateway } from "./site.ts";
import { percentile } from "./statistics.ts";
import { takeTurns } from "./turns.ts";
import { sendOk } from "./webhooks.ts";

const few = 1_000;
/** A thousand orders is what a shop that makes a million in two years has after a day. Spread over two years there would be nothing to show. */
const daysOfFew = 1;
const rounds = 3;
/** Of 40 the slowest stands for 99 of 100. */
const requestsATurn = 40;
const warmRequests = 3;
/** "Today" is empty in a shop that was made earlier. */
const freshMs = 18 * 60 * 60_000;
const seedWithinMs = 30 * 60_000;

type Shop = {
  databaseFile: string;
  url: string;
  cookie: string;
  pages: Map<string, string>;
  stop(): Promise<void>;
};

/** Lists, searches, Today and the day close, each page through HTTP, with few orders and with many. COUNT: how many (1,000,000). */
export async function measureList(site: Site): Promise<Measurement[]> {
  const many = Number(process.env.COUNT || 1_000_000);
  const gateway = await startGateway(site);
  const shops: Shop[] = [];
  const sender = new Sender(1);
  try {
    shops.push(await openShop(site, gateway.url, { count: few, days: daysOfFew }));
    shops.push(await openShop(site, gateway.url, { count: many }));
    const [small, large] = shops as [Shop, Shop];
    const measured: Measurement[] = [];
    for (const what of small.pages.keys()) {
      const slowest = async (shop: Shop, requests = requestsATurn) => {
        const sending = {
          ...{ url: `${shop.url}${shop.pages.get(what)}`, method: "GET" as const },
          headers: { cookie: shop.cookie },
        };
        const times: number[] = [];
        while (times.length < requests) times.push((await sendOk(sender, sending)).tookMs);
        return percentile(times, 0.99);
      };
      for (const shop of shops) await slowest(shop, warmRequests);
      const turns = await takeTurns(
        [
          { name: "few", measure: () => slowest(small) },
          { name: "many", measure: () => slowest(large) },
        ],
        { rounds },
      );
      measured.push({
        ...{ bench: "list", what: `${what}, ${many.toLocaleString("en-US")} orders, 99th percentile` },
        ...{ unit: "ms", ours: turns.get("many") ?? [] },
        baseline: { name: `${few.toLocaleString("en-US")} orders`, turns: turns.get("few") ?? [] },
        goal: { of: "ratio", relation: "≤", limit: 1.5 },
      });
    }
    return measured;
  } finally {
    sender.close();
    await Promise.all([...shops.map((it) => it.stop()), gateway.child.stop()]);
  }
}

/** How many orders, over how many days; two years unless given. */
type Extent = { count: number; days?: number };

async function openShop(site: Site, gatewayUrl: string, extent: Extent): Promise<Shop> {
  const { count, days } = extent;
  const folder = join(site.keeps, days ? `large-of-${days}-days` : "large");
  const databaseFile = await seeded(folder, extent);
  const { cookie } = await signOwnerIn(databaseFile, authSecret);
  const { child, url } = await startApp(site, { databaseFile, gatewayUrl, name: `list-${count}` });
  return { databaseFile, url, cookie, pages: pagesOf(databaseFile), stop: () => child.stop() };
}

/** A shop as `npm run seed:large` makes it, made anew when it is of another day. */
async function seeded(folder: string, { count, days }: Extent): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `large-${count}.db`);
  if (existsSync(file) && Date.now() - statSync(file).birthtimeMs < freshMs) return file;
  console.log(`Making a shop of ${count.toLocaleString("en-US")} orders …`);
  for (const part of ["", "-wal", "-shm"]) rmSync(`${file}${part}`, { force: true });
  const env = { COUNT: String(count), DAYS: String(days ?? ""), LARGE_FOLDER: folder };
  const logFile = join(folder, "seed.log");
  await new Child({ args: ["scripts/seed-large.ts"], folder: root, env, logFile }).ends(seedWithinMs);
  return file;
}

/** The address of every page that is measured, by what it shows. */
function pagesOf(databaseFile: string): Map<string, string> {
  const [place] = readRows<{ id: string; zone: string; cutOff: number; register: string; person: string }>(
    databaseFile,
    `select stores.id, time_zone zone, cut_off_hour cutOff,
       (select id from registers where store_id = stores.id order by name limit 1) register,
       (select person_id from memberships where store_id = stores.id order by person_id limit 1) person
     from stores where code = 'MAPLE'`,
  );
  if (!place) throw new Error(`${databaseFile} has no store`);
  const today = businessDay(new Date(), place.zone, place.cutOff).date;
  const list = (change: Partial<OrderQuery>) => `/orders${orderQueryParams({ ...everyOrder, ...change })}`;
  return new Map([
    ["the list", list({})],
    ...orderGroups.map((group) => [`status ${group.replace("_", " ")}`, list({ group })] as const),
    ["one store", list({ storeId: place.id })],
    ["one register", list({ registerId: place.register })],
    ["one cashier", list({ personId: place.person })],
    ["one day", list({ from: today, to: today })],
    ["search: last four digits", list({ search: "0147" })],
    ["search: whole phone", list({ search: "(612) 555-0147" })],
    ["search: receipt", list({ search: "R-10147" })],
    ["search: rare name", list({ search: "leblanc zane" })],
    ["search: frequent name", list({ search: "maria smith" })],
    ["Today", "/today"],
    ["day close, the days", "/days"],
    ["day close, today", `/days/${place.id}/${today}`],
    ["day close, a year ago", `/days/${place.id}/${addDays(today, -364)}`],
  ]);
}
