import { describe, expect, test } from "vitest";
import { addDays, boundsOfDate } from "#lib/business-day.ts";
import { dayCsv } from "#lib/day-csv.ts";
import { loadDays } from "./days/load-days.ts";
import { learn } from "./orders/learn.ts";
import { daysOf, totals } from "./testing/days.ts";
import { move } from "./testing/scripted-order.ts";
import { startTill } from "./testing/till.ts";

const till = await startTill();
const { openStore, sellPaid, seenAt, openDay, close, closed } = daysOf(till);
const hourMs = 3_600_000;

describe.each([
  { timeZone: "America/Chicago", currency: "USD", date: "2025-03-09", hours: 23, cutOffHour: 0 },
  { timeZone: "America/Chicago", currency: "USD", date: "2025-11-02", hours: 25, cutOffHour: 0 },
  { timeZone: "America/Toronto", currency: "CAD", date: "2025-03-08", hours: 23, cutOffHour: 4 },
  { timeZone: "America/Toronto", currency: "CAD", date: "2025-11-01", hours: 25, cutOffHour: 4 },
] as const)("$date in $timeZone from $cutOffHour o'clock, a day of $hours hours", (it) => {
  test("has each cent that was moved from its first moment to its last, and none of its neighbours'", async () => {
    const store = await openStore({ ...it, locale: "en-CA", country: "CA" });
    const { from, to } = boundsOfDate(it.date, it.timeZone, it.cutOffHour);
    expect((to.getTime() - from.getTime()) / hourMs).toBe(it.hours);
    const moments = [
      from.getTime() - 1,
      from.getTime(),
      from.getTime() + 2 * hourMs,
      to.getTime() - 1,
      to.getTime(),
    ];
    for (const [index, at] of moments.entries()) await sellPaid(store, new Date(at), 1_000 * (index + 1));
    const days = [addDays(it.date, -1), it.date, addDays(it.date, 1)];
    const sums = await Promise.all(days.map(async (date) => totals((await openDay(store, date)).day)));
    expect(sums).toEqual([
      { started: 1, captured: 1_000, refunded: 0, released: 9_000 },
      { started: 3, captured: 9_000, refunded: 0, released: 21_000 },
      { started: 1, captured: 5_000, refunded: 0, released: 5_000 },
    ]);
    for (const date of days) await close(store, date);
    const reports = await Promise.all(days.map((date) => closed(store, date)));
    expect(reports[0]?.to).toBe(reports[1]?.from);
    expect(reports[1]?.to).toBe(reports[2]?.from);
    expect(reports.every((report) => report.store.currency === it.currency)).toBe(true);
    expect(dayCsv(reports[1] as (typeof reports)[number])).toContain(
      `Total,${store.name},Captured,3,90.00,${it.currency},`,
    );
  });
});

test("a day's numbers are told by status, by who did it and by register, and add up to the total", async () => {
  const store = await openStore();
  const at = new Date("2025-05-06T18:00:00Z");
  const paid = await sellPaid(store, at);
  await sellPaid(store, at, 4_000);
  // Half of one is given back in Sezzle's own dashboard.
  move(paid.order, "refunds", 5_000);
  await learn(paid.order.uuid, "poll");
  await seenAt(paid.saleId, "refund", at);
  const { day } = await openDay(store, "2025-05-06");
  expect(day.byStatus).toEqual([
    { status: "captured", count: 1, amountCents: 10_000 },
    { status: "partially_refunded", count: 1, amountCents: 10_000 },
  ]);
  expect(day.byPerson.map((it) => [it.person, totals({ totals: it })])).toEqual([
    ["Morgan", { started: 2, captured: 14_000, refunded: 0, released: 6_000 }],
    [null, { started: 0, captured: 0, refunded: 5_000, released: 0 }],
  ]);
  for (const parts of [day.byPerson, day.byRegister]) {
    for (const what of ["started", "captured", "refunded", "released"] as const) {
      const sum = parts.reduce((total, it) => total + it[what].amountCents, 0);
      expect(sum).toBe(day.totals[what].amountCents);
    }
  }
});

test("a store's days are listed from the running one back to its first, page by page, each once", async () => {
  const store = await openStore();
  await sellPaid(store, new Date("2026-05-06T18:00:00Z"));
  const now = new Date("2026-06-20T18:00:00Z");
  const dates: string[] = [];
  for (let before: string | null = null, pages = 0; pages < 10; pages += 1) {
    const { days, older, today } = await loadDays(store, before, now);
    expect(today).toBe("2026-06-20");
    dates.push(...days.map((it) => it.date));
    if (!older) break;
    before = older;
  }
  expect(dates).toHaveLength(46);
  expect(dates).toEqual(Array.from({ length: 46 }, (_, days) => addDays("2026-06-20", -days)));
});
