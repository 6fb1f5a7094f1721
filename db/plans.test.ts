import { expect, test } from "vitest";
import { readOrderSearch } from "#lib/order-search.ts";
import { aboutShoppers, anyOrder, found, orderLists } from "./plans-cases.ts";
import { plansOf, type Queries } from "./plans-testing.ts";
import { listMaybeOpen, namesOf, sumDay } from "./queries/day-totals.ts";
import { bringAllAsksForward, listUrgentDueAsks } from "./queries/due-asks.ts";
import { listSaleKeys } from "./queries/order-list.ts";
import { listBoard } from "./queries/sales.ts";
import { listSellers } from "./queries/sellers.ts";
import { listApprovedBeside, listUnconfirmed } from "./queries/today.ts";
import { inboxFigures, listFailingWebhookEvents, makeWebhookEventsDue } from "./queries/webhooks.ts";
import { noon } from "./testing.ts";

const stretch = { storeId: "s", from: noon, to: noon };

test.each(found)(
  "%s: found by an index, however long the shop has been open",
  async (_title, queries, index) => {
    const plans = await plansOf(queries);
    expect(plans).toHaveLength(1);
    expect(plans.flat().filter((step) => step.startsWith("SCAN"))).toEqual([]);
    expect(plans.flat().join("\n")).toContain(index);
  },
);

test.each(orderLists)(
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

test.each(aboutShoppers)(
  "%s: found by indexes alone, however many shoppers there were",
  async (_title, queries, indexes) => {
    const steps = (await plansOf(queries)).flat();
    expect(steps.filter((step) => step.startsWith("SCAN"))).toEqual([]);
    for (const index of indexes) expect(steps.join("\n")).toContain(index);
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
