import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import { endSession, findPersonBySignInName, insertSession } from "#db/queries/people.ts";
import { insertSale } from "#db/queries/sales.ts";
import { history } from "#db/schema/history.ts";
import { registers } from "#db/schema/stores.ts";
import { orderColumns } from "#lib/order-csv.ts";
import { everyOrder, type OrderQuery } from "#lib/order-query.ts";
import { findViewer, type Viewer } from "./auth/viewer.ts";
import { read, write } from "./database.ts";
import { exportableStores, exportOrders } from "./sales/export-orders.ts";
import { loadOrders } from "./sales/order-list.ts";
import { startTill } from "./testing/till.ts";

const till = await startTill();
const minute = 60_000;
const noon = new Date("2026-11-20T18:00:00Z");

afterEach(() => {
  vi.useRealTimers();
});

async function signIn(signInName: string): Promise<Viewer> {
  const person = await read((db) => findPersonBySignInName(db, signInName));
  if (!person) throw new Error(`nobody is ${signInName}`);
  const id = randomUUID();
  const now = new Date();
  await write((db) =>
    insertSession(db, {
      id,
      personId: person.id,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 60 * minute),
      device: "",
      browserId: null,
      endedAt: null,
      endReason: null,
    }),
  );
  return (await findViewer(id)) as Viewer;
}

/** Sales of Maple Street, one a minute back from noon; every third of them paid. */
async function sell(count: number, change: { receiptNumber?: string; registerId?: string } = {}) {
  await write(async (db) => {
    for (let index = 0; index < count; index += 1) {
      const [saleId, attemptId, contactId] = [randomUUID(), randomUUID(), randomUUID()];
      const createdAt = new Date(noon.getTime() - index * minute);
      const number = `MAPLE-261120-${saleId.slice(0, 8).toUpperCase()}`;
      const isPaid = index % 3 === 0;
      await insertSale(
        db,
        {
          id: saleId,
          storeId: till.store.id,
          registerId: change.registerId ?? null,
          personId: till.asker.personId,
          number,
          amountCents: 10_050,
          currency: "USD",
          receiptNumber: change.receiptNumber ?? null,
          shopperLocale: null,
          createdAt,
          currentAttemptId: attemptId,
          version: 1,
          status: isPaid ? "captured" : "denied",
          statusAt: createdAt,
          authorizedCents: isPaid ? 10_050 : 0,
          capturedCents: isPaid ? 10_050 : 0,
          releasedCents: 0,
          refundedCents: 0,
          checkoutExpiresAt: createdAt,
          authorizationExpiresAt: null,
        },
        {
          id: attemptId,
          saleId,
          ordinal: 1,
          channel: "sms",
          contactId,
          referenceId: number,
          shopperToken: randomUUID(),
          renewalOperationId: null,
          checkoutExpiresAt: createdAt,
          createdAt,
        },
        {
          id: contactId,
          phone: "+16125550147",
          email: null,
          name: "Ada Lovelace",
          createdAt,
          erasedAt: null,
        },
      );
    }
  });
}

async function begin(viewer: Viewer, change: Partial<OrderQuery> = {}) {
  const query = { ...everyOrder, ...change };
  return exportOrders(viewer, exportableStores(viewer, query), query);
}

const linesOf = (text: string) => text.replace("\uFEFF", "").split("\r\n").slice(0, -1);

async function exportAll(viewer: Viewer, change: Partial<OrderQuery> = {}): Promise<string[]> {
  return linesOf(await new Response((await begin(viewer, change)).body).text());
}

/** What the history says of exports, oldest first. */
async function told(): Promise<object[]> {
  const rows = await read((db) => db.select().from(history));
  return rows.filter((it) => it.kind === "orders.exported").map((it) => it.data);
}

await sell(450);
const manager = await signIn("morgan");

describe("an export of orders", () => {
  test("holds every order of the list once, newest first, over all its pages, and says how many it is of", async () => {
    const { about, body } = await begin(manager);
    const lines = linesOf(await new Response(body).text());
    expect(about).toBe(450);
    expect(lines[0]).toBe(orderColumns.map(([name]) => name).join(","));
    const numbers = lines.slice(1).map((line) => line.split(",")[0]);
    expect(new Set(numbers).size).toBe(450);
    const listed = await loadOrders(manager, everyOrder);
    expect(numbers.slice(0, 50)).toEqual(listed.sales.map((it) => it.number));
    expect(lines[1]).toMatch(
      /^MAPLE-261120-\w{8},,Paid,Maple Street,,Morgan,2026-11-20,2026-11-20T12:00:00-06:00,USD,100\.50,100\.50,100\.50,0\.00,0\.00,,\(•••\) •••-0147,,$/,
    );
    expect(lines.join("\n")).not.toMatch(/6125550147|Ada|Lovelace/);
  });

  test("is narrowed as the list is, also by a search, and by what finds nothing", async () => {
    expect(await exportAll(manager, { group: "paid" })).toHaveLength(151);
    expect((await begin(manager, { group: "paid" })).about).toBe(150);
    const day = { from: "2026-11-20", to: "2026-11-20" };
    expect((await exportAll(manager, day)).length).toBe(451);
    expect(await exportAll(manager, { from: "2026-11-21" })).toHaveLength(1);
    expect(await exportAll(manager, { search: "lovelace" })).toHaveLength(451);
    expect((await begin(manager, { search: "lovelace" })).about).toBeNull();
    expect(await exportAll(manager, { search: "nobody" })).toHaveLength(1);
    expect(await exportAll(manager, { search: "x" })).toHaveLength(1);
    expect(await exportAll(manager, { personId: till.asker.personId, group: "paid" })).toHaveLength(151);
    expect(await exportAll(manager, { personId: randomUUID() })).toHaveLength(1);
    expect(await exportAll(manager, { registerId: randomUUID() })).toHaveLength(1);
  });

  test("is of the stores alone in which its person is a manager", async () => {
    const [cashier, owner] = [await signIn("casey"), await signIn("olive")];
    expect(exportableStores(cashier, everyOrder)).toEqual([]);
    const names = (viewer: Viewer, storeId: string | null = null) =>
      exportableStores(viewer, { storeId }).map((it) => it.store.code);
    expect(names(manager)).toEqual(["MAPLE"]);
    expect(names(manager, till.otherStore.id)).toEqual([]);
    expect(names(owner).sort()).toEqual(["HARBR", "MAPLE"]);
    expect(names(owner, till.otherStore.id)).toEqual(["HARBR"]);
    expect(await exportAll(owner, { storeId: till.otherStore.id })).toHaveLength(1);
  });

  test("is in the history before its first byte leaves, and with its count when it ends, without what was searched for", async () => {
    const before = (await told()).length;
    const { body } = await begin(manager, { group: "paid", search: "0147" });
    const message = "Maple Street · Paid · narrowed by a search";
    expect((await told()).slice(before)).toEqual([{ message }]);
    await new Response(body).text();
    expect((await told()).slice(before + 1)).toEqual([{ message, count: 150, isWhole: true }]);
  });

  test("reads no further than its reader, and ends when the reader leaves", async () => {
    const before = (await told()).length;
    const { body } = await begin(manager);
    const reader = body.getReader();
    await reader.read();
    for (let turn = 0; turn < 50; turn += 1) await setImmediate();
    await reader.cancel();
    // One page was made ready for a reader that had the head alone.
    expect((await told()).slice(before + 1)).toEqual([
      { message: "Maple Street", count: 200, isWhole: false },
    ]);
  });

  test("is cut off, and is no whole file, when its person is signed out meanwhile", async () => {
    const viewer = await signIn("morgan");
    const before = (await told()).length;
    const { body } = await begin(viewer);
    const reader = body.getReader();
    await reader.read();
    await write((db) =>
      endSession(db, { id: viewer.sessionId, personId: viewer.personId }, "signed_out", new Date()),
    );
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 5_000 });
    await expect(
      (async () => {
        while (!(await reader.read()).done);
      })(),
    ).rejects.toThrow();
    expect((await told()).at(-1)).toMatchObject({ isWhole: false });
    expect(await told()).toHaveLength(before + 2);
  });

  test("holds no formula, whoever wrote one into a name or a number", async () => {
    const registerId = randomUUID();
    await write((db) =>
      db
        .insert(registers)
        .values({ id: registerId, storeId: till.store.id, name: '=HYPERLINK("x")', closedAt: null })
        .then(),
    );
    await sell(1, { receiptNumber: "-1001", registerId });
    const viewer = await signIn("morgan");
    const [, line = ""] = await exportAll(viewer, { registerId });
    expect(line).toContain(`,'-1001,`);
    expect(line).toContain(`,"'=HYPERLINK(""x"")",`);
  });
});
