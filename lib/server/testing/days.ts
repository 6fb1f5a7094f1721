import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { insertStore, type Store } from "#db/queries/stores.ts";
import { movements } from "#db/schema/orders.ts";
import { sales } from "#db/schema/sales.ts";
import { businessDay } from "#lib/business-day.ts";
import type { DayReport, LoadedDay } from "#lib/day-report.ts";
import { write } from "../database.ts";
import { closeDay, type DayClosing } from "../days/close-day.ts";
import { loadDay } from "../days/load-days.ts";
import { learn } from "../orders/learn.ts";
import { runOperation } from "../payments/run-operation.ts";
import { authorize, type ScriptedOrder } from "./scripted-order.ts";
import { granted, type Till } from "./till.ts";

type Sold = { saleId: string; order: ScriptedOrder };

/** What the tests of business days do: stores of their own, sales of other days, signatures. */
export function daysOf(till: Till) {
  /** A time zone in which no day ends within the next minutes. */
  function zoneOfOneDay(): string {
    const [now, soon] = [new Date(), new Date(Date.now() + 10 * 60_000)];
    const { timeZone } = till.store;
    return businessDay(now, timeZone, 0).date === businessDay(soon, timeZone, 0).date
      ? timeZone
      : "Asia/Tokyo";
  }

  /** A store that is nobody's but this test's. */
  async function openStore(change: Partial<Store> = {}): Promise<Store> {
    const code = `S${randomUUID().slice(0, 6).toUpperCase()}`;
    const store = { ...till.store, id: randomUUID(), code, name: `Store ${code}`, ...change };
    await write((db) => insertStore(db, store, [{ id: randomUUID(), name: "Register 1", closedAt: null }]));
    return store;
  }

  /** A sale whose link is sent, as if it was started at a moment. */
  async function sell(store: Store, at: Date): Promise<Sold> {
    const { saleId, operationId } = await till.prepareSale({}, store);
    await runOperation(operationId);
    await write((db) => db.update(sales).set({ createdAt: at }).where(eq(sales.id, saleId)));
    return { saleId, order: till.sezzle.order(await till.orderUuid(saleId)) };
  }

  async function sellApproved(store: Store, at: Date): Promise<Sold> {
    const sold = await sell(store, at);
    authorize(sold.order);
    await learn(sold.order.uuid, "poll");
    return sold;
  }

  /** A sale that is paid, as if it was started and captured at a moment. */
  async function sellPaid(store: Store, at: Date, amountCents = 10_000): Promise<Sold> {
    const sold = await sellApproved(store, at);
    await till.act(sold.saleId, "capture", amountCents);
    await seenAt(sold.saleId, "capture", at);
    if (amountCents < 10_000) {
      await till.act(sold.saleId, "release", 10_000 - amountCents);
      await seenAt(sold.saleId, "release", at);
    }
    return sold;
  }

  /** Has a sale's movements of a kind first be seen at a moment. */
  function seenAt(saleId: string, kind: "capture" | "refund" | "release", at: Date) {
    const those = and(eq(movements.saleId, saleId), eq(movements.kind, kind));
    return write((db) => db.update(movements).set({ firstSeenAt: at }).where(those));
  }

  async function openDay(store: Store, date: string, now?: Date) {
    const day = await loadDay(store, date, now);
    if (day?.kind !== "open") throw new Error(`${date} is ${day?.kind ?? "no day"}`);
    return day;
  }

  const closingOf = (day: Extract<LoadedDay, { kind: "open" }>, words = "Looked at it"): DayClosing => ({
    storeId: day.day.store.id,
    date: day.day.date,
    fingerprint: day.fingerprint,
    explanations: day.day.open.map(({ key }) => ({ key, words })),
  });

  function sign(closing: DayClosing, now = new Date(), personId = till.asker.personId) {
    return write((db) => closeDay(db, personId, closing, now));
  }

  /** Signs a day as it is. */
  async function close(store: Store, date: string, now = new Date()) {
    return granted(await sign(closingOf(await openDay(store, date, now)), now));
  }

  async function closed(store: Store, date: string) {
    const day = await loadDay(store, date);
    if (day?.kind !== "closed") throw new Error(`${date} is not closed`);
    return day.day;
  }

  return {
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
  };
}

/** A day's totals in short: how many sales were started, and cents. */
export const totals = ({ totals }: Pick<DayReport, "totals">) => ({
  started: totals.started.count,
  captured: totals.captured.amountCents,
  refunded: totals.refunded.amountCents,
  released: totals.released.amountCents,
});
