import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { afterClosedDays, findDayCloses } from "#db/queries/day-closes.ts";
import { findPersonBySignInName } from "#db/queries/people.ts";
import { history } from "#db/schema/history.ts";
import { people } from "#db/schema/people.ts";
import { stores } from "#db/schema/stores.ts";
import { addDays, businessDay } from "#lib/business-day.ts";
import type { Result } from "#lib/problem.ts";
import { read, write } from "./database.ts";
import { loadDays } from "./days/load-days.ts";
import { daysOf, totals } from "./testing/days.ts";
import { authorize } from "./testing/scripted-order.ts";
import { granted, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;
const {
  zoneOfOneDay,
  openStore,
  sell,
  sellApproved,
  sellPaid,
  seenAt,
  openDay,
  closingOf,
  sign,
  close,
  closed,
} = daysOf(till);
const hourMs = 3_600_000;

async function owner(): Promise<string> {
  return (await read((db) => findPersonBySignInName(db, "olive")))?.id ?? "";
}

describe("what is open in the store", () => {
  test("is listed with its kind, and each must be settled or explained before the day is closed", async () => {
    const store = await openStore();
    const at = new Date("2025-05-06T18:00:00Z");
    const link = await sell(store, at);
    const approved = await sellApproved(store, at);
    const lost = await sellApproved(store, at);
    sezzle.onNext("capture", "cut");
    await till.act(lost.saleId, "capture", 10_000);
    await sellPaid(store, at);
    const later = await sell(store, new Date("2025-05-07T18:00:00Z"));
    const day = await openDay(store, "2025-05-06");
    expect(Object.fromEntries(day.day.open.map((it) => [it.saleId, it.kind]))).toEqual({
      [link.saleId]: "link",
      [approved.saleId]: "approved",
      [lost.saleId]: "operation",
    });
    const refused = await sign({ ...closingOf(day), explanations: closingOf(day).explanations.slice(1) });
    expect(refused).toMatchObject({ problem: { code: "unexplained", field: day.day.open[0]?.key } });
    expect(refusalCode(await sign(closingOf(day, "  . ")))).toBe("unexplained");
    expect(refusalCode(await sign(closingOf(day, "Call 612 555-0147")))).toBe("contact_in_words");
    expect(refusalCode(await sign(closingOf(day, "ask ada@example.com")))).toBe("contact_in_words");
    granted(await sign(closingOf(day, `Shopper comes back,\n see ${day.day.open[0]?.number}`)));
    const report = await closed(store, "2025-05-06");
    expect(report.open.map((it) => it.explanation)).toEqual(
      Array(3).fill(`Shopper comes back, see ${day.day.open[0]?.number}`),
    );
    expect(report.closedBy).toBe("Morgan");
    expect(JSON.stringify(report)).not.toContain("shopper@example.com");
    // What was open then is still open the day after, with what came since.
    const next = await openDay(store, "2025-05-07");
    expect(next.day.open.map((it) => it.saleId)).toContain(later.saleId);
    expect(next.day.open).toHaveLength(4);
  });

  test("is no longer listed once it is settled", async () => {
    const store = await openStore();
    const at = new Date("2025-05-06T18:00:00Z");
    const { saleId } = await sellApproved(store, at);
    expect((await openDay(store, "2025-05-06")).day.open).toHaveLength(1);
    await till.act(saleId, "release", 10_000);
    expect((await openDay(store, "2025-05-06")).day.open).toEqual([]);
  });

  test("has what is approved on another order of a sale", async () => {
    const store = await openStore();
    const at = new Date("2025-05-06T18:00:00Z");
    const { saleId, order } = await sellPaid(store, at);
    const second = { ...order, uuid: randomUUID() };
    authorize(second);
    sezzle.orders.set(second.uuid, second);
    await till.deliver("order.authorized", second.uuid);
    await expect.poll(async () => (await till.view(saleId)).otherOrders.length, { timeout: 5_000 }).toBe(1);
    expect((await openDay(store, "2025-05-06")).day.open).toMatchObject([
      { saleId, kind: "other_order", amountCents: 10_000 },
    ]);
  });
});

describe("the signature", () => {
  test("is refused when something has happened since the signer looked, who is shown it and then signs", async () => {
    const store = await openStore();
    const at = new Date("2025-05-06T18:00:00Z");
    const { saleId } = await sellPaid(store, at);
    const seen = await openDay(store, "2025-05-06");
    await till.act(saleId, "refund", 2_500);
    await seenAt(saleId, "refund", at);
    expect(refusalCode(await sign(closingOf(seen)))).toBe("day_changed");
    const now = await openDay(store, "2025-05-06");
    expect(totals(now.day)).toMatchObject({ captured: 10_000, refunded: 2_500 });
    granted(await sign(closingOf(now)));
    expect(totals(await closed(store, "2025-05-06"))).toMatchObject({ refunded: 2_500 });
  });

  test("names what was seen: an open matter that came since is shown first", async () => {
    const store = await openStore();
    const at = new Date("2025-05-06T18:00:00Z");
    await sellPaid(store, at);
    const seen = await openDay(store, "2025-05-06");
    await sell(store, new Date("2025-05-06T20:00:00Z"));
    expect(refusalCode(await sign(closingOf(seen)))).toBe("day_changed");
  });

  test("is given once: of two managers at once one signs, the other is told who did, and history has one line", async () => {
    const store = await openStore();
    await sellPaid(store, new Date("2025-05-06T18:00:00Z"));
    const seen = closingOf(await openDay(store, "2025-05-06"));
    const other = await owner();
    const results: Result<unknown>[] = await Promise.all([
      sign(seen),
      sign(seen, new Date(), other),
      sign(seen, new Date(), other),
    ]);
    expect(results.map((it) => (it.ok ? "ok" : it.problem.code))).toEqual([
      "ok",
      "day_closed_already",
      "day_closed_already",
    ]);
    expect(results[1]).toMatchObject({
      problem: { happened: expect.stringMatching(/^Morgan closed this day/) },
    });
    const those = and(eq(history.storeId, store.id), eq(history.kind, "day.closed"));
    const lines = await read((db) => db.select().from(history).where(those));
    expect(lines).toMatchObject([
      { personId: till.asker.personId, data: { date: "2025-05-06", store: store.name, amountCents: 10_000 } },
    ]);
  });

  test("that is sent again, since its answer was lost, finds the first", async () => {
    const store = await openStore();
    await sellPaid(store, new Date("2025-05-06T18:00:00Z"));
    const seen = closingOf(await openDay(store, "2025-05-06"));
    const first = granted(await sign(seen));
    expect(granted(await sign(seen)).id).toBe(first.id);
  });

  test("cannot be given for a day that has not begun, nor for one before the store's first", async () => {
    const store = await openStore({ timeZone: zoneOfOneDay() });
    const today = businessDay(new Date(), store.timeZone, store.cutOffHour).date;
    const some = { storeId: store.id, fingerprint: "x", explanations: [] };
    expect(refusalCode(await sign({ ...some, date: addDays(today, 1) }))).toBe("day_not_begun");
    expect(refusalCode(await sign({ ...some, date: "9999-12-31" }))).toBe("day_not_begun");
    expect(refusalCode(await sign({ ...some, date: "2020-01-01" }))).toBe("unknown_day");
    expect(refusalCode(await sign({ ...some, date: today, storeId: randomUUID() }))).toBe("unknown_day");
    // Closed before its end, it has a next one; that one begins by the clock only tomorrow.
    await close(store, today);
    expect(refusalCode(await sign(closingOf(await openDay(store, addDays(today, 1)))))).toBe("day_not_begun");
  });
});

describe("a day that is closed before its end", () => {
  test("ends at that moment, and the next one begins then: what comes later is of the next", async () => {
    const store = await openStore({ timeZone: zoneOfOneDay() });
    const { date, to } = businessDay(new Date(), store.timeZone, store.cutOffHour);
    const { saleId } = await sellPaid(store, new Date());
    const early = await close(store, date);
    expect(early.to.getTime()).toBeLessThan(to.getTime());
    const report = await closed(store, date);
    expect(report).toMatchObject({ to: early.to.toISOString(), plannedTo: to.toISOString() });
    await till.act(saleId, "refund", 3_000);
    await till.prepareSale({}, store);
    const next = await openDay(store, addDays(date, 1));
    expect(next.day.from).toBe(early.to.toISOString());
    expect(totals(next.day)).toEqual({ started: 1, captured: 0, refunded: 3_000, released: 0 });
    expect(totals(report)).toMatchObject({ started: 1, captured: 10_000, refunded: 0 });
    expect((await loadDays(store, null)).days.slice(0, 2)).toMatchObject([
      { date: addDays(date, 1), refundedCents: 3_000, closed: null },
      { date, capturedCents: 10_000, closed: { by: "Morgan", isEarly: true } },
    ]);
  });

  test("has nothing that a process whose clock is ahead has dated after it: that is of the next day, once", async () => {
    const store = await openStore({ timeZone: zoneOfOneDay() });
    const now = new Date();
    const { date } = businessDay(now, store.timeZone, store.cutOffHour);
    await sellPaid(store, new Date(now.getTime() + 3_000));
    await close(store, date, now);
    expect(totals(await closed(store, date))).toMatchObject({ started: 0, captured: 0 });
    const later = new Date(now.getTime() + 10_000);
    expect(totals((await openDay(store, addDays(date, 1), later)).day)).toMatchObject({
      started: 1,
      captured: 10_000,
    });
  });

  test("gets nothing more, though the clock of whoever writes next is behind", async () => {
    const store = await openStore({ timeZone: zoneOfOneDay() });
    const { saleId } = await sellPaid(store, new Date(Date.now() - 60_000));
    // The process that closed the day is minutes ahead, or its clock was set back since.
    const ahead = new Date(Date.now() + 5 * 60_000);
    const { date } = businessDay(ahead, store.timeZone, store.cutOffHour);
    const { to } = await close(store, date, ahead);
    await till.act(saleId, "refund", 3_000);
    await till.prepareSale({}, store);
    expect(await read((db) => afterClosedDays(db, store.id, new Date()))).toEqual(to);
    const later = new Date(ahead.getTime() + hourMs);
    expect(totals((await openDay(store, addDays(date, 1), later)).day)).toEqual({
      started: 1,
      captured: 0,
      refunded: 3_000,
      released: 0,
    });
  });
});

describe("a closed day", () => {
  test("stays as it was signed: later refunds fall on the day they happen, and what it explained may change", async () => {
    const store = await openStore();
    const at = new Date("2025-05-06T18:00:00Z");
    const { saleId } = await sellPaid(store, at);
    const approved = await sellApproved(store, at);
    await close(store, "2025-05-06");
    const before = await closed(store, "2025-05-06");
    await till.act(saleId, "refund", 10_000);
    await till.act(approved.saleId, "capture", 10_000);
    await write((db) =>
      db.update(people).set({ name: "Morgan B." }).where(eq(people.id, till.asker.personId)),
    );
    expect(await closed(store, "2025-05-06")).toEqual(before);
    await write((db) => db.update(people).set({ name: "Morgan" }).where(eq(people.id, till.asker.personId)));
    const today = businessDay(new Date(), store.timeZone, store.cutOffHour).date;
    expect(totals((await openDay(store, today)).day)).toEqual({
      started: 0,
      captured: 10_000,
      refunded: 10_000,
      released: 0,
    });
  });

  test("keeps its bounds when the store's cut-off hour changes, and its neighbours meet it", async () => {
    const store = await openStore({ cutOffHour: 0 });
    await sellPaid(store, new Date("2025-05-06T18:00:00Z"));
    await close(store, "2025-05-06");
    for (const cutOffHour of [4, 23]) {
      await write((db) => db.update(stores).set({ cutOffHour }).where(eq(stores.id, store.id)));
      const changed = { ...store, cutOffHour };
      const report = await closed(changed, "2025-05-06");
      expect(report.from).toBe("2025-05-06T05:00:00.000Z");
      expect((await openDay(changed, "2025-05-07")).day.from).toBe(report.to);
    }
    await close({ ...store, cutOffHour: 23 }, "2025-05-07");
    const closes = await read((db) => findDayCloses(db, store.id, ["2025-05-06", "2025-05-07"]));
    expect(closes.map((it) => it.to.toISOString()).sort()).toEqual([
      "2025-05-07T05:00:00.000Z",
      "2025-05-09T04:00:00.000Z",
    ]);
  });
});
