import { expect, test } from "vitest";
import {
  compareInList,
  everyOrder,
  isByExpiry,
  isInDays,
  isInGroup,
  isNarrowed,
  listParam,
  type OrderQuery,
  orderGroups,
  orderQueryParams,
  readListParams,
  readOrderQuery,
  statusesOf,
} from "./order-query.ts";
import { type SaleStatus, saleStatuses } from "./order-state.ts";
import type { SaleView } from "./sale-view.ts";

const read = (address: string) => readOrderQuery(Object.fromEntries(new URLSearchParams(address)));

const full: OrderQuery = {
  storeId: "0b0f6b1e-6a70-4f31-9a86-0d5d1ef2a0a1",
  group: "not_charged",
  personId: "7c1e0a52-0f0b-4c8e-9a37-4cf7a2f0f8a1",
  registerId: "91d2b7f4-5a56-4f4c-8a3b-0b1b6f2c9d10",
  from: "2026-11-01",
  to: "2026-11-24",
  search: "ada & “Söhne” 0147",
  page: { direction: "older", at: new Date(1_795_000_000_123), saleId: "5f0c-1" },
};

test.each<[string, OrderQuery]>([
  ["narrowed by nothing", everyOrder],
  ["narrowed by everything", full],
  [
    "on the way to newer ones",
    { ...everyOrder, page: { ...(full.page as object), direction: "newer" } as never },
  ],
])("a list %s is read from its address as it was written", (_which, query) => {
  expect(read(orderQueryParams(query).slice(1))).toEqual(query);
  expect(readListParams(new URLSearchParams(listParam(query)).get("list") ?? undefined)).toEqual(query);
});

test.each([
  "status=everything",
  "day=yesterday",
  "day=2026-02-30",
  "day=1999-01-01",
  "before=5f0c-1",
  "before=1.../../etc",
  "after=-5.a",
  "before=99999999999999999.a",
])("what is not understood (%s) narrows nothing", (address) => {
  expect(read(address)).toEqual(everyOrder);
});

test("a search is cut to a hundred characters, and of a repeated parameter the first counts", () => {
  expect(read(`q=${"a".repeat(300)}`).search).toHaveLength(100);
  expect(readOrderQuery({ status: ["paid", "waiting"] }).group).toBe("paid");
});

test("a list is narrowed by store, status, person, register, days and search, and not by its page", () => {
  expect(isNarrowed(everyOrder)).toBe(false);
  expect(isNarrowed({ ...everyOrder, page: full.page })).toBe(false);
  for (const part of ["storeId", "group", "personId", "registerId", "from", "to", "search"] as const) {
    expect(isNarrowed({ ...everyOrder, [part]: full[part] })).toBe(true);
  }
});

test("one day is a short address, and days are bounded on either side or both", () => {
  const day = { from: "2026-11-24", to: "2026-11-24" };
  expect(orderQueryParams({ ...everyOrder, ...day })).toBe("?day=2026-11-24");
  expect(read("day=2026-11-24&from=2026-11-01")).toEqual({ ...everyOrder, ...day });
  expect(read("from=2026-11-01")).toEqual({ ...everyOrder, from: "2026-11-01" });
  expect(orderQueryParams({ ...everyOrder, to: "2026-11-01" })).toBe("?to=2026-11-01");
  const isIn = (from: string | null, to: string | null) => isInDays({ from, to }, "2026-11-24");
  expect([isIn(null, null), isIn("2026-11-24", "2026-11-24"), isIn("2026-11-01", null)]).toEqual([
    true,
    true,
    true,
  ]);
  expect([isIn("2026-11-25", null), isIn(null, "2026-11-23")]).toEqual([false, false]);
});

test("every status is found in a group, and only a partly refunded sale in two", () => {
  const groupsOf = (status: SaleStatus) => orderGroups.filter((group) => statusesOf(group).includes(status));
  for (const status of saleStatuses) {
    expect(groupsOf(status), status).toHaveLength(status === "partially_refunded" ? 2 : 1);
  }
});

test("a sale with a lost answer is among the not confirmed, whatever its status", () => {
  const open = {
    operationId: "o",
    kind: "capture",
    amountCents: 1,
    startedAt: "",
    startedBy: null,
    purpose: "this_order",
    repeatedUntil: null,
  } as const;
  const lost = { status: "authorized", openOperation: { ...open, state: "unconfirmed" } } as const;
  expect(orderGroups.filter((group) => isInGroup(lost, group))).toEqual(["approved", "not_confirmed"]);
  const sending = { status: "authorized", openOperation: { ...open, state: "sending" } } as const;
  expect(isInGroup(sending, "not_confirmed")).toBe(false);
});

test("the list of what is approved has what runs out first at the top, every other list the newest", () => {
  const sale = (saleId: string, createdAt: string, authorizationExpiresAt: string | null) =>
    ({ saleId, createdAt, authorizationExpiresAt }) as SaleView;
  const sales = [
    sale("first", "2026-11-24T09:00:00.000Z", "2026-11-24T12:00:00.000Z"),
    sale("second", "2026-11-24T10:00:00.000Z", "2026-11-24T11:30:00.000Z"),
    sale("third", "2026-11-24T11:00:00.000Z", null),
  ];
  const orderOf = (group: OrderQuery["group"]) =>
    sales.toSorted((a, b) => compareInList({ group }, a, b)).map((it) => it.saleId);
  expect(orderOf("approved")).toEqual(["second", "first", "third"]);
  for (const group of [null, ...orderGroups].filter((it) => !isByExpiry({ group: it }))) {
    expect(orderOf(group)).toEqual(["third", "second", "first"]);
  }
});
