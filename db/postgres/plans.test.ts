import { afterAll, beforeAll, expect, test } from "vitest";
import { readOrderSearch } from "#lib/order-search.ts";
import { aboutShoppers, anyOrder, found, orderLists } from "../plans-cases.ts";
import type { Queries } from "../plans-testing.ts";
import { listMaybeOpen, namesOf, sumDay } from "../queries/day-totals.ts";
import { bringAllAsksForward, listUrgentDueAsks } from "../queries/due-asks.ts";
import { listSaleKeys } from "../queries/order-list.ts";
import { listBoard } from "../queries/sales.ts";
import { listSellers } from "../queries/sellers.ts";
import { listApprovedBeside, listUnconfirmed } from "../queries/today.ts";
import { inboxFigures, listFailingWebhookEvents, makeWebhookEventsDue } from "../queries/webhooks.ts";
import { noon } from "../testing.ts";
import { newDatabase } from "../testing-engine.ts";
import { openPlanReader, type PlanReader } from "./plans-testing.ts";

/** Indexes of those rows alone that are still open, or about to be done: they may be walked whole. */
const few = [
  "operations_leased",
  "operations_one_open_a_sale",
  "refund_requests_open",
  "webhook_events_waiting",
];

let database: Awaited<ReturnType<typeof newDatabase>>;
let plans: PlanReader;
beforeAll(async () => {
  database = await newDatabase({ isEmpty: false });
  plans = await openPlanReader(database.address);
});
afterAll(async () => {
  await plans.close();
  await database.remove();
});

const stretch = { storeId: "s", from: noon, to: noon };
const times = { checkoutMs: 1, authorizationMs: 1, afterMs: 1 };
const missed = { now: noon, oftenUntil: noon, since: noon };
const many = { few: -1, step: 2 };
const listing = (change: Partial<typeof anyOrder>) => (db: Parameters<Queries>[0]) =>
  listSaleKeys(db, { ...anyOrder, ...change });

test.each<[string, Queries]>([
  ...found.map(([what, queries]): [string, Queries] => [what, queries]),
  ...aboutShoppers.map(([what, queries]): [string, Queries] => [what, queries]),
  ...orderLists.map(([which, change]): [string, Queries] => [`a list of orders, ${which}`, listing(change)]),
  [
    "a search that finds many",
    (db) => listSaleKeys(db, { ...anyOrder, search: readOrderSearch("1001"), statuses: ["captured"] }, many),
  ],
  [
    "two names that many have",
    (db) => listSaleKeys(db, { ...anyOrder, search: readOrderSearch("maria smith") }, many),
  ],
  ["who ever sold in the stores", (db) => listSellers(db, ["a", "b"])],
  ["what stands beside the till", (db) => listBoard(db, "s", noon, 9)],
  ["the orders due that screens show", (db) => listUrgentDueAsks(db, noon, times, 9)],
  ["what is asked for when events were missed", (db) => bringAllAsksForward(db, missed)],
  ["the state of the inbox", inboxFigures],
  ["the events that fail", (db) => listFailingWebhookEvents(db, 9)],
  ["the events to try again", (db) => makeWebhookEventsDue(db, null, noon)],
  ["a line of the list of days", (db) => sumDay(db, stretch)],
  ["the names of a report", (db) => namesOf(db, ["p"], ["r"])],
  ["what is open when a day is closed", (db) => listMaybeOpen(db, "s", noon, noon)],
  ["money operations whose end is not known", (db) => listUnconfirmed(db, ["a", "b"], 9)],
  ["approved money beside a sale's", (db) => listApprovedBeside(db, ["a", "b"], noon, 9)],
])("%s: found by indexes, however long the shop has been open", async (_what, queries) => {
  const whole = await plans.readWhole(queries);
  expect(whole.filter((it) => !few.some((index) => it === `index ${index}`))).toEqual([]);
});
