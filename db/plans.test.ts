import { expect, test } from "vitest";
import { readOrderSearch } from "#lib/order-search.ts";
import { plansOf, type Queries } from "./plans-testing.ts";
import { listApproved } from "./queries/approved-list.ts";
import { listLinesOfSales, listSaleIds, listSalesWithAttempts } from "./queries/books.ts";
import { afterClosedDays, findDayCloses, lastClosedDate, listDayCloses } from "./queries/day-closes.ts";
import { firstSaleAt, listMaybeOpen, namesOf, sumDay, sumMovements, sumSales } from "./queries/day-totals.ts";
import {
  findSaleOfOrder,
  listClosedDisputes,
  listDisputesOfSale,
  listOpenDisputes,
  listUntiedDisputes,
} from "./queries/disputes.ts";
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
import {
  listChargebacks,
  listDisputedOrders,
  listDisputesOfSales,
  listOrderOwners,
  listPaidMovements,
  listUnpaidMovements,
} from "./queries/payout-books.ts";
import {
  countOpenDifferences,
  listDifferences,
  listOpenWithoutPayout,
  listPayoutsWithOpenDifferences,
} from "./queries/payout-differences.ts";
import {
  findNewestPayoutDate,
  listLinePage,
  listPayoutLines,
  listPayoutSums,
  listPayouts,
  listPayoutsToRead,
} from "./queries/payouts.ts";
import { countSessions, findRoleIn, listPeople, listSessionChanges, listSessions } from "./queries/people.ts";
import {
  decideRequest,
  findRefundRequestByWish,
  listAskedSaleIds,
  listOpenRequestsOfSales,
} from "./queries/refund-requests.ts";
import {
  findByShopperToken,
  findCurrentAttempt,
  findSaleAttempt,
  isNumberTaken,
  listBoard,
  listLostLinks,
  listSaleRows,
} from "./queries/sales.ts";
import { listSellers } from "./queries/sellers.ts";
import { listPinTries } from "./queries/sign-in-tries.ts";
import { endSessionsOnTablet, findPairedTablet, takePairingCode } from "./queries/tablets.ts";
import {
  listApprovedBeside,
  listRefundsAsked,
  listUnconfirmed,
  listUnsureLinks,
  sumMovementsByHour,
  sumOpen,
  sumStarted,
} from "./queries/today.ts";
import {
  finishWebhookEvents,
  inboxFigures,
  listDueWebhookEvents,
  listFailingWebhookEvents,
  listWorkableEvents,
  makeWebhookEventsDue,
} from "./queries/webhooks.ts";
import { noon } from "./testing.ts";

const stretch = { storeId: "s", from: noon, to: noon };
const day = { storeId: "s", from: noon, to: noon };
const idle = { tablet: noon, browser: noon };
const claim = { operationId: "o", from: "prepared" as const, lease: "l", leaseUntil: noon, now: noon };
const decision = { decision: "approved" as const, decidedBy: "p", decidedAt: noon, operationId: "o" };
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
  ["sales' lines to add up", (db) => listLinesOfSales(db, ["a", "b"]), "history_by_sale (sale_id=?)"],
  ["sales to add up", (db) => listSalesWithAttempts(db, ["a", "b"]), "sqlite_autoindex_sales_1 (id=?)"],
  ["an open operation", (db) => findOpenOperation(db, "s"), "operations_one_open_a_sale (sale_id=?)"],
  ["an equal refund", (db) => findEqualRefund(db, "s", 2000), "operations_by_sale (sale_id=?)"],
  ["a claim", (db) => claimOperation(db, claim), primary],
  ["the movements of orders", (db) => listMovements(db, ["a", "b"]), "movements_by_order (order_uuid=?)"],
  ["the order of an attempt", (db) => findMainOrder(db, "a"), "orders_by_attempt (attempt_id=?)"],
  ["an attempt with its sale", (db) => findSaleAttempt(db, "a"), "orders_by_attempt (attempt_id=?)"],
  ["a sale with its attempt", (db) => findCurrentAttempt(db, "s"), "orders_by_attempt (attempt_id=?)"],
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
    (db) => listSessionChanges(db, ["a", "b"], noon, idle),
    "sqlite_autoindex_sessions_1 (id=?)",
  ],
  ["a person's sessions", (db) => listSessions(db, "p", noon, idle), "sessions_by_person (person_id=?)"],
  [
    "how many sessions people have",
    (db) => countSessions(db, ["a", "b"], noon, idle),
    "sessions_by_person (person_id=?)",
  ],
  [
    "the sessions on a tablet",
    (db) => endSessionsOnTablet(db, "t", "locked", noon),
    "sessions_by_tablet (tablet_id=?)",
  ],
  ["a tablet by its token", (db) => findPairedTablet(db, "t"), "tablets_token_hash_unique (token_hash=?)"],
  [
    "a pairing code",
    (db) => takePairingCode(db, "c", noon),
    "sqlite_autoindex_pairing_codes_1 (code_hash=?)",
  ],
  ["wrong PINs", (db) => listPinTries(db, noon), "sqlite_autoindex_sign_in_tries_1 (key>? AND key<?)"],
  ["the people of stores", (db) => listPeople(db, ["a", "b"]), "memberships_by_store (store_id=?)"],
  [
    "a wish that waits for a manager",
    (db) => findRefundRequestByWish(db, "w"),
    "refund_requests_wish_id_unique (wish_id=?)",
  ],
  [
    "the refunds that wait on sales",
    (db) => listOpenRequestsOfSales(db, ["a", "b"]),
    "refund_requests_by_sale (sale_id=?)",
  ],
  [
    "the refunds that wait in stores",
    (db) => listAskedSaleIds(db, ["a", "b"], 9),
    "refund_requests_open (store_id=?)",
  ],
  ["a decision", (db) => decideRequest(db, "r", decision), "sqlite_autoindex_refund_requests_1 (id=?)"],
  [
    "a person's role in a store",
    (db) => findRoleIn(db, "p", "s"),
    "sqlite_autoindex_memberships_1 (person_id=? AND store_id=?)",
  ],
  [
    "what is approved in a store, by when it runs out",
    (db) => listApproved(db, { stores: [{ storeId: "a", from: noon, to: null }], search: null }, 9),
    "sales_by_store_and_status (store_id=? AND status=? AND created_at>?)",
  ],
  [
    "what runs out soon in a store",
    (db) =>
      listApproved(
        db,
        { stores: [{ storeId: "a", from: null, to: null }], search: null, expiresBefore: noon },
        9,
      ),
    "sales_by_store_and_status (store_id=? AND status=?)",
  ],
  [
    "what a person did and what was done to them",
    (db) => listHistoryOfPerson(db, "p", ["a"], 9),
    "history_about_person (about_person_id=?)",
  ],
  [
    "what was moved in a day",
    (db) => sumMovements(db, stretch),
    "movements_by_store_and_time (store_id=? AND first_seen_at>? AND first_seen_at<?)",
  ],
  [
    "the sales of a day",
    (db) => sumSales(db, stretch),
    "sales_by_store_and_time (store_id=? AND created_at>? AND created_at<?)",
  ],
  ["a store's first sale", (db) => firstSaleAt(db, "s"), "sales_by_store_and_time (store_id=?)"],
  [
    "a closed day and its neighbours",
    (db) => findDayCloses(db, "s", ["2026-11-21", "2026-11-22"]),
    "day_closes_by_store_and_date (store_id=? AND date=?)",
  ],
  [
    "the closed days of a page",
    (db) => listDayCloses(db, "s", "2026-11-01", "2026-11-22"),
    "day_closes_by_store_and_date (store_id=? AND date>? AND date<?)",
  ],
  ["the last closed day", (db) => lastClosedDate(db, "s"), "day_closes_by_store_and_date (store_id=?)"],
  [
    "a closed day that goes on",
    (db) => afterClosedDays(db, "s", noon),
    "day_closes_by_store_and_end (store_id=? AND to>?)",
  ],
  [
    "what moved in a day's hours",
    (db) => sumMovementsByHour(db, day, noon),
    "movements_by_store_and_time (store_id=? AND first_seen_at>? AND first_seen_at<?)",
  ],
  [
    "the sales started in a day",
    (db) => sumStarted(db, day),
    "sales_by_store_and_time (store_id=? AND created_at>? AND created_at<?)",
  ],
  [
    "what is open",
    (db) => sumOpen(db, "s", noon, noon),
    "sales_by_store_and_status (store_id=? AND status=?)",
  ],
  [
    "links perhaps not sent",
    (db) => listUnsureLinks(db, "s", 9),
    "sales_by_store_and_status (store_id=? AND status=?)",
  ],
  ["refunds asked for", (db) => listRefundsAsked(db, "s", 9), "refund_requests_open (store_id=?)"],
  [
    "a store's disputes to answer",
    (db) => listOpenDisputes(db, "s", 9),
    "disputes_by_store (store_id=? AND stage=?)",
  ],
  [
    "other channels' disputes to answer",
    (db) => listOpenDisputes(db, null, 9),
    "disputes_by_store (store_id=? AND stage=?)",
  ],
  [
    "a store's closed disputes",
    (db) => listClosedDisputes(db, "s", 9),
    "disputes_by_store (store_id=? AND stage=?)",
  ],
  ["the disputes of a sale", (db) => listDisputesOfSale(db, "s"), "disputes_by_sale (sale_id=?)"],
  ["disputes to tie to a sale", (db) => listUntiedDisputes(db, "o"), "disputes_by_order (order_uuid=?)"],
  ["the sale of an order", (db) => findSaleOfOrder(db, "o"), "sqlite_autoindex_orders_1 (uuid=?)"],
  [
    "the payouts of the house",
    (db) => listPayouts(db, { storeIds: null, after: null, limit: 9 }),
    "payouts_by_date ((payout_date,uuid)<(?,?))",
  ],
  [
    "the payouts of some stores",
    (db) => listPayouts(db, { storeIds: ["a", "b"], after: { payoutDate: "d", uuid: "p" }, limit: 9 }),
    "sqlite_autoindex_payout_sums_1 (payout_uuid=? AND owner=? AND store_id=?)",
  ],
  ["the newest payout", findNewestPayoutDate, "payouts_by_date (payout_date>?)"],
  ["the payouts to read", (db) => listPayoutsToRead(db, 9), "payouts_to_read (read_at=?)"],
  [
    "some of a payout's lines",
    (db) =>
      listLinePage(db, "p", { storeIds: ["a", "b"], owners: ["no_order"], afterOrdinal: 100, limit: 9 }),
    "payout_lines_by_payout (payout_uuid=? AND ordinal>?)",
  ],
  ["a payout's lines", (db) => listPayoutLines(db, "p"), "payout_lines_by_payout (payout_uuid=?)"],
  [
    "the sums of payouts",
    (db) => listPayoutSums(db, ["p", "q"]),
    "sqlite_autoindex_payout_sums_1 (payout_uuid=?)",
  ],
  [
    "a payout's differences",
    (db) => listDifferences(db, "p", { storeIds: ["a"], withStoreless: true }, 9),
    "payout_differences_by_payout (payout_uuid=?)",
  ],
  [
    "what no payout has paid out",
    (db) => listOpenWithoutPayout(db, { storeIds: ["a"], withStoreless: false }, 9),
    "payout_differences",
  ],
  [
    "how much is open in payouts",
    (db) => countOpenDifferences(db, ["p", "q"]),
    "payout_differences_by_payout (payout_uuid=?)",
  ],
  [
    "the payouts with something open",
    (db) => listPayoutsWithOpenDifferences(db, 9),
    "payout_differences_open (resolved_at=?)",
  ],
  ["whose orders are", (db) => listOrderOwners(db, ["a", "b"]), "sqlite_autoindex_orders_1 (uuid=?)"],
  [
    "what other payouts have paid",
    (db) => listPaidMovements(db, "p", ["a", "b"]),
    "payout_lines_by_movement (movement_uuid=?)",
  ],
  [
    "earlier chargebacks of orders",
    (db) => listChargebacks(db, "p", ["a", "b"]),
    "payout_lines_by_order (order_uuid=?)",
  ],
  ["the disputes of orders", (db) => listDisputedOrders(db, ["a", "b"]), "disputes_by_order (order_uuid=?)"],
  ["the disputes of sales", (db) => listDisputesOfSales(db, ["a", "b"]), "disputes_by_sale (sale_id=?)"],
  [
    "what a store took and no payout has",
    (db) => listUnpaidMovements(db, "s", { after: noon, until: noon }),
    "movements_by_store_and_time (store_id=? AND first_seen_at>? AND first_seen_at<?)",
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
  personId: null,
  registerId: null,
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
    "a person's, older ones",
    { personId: "p", page },
    ["sales_by_store_and_person (store_id=? AND person_id=? AND status=? AND (created_at,id)<(?,?))"],
  ],
  [
    "a person's of some statuses",
    { personId: "p", statuses: ["captured"] },
    ["sales_by_store_and_person (store_id=? AND person_id=? AND status=?"],
  ],
  [
    "a register's, older ones",
    { registerId: "r", page },
    ["sales_by_store_and_register (store_id=? AND register_id=? AND status=? AND (created_at,id)<(?,?))"],
  ],
  [
    "a person's at a register",
    { personId: "p", registerId: "r" },
    ["sales_by_store_and_person (store_id=? AND person_id=? AND status=?"],
  ],
  [
    "a person's that are not confirmed",
    { personId: "p", statuses: ["unconfirmed"], orInDoubt: true },
    ["sales_by_store_and_status (store_id=? AND status=?)", "operations_one_open_a_sale"],
  ],
  [
    "by the number of Sezzle's dashboard",
    { search: readOrderSearch("55019234") },
    ["orders_by_sezzle_id (<expr>=?)"],
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

test("two names that many have are put together by a walk of each in one index, looking at no shopper", async () => {
  const sizes = { few: -1, step: 2 };
  const plans = await plansOf((db) =>
    listSaleKeys(db, { ...anyOrder, search: readOrderSearch("maria smith") }, sizes),
  );
  const together = plans.find((plan) => plan.some((step) => step.includes("INTERSECT")));
  expect(together?.filter((step) => step.startsWith("SEARCH"))).toEqual(
    Array(2).fill(
      "SEARCH contact_words USING COVERING INDEX sqlite_autoindex_contact_words_1 (word>? AND word<?)",
    ),
  );
  expect(together?.filter((step) => step.startsWith("SCAN"))).toEqual([]);
});

test("who ever sold in the stores is found from one person to the next in an index", async () => {
  const plans = await plansOf((db) => listSellers(db, ["a", "b"]));
  const steps = plans.flat().filter((step) => step !== "SCAN sellers");
  expect(steps.filter((step) => step.startsWith("SCAN"))).toEqual([]);
  expect(steps.join("\n")).toContain("sales_by_store_and_person (store_id=? AND person_id>?)");
});

test("what stands beside the till: three queries, each found by an index of its own", async () => {
  const [inDoubt, today, waiting] = await plansOf((db) => listBoard(db, "s", noon, 9));
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

test("a line of the list of days, and the names of a report: a walk of the day, and rows by their keys", async () => {
  const plans = [
    ...(await plansOf((db) => sumDay(db, stretch))),
    ...(await plansOf((db) => namesOf(db, ["p"], ["r"]))),
  ];
  expect(plans).toHaveLength(4);
  expect(plans.flat().filter((step) => step.startsWith("SCAN"))).toEqual([]);
});

test("what is open in a store when a day is closed: five queries, each of which meets but a few", async () => {
  const plans = await plansOf((db) => listMaybeOpen(db, "s", noon, noon));
  const [waiting, inDoubt, sentAgain, seconds, asked] = plans.map((plan) => plan.join("\n"));
  expect(waiting).toContain("sales_by_store_and_status (store_id=? AND status=? AND created_at<?)");
  expect(inDoubt).toContain("operations_one_open_a_sale");
  expect(sentAgain).toContain("attempts_further (created_at>?)");
  expect(seconds).toContain("orders_second (created_at>?)");
  expect(asked).toContain("refund_requests_open (store_id=?)");
  // The index of open operations is walked whole: it holds but the few that have no end yet.
  const scans = plans.flat().filter((step) => step.startsWith("SCAN"));
  expect(scans.filter((step) => !step.includes("operations_one_open_a_sale"))).toEqual([]);
});
test("money operations whose end is not known are found among the few that are open", async () => {
  const [steps = []] = await plansOf((db) => listUnconfirmed(db, ["a", "b"], 9));
  expect(steps.join("\n")).toContain("operations_one_open_a_sale");
  expect(
    steps.filter((step) => step.startsWith("SCAN") && !step.includes("operations_one_open_a_sale")),
  ).toEqual([]);
});

test("orders with approved money beside their sale's are looked for among the few links that were sent again", async () => {
  const plans = await plansOf((db) => listApprovedBeside(db, ["a", "b"], noon, 9));
  expect(plans).toHaveLength(2);
  expect(plans[0]?.join("\n")).toContain("orders_second (created_at>?)");
  expect(plans[1]?.join("\n")).toContain("attempts_further (created_at>?)");
  expect(plans.flat().filter((step) => step.startsWith("SCAN"))).toEqual([]);
});
