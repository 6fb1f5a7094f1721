import { describe, expect, test } from "vitest";
import { businessDay } from "#lib/business-day.ts";
import { runOperation } from "./payments/run-operation.ts";
import { daysOf, totals } from "./testing/days.ts";
import { addPerson, RefundDesk } from "./testing/refund-desk.ts";
import { granted, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { openStore, sellPaid, openDay, closingOf, sign, close, closed } = daysOf(till);
const date = "2025-05-06";
const at = new Date(`${date}T18:00:00Z`);

/** A store with a paid sale of a past day, of which Casey asks to refund $60.00, and what Marta decides. */
async function askedInStore() {
  const store = await openStore();
  const casey = await addPerson("Casey", [{ storeId: store.id, role: "cashier" }]);
  const marta = await addPerson("Marta", [{ storeId: store.id, role: "manager" }]);
  const desk = new RefundDesk(till, casey.id);
  const { saleId } = await sellPaid(store, at);
  const ask = async () => granted(await desk.ask(await desk.wish(saleId)));
  const request = await ask();
  const decide = {
    approved: async () => runOperation(granted(await desk.approve(request, marta.id)).id),
    declined: async () => granted(await desk.decline(request, marta.id)),
    withdrawn: async () => granted(await desk.withdraw(request)),
  };
  return { store, saleId, key: `${saleId} ${request.id}`, ask, decide };
}

describe("a refund that waits for a manager", () => {
  test("is open in the store: the day is not signed before it is decided or explained", async () => {
    const { store, saleId, key } = await askedInStore();
    const day = await openDay(store, date);
    const open = { kind: "refund_asked", saleId, key, amountCents: 6_000, startedBy: "Casey" };
    expect(day.day.open).toMatchObject([open]);
    const bare = { ...closingOf(day), explanations: [] };
    expect(await sign(bare)).toMatchObject({ problem: { code: "unexplained", field: key } });
    granted(await sign(closingOf(day, "The shopper comes back tomorrow")));
    expect((await closed(store, date)).open).toMatchObject([
      { ...open, explanation: "The shopper comes back tomorrow" },
    ]);
  });

  test("that is asked for while somebody looks at the day is shown before it is signed", async () => {
    const { store, decide, ask } = await askedInStore();
    await decide.declined();
    const seen = await openDay(store, date);
    await ask();
    expect(refusalCode(await sign(closingOf(seen)))).toBe("day_changed");
  });

  test.each(["approved", "declined", "withdrawn"] as const)(
    "is no longer open once it is %s",
    async (how) => {
      const { store, decide } = await askedInStore();
      await decide[how]();
      expect((await openDay(store, date)).day.open).toEqual([]);
    },
  );

  test("is no matter of a day that ended before its sale began, nor of another store", async () => {
    const { store } = await askedInStore();
    const other = await openStore();
    await sellPaid(other, at);
    await sellPaid(store, new Date("2025-05-04T18:00:00Z"));
    expect((await openDay(store, "2025-05-05")).day.open).toEqual([]);
    expect((await openDay(other, date)).day.open).toEqual([]);
  });

  test("approved later falls on the day it is made, and changes nothing of the closed one", async () => {
    const { store, decide } = await askedInStore();
    await close(store, date);
    await decide.approved();
    expect(totals(await closed(store, date))).toMatchObject({ captured: 10_000, refunded: 0 });
    const today = businessDay(new Date(), store.timeZone, store.cutOffHour).date;
    expect(totals((await openDay(store, today)).day)).toMatchObject({ captured: 0, refunded: 6_000 });
  });
});
