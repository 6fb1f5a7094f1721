import { expect, test } from "vitest";
import { readOrderSearch } from "#lib/order-search.ts";
import { plansOf, type Queries } from "./plans-testing.ts";
import { listApproved } from "./queries/approved-list.ts";
import { listSaleIds, listSaleLines } from "./queries/books.ts";
import { bringAllAsksForward, listDueAsks, listUrgentDueAsks, pollingFigures } from "./queries/due-asks.ts";
import { listHistoryOfPerson, listHistoryOfSale, listSaleLinesAfter } from "./queries/history.ts";
import {
  claimOperation,
  findEqualRefund,
  findOpenOperation,
  listDeadOperations,
  listOperationsOfAttempts,
  listOperationsOfSales,
  listToRepeat,
  listToStart,
  sumRefundsOfPerson,
} from "./queries/operations.ts";
import { listSaleKeys, type OrderListFilter } from "./queries/order-list.ts";
import { countPoll, findMainOrder, listMovements, listOrdersOfSales } from "./queries/orders.ts";
import { countSessions, listPeople, listSessionChanges, listSessions } from "./queries/people.ts";
import {
  findByShopperToken,
  isNumberTaken,
  listBoard,
  listLostLinks,
  listSaleRows,
} from "./queries/sales.ts";
import {
  finishWebhookEvents,
  inboxFigures,
  listDueWebhookEvents,
  listFailingWebhookEvents,
  listWorkableEvents,
  makeWebhookEventsDue,
} from "./queries/webhooks.ts";
import { noon } from "./testing.ts";

const claim = { operationId: "o", from: "prepared" as const, lease: "l", leaseUntil: noon, now: noon };
const primary = "sqlite_autoindex_operations_1 (id=?)";

test.each<[string, Queries, string]>([
  [
    "operations whose process died",
    (db) => listDeadOperations(db, noon),
    "operations_leased (lease_until<?)",
  ],
  [
    "an order that is polled",
    (db) => countPoll(db, "o", noon),
    "sqlite_autoindex_order_asks_1 (order_uuid=?)",
  ],
  ["operations to repeat", (db) => listToRepeat(db, noon, 10), "operations_to_repeat (next_repeat_at<?)"],
  ["operations to start", (db) => listToStart(db, noon, 10), "operations_to_repeat (next_repeat_at<?)"],
  ["a sale's history", (db) => listHistoryOfSale(db, "s", 200), "history_by_sale (sale_id=?)"],
  ["a stream's missed lines", (db) => listSaleLinesAfter(db, 7, ["a", "b"], 9), "PRIMARY KEY (rowid>?)"],
  ["the missed lines of all stores", (db) => listSaleLinesAfter(db, 7, null, 9), "PRIMARY KEY (rowid>?)"],
  ["the orders due", (db) => listDueAsks(db, noon, 4), "order_asks_by_next (next_ask_at<?)"],
  ["how the asking goes", (db) => pollingFigures(db, noon, noon), "order_asks_by_next (next_ask_at>?)"],
  [
    "the webhooks that wait",
    (db) => listDueWebhookEvents(db, noon, 9),
    "webhook_events_waiting (next_try_at<?)",
  ],
  ["webhooks to work off", (db) => listWorkableEvents(db, [1, 2], noon), "INTEGER PRIMARY KEY (rowid=?)"],
  ["webhooks that are done", (db) => finishWebhookEvents(db, [1, 2], noon), "INTEGER PRIMARY KEY (rowid=?)"],
  [
    "a person's refunds of a day",
    (db) => sumRefundsOfPerson(db, "p", "s", noon),
    "operations_refunds_by_person (person_id=? AND prepared_at>?)",
  ],
  [
    "the operations of sales",
    (db) => listOperationsOfSales(db, ["a", "b"]),
    "operations_by_sale (sale_id=?)",
  ],
  [
    "the operations of attempts",
    (db) => listOperationsOfAttempts(db, ["a", "b"]),
    "operations_by_attempt (attempt_id=?)",
  ],
  ["the sales to add up", (db) => listSaleIds(db, "s", 200), "sqlite_autoindex_sales_1 (id>?)"],
  ["a sale's lines to add up", (db) => listSaleLines(db, "s"), "history_by_sale (sale_id=?)"],
  ["an open operation", (db) => findOpenOperation(db, "s"), "operations_one_open_a_sale (sale_id=?)"],
  ["an equal refund", (db) => findEqualRefund(db, "s", 2000), "operations_by_sale (sale_id=?)"],
  ["a claim", (db) => claimOperation(db, claim), primary],
  ["the movements of orders", (db) => listMovements(db, ["a", "b"]), "movements_by_order (order_uuid=?)"],
  ["the order of an attempt", (db) => findMainOrder(db, "a"), "orders_by_attempt (attempt_id=?)"],
  ["the orders of sales", (db) => listOrdersOfSales(db, ["a", "b"]), "attempts_by_sale (sale_id=?)"],
  ["the sales of a list", (db) => listSaleRows(db, ["a", "b"]), "sqlite_autoindex_sales_1 (id=?)"],
  [
    "the links perhaps never sent",
    (db) => listLostLinks(db, noon),
    "sales_by_status_and_expiry (status=? AND checkout_expires_at<?)",
  ],
  ["a number that is taken", (db) => isNumberTaken(db, "N"), "sales_number_unique (number=?)"],
  [
    "a shopper's page",
    (db) => findByShopperToken(db, "t"),
    "attempts_shopper_token_unique (shopper_token=?)",
  ],
  [
    "sessions that ended",
    (db) => listSessionChanges(db, ["a", "b"], noon, noon),
    "sqlite_autoindex_sessions_1 (id=?)",
  ],
  ["a person's sessions", (db) => listSessions(db, "p", noon, noon), "sessions_by_person (person_id=?)"],
  [
    "how many sessions people have",
    (db) => countSessions(db, ["a", "b"], noon, noon),
    "sessions_by_person (person_id=?)",
  ],
  ["the people of stores", (db) => listPeople(db, ["a", "b"]), "memberships_by_store (store_id=?)"],
  [
    "what is approved in a store, by when it runs out",
    (db) => listApproved(db, { stores: [{ storeId: "a", from: noon, to: null }], search: null }, 9),
    "sales_by_store_and_status (store_id=? AND status=? AND created_at>?)",
  ],
  [
    "what a person did and what was done to them",
    (db) => listHistoryOfPerson(db, "p", ["a"], 9),
    "history_about_person (about_person_id=?)",
  ],
])("%s: found by an index, however long the shop has been open", async (_title, queries, index) => {
  const plans = await plansOf(queries);
  expect(plans).toHaveLength(1);
  expect(plans.flat().filter((step) => step.startsWith("SCAN"))).toEqual([]);
  expect(plans.flat().join("\n")).toContain(index);
});

const anyOrder: OrderListFilter = {
  stores: [
    { storeId: "a", from: noon, to: noon },
    { storeId: "b", from: null, to: null },
  ],
  statuses: null,
  orInDoubt: false,
  search: null,
  page: null,
  limit: 51,
};
const page = { direction: "older", at: noon, saleId: "s" } as const;

test.each<[string, Partial<OrderListFilter>, string[]]>([
  ["the newest", {}, ["sales_by_store_and_time (store_id=?"]],
  ["older ones", { page }, ["sales_by_store_and_time (store_id=? AND (created_at,id)<(?,?))"]],
  [
    "newer ones",
    { page: { ...page, direction: "newer" } },
    ["sales_by_store_and_time (store_id=? AND (created_at,id)>(?,?))"],
  ],
  [
    "some statuses, older ones",
    { statuses: ["captured", "refunded"], page },
    ["sales_by_store_and_status (store_id=? AND status=? AND (created_at,id)<(?,?))"],
  ],
  [
    "the not confirmed",
    { statuses: ["unconfirmed"], orInDoubt: true },
    ["sales_by_store_and_status (store_id=? AND status=?)", "operations_one_open_a_sale"],
  ],
  [
    "by a phone's end",
    { search: readOrderSearch("0147"), page },
    ["contact_words_1 (word>? AND word<?)", "sales_by_store_and_amount (store_id=? AND amount_cents=?)"],
  ],
  [
    "by a name, in some statuses",
    { search: readOrderSearch("ada lovelace"), statuses: ["captured"] },
    ["contact_words_1 (word>? AND word<?)", "sale_words_1 (word>? AND word<?)", "attempts_by_contact"],
  ],
  [
    "by Sezzle's uuid",
    { search: readOrderSearch("0f4b1d8c-91f5-4b6b-9d3e-0a2a4e6d9c55") },
    ["sqlite_autoindex_orders_1 (uuid=?)"],
  ],
])(
  "a list of orders, %s: found by indexes alone, and sorted only where few were found",
  async (_which, change, indexes) => {
    const plans = await plansOf((db) => listSaleKeys(db, { ...anyOrder, ...change }));
    const steps = plans.flat();
    // The index of open operations is walked whole: it holds but the few that have no end yet.
    expect(
      steps.filter((step) => step.startsWith("SCAN") && !step.includes("operations_one_open_a_sale")),
    ).toEqual([]);
    for (const index of indexes) expect(steps.join("\n")).toContain(index);
    const isFound = change.search || change.orInDoubt;
    if (!isFound) expect(steps.join("\n")).not.toContain("TEMP B-TREE");
  },
);

test("a search that finds many is a walk by time that looks at each sale, and sorts nothing", async () => {
  const search = readOrderSearch("1001");
  const plans = await plansOf((db) =>
    listSaleKeys(db, { ...anyOrder, search, statuses: ["captured"] }, { few: -1, step: 2 }),
  );
  const steps = plans.flat().join("\n");
  expect(steps).toContain("sales_by_store_and_status (store_id=? AND status=?");
  for (const index of [
    "sale_words_by_sale (sale_id=?",
    "attempts_by_sale (sale_id=?",
    "contact_words_by_contact",
  ]) {
    expect(steps).toContain(index);
  }
  expect(steps).not.toMatch(/TEMP B-TREE|^SCAN/m);
});

test("what stands beside the till: three queries, each found by an index of its own", async () => {
  const [today, waiting, inDoubt] = await plansOf((db) => listBoard(db, "s", noon, 9));
  expect(today?.join("\n")).toContain("sales_by_store_and_time (store_id=? AND created_at>?)");
  expect(waiting?.join("\n")).toContain("sales_by_store_and_status (store_id=? AND status=?)");
  expect(inDoubt?.join("\n")).toContain("operations_one_open_a_sale");
  // The index of open operations is walked whole: it holds but the few that have no end yet.
  const scans = [today, waiting, inDoubt].flatMap(
    (plan) => plan?.filter((step) => step.startsWith("SCAN")) ?? [],
  );
  expect(scans.filter((step) => !step.includes("operations_one_open_a_sale"))).toEqual([]);
});

test("the orders due that screens show or whose time runs out: only what is due is looked at, and sorted", async () => {
  const times = { checkoutMs: 1, authorizationMs: 1, afterMs: 1 };
  const steps = (await plansOf((db) => listUrgentDueAsks(db, noon, times, 9))).flat();
  expect(steps[0]).toContain("order_asks_by_next (next_ask_at<?)");
  expect(steps.filter((step) => step.startsWith("SCAN"))).toEqual([]);
});

test("when events were missed, only what is asked for at all is looked at", async () => {
  const change = { now: noon, oftenUntil: noon, since: noon };
  const plans = await plansOf((db) => bringAllAsksForward(db, change));
  expect(plans).toHaveLength(2);
  for (const steps of plans) {
    expect(steps[0]).toContain("order_asks_by_next (next_ask_at>?");
    expect(steps.filter((step) => step.startsWith("SCAN"))).toEqual([]);
  }
});

test("the state of the inbox: what is done is not looked at, however much that is", async () => {
  const ofInbox: Queries[] = [
    inboxFigures,
    (db) => listFailingWebhookEvents(db, 9),
    (db) => makeWebhookEventsDue(db, null, noon),
  ];
  // This index holds only events that wait.
  for (const queries of ofInbox)
    expect((await plansOf(queries)).flat()[0]).toContain("USING INDEX webhook_events_waiting");
});
