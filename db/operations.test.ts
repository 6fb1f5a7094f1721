import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { OperationKind, OperationState } from "#lib/operation.ts";
import {
  claimOperation,
  findEqualRefund,
  findOpenOperation,
  findOperation,
  findOperationByWish,
  listDeadOperations,
  type Operation,
  renewLease,
  sumRefundsOfPerson,
  updateOperation,
} from "./queries/operations.ts";
import { addOperation, addSale, addShop, afterNoon, noon, operationOf } from "./testing.ts";
import { openMigrated, refusalOf, temporaryDatabase } from "./testing-engine.ts";

async function withSale() {
  const engine = await openMigrated();
  const shop = await addShop(engine);
  const sale = await addSale(engine, shop);
  const add = (change: Partial<Operation> = {}) => addOperation(engine, operationOf(sale, change));
  return { engine, shop, sale, add };
}

const exclusive: OperationKind[] = ["cancel_checkout", "capture", "release", "refund"];
const open: OperationState[] = ["prepared", "sending", "unconfirmed"];
const ended: OperationState[] = ["succeeded", "rejected", "abandoned"];

describe("at most one open operation moves a sale's money", () => {
  test.each(open)("a second one is refused by the database while the first is %s", async (state) => {
    const { engine, sale, add } = await withSale();
    for (const kind of exclusive) {
      const first = await add({ kind, state });
      for (const second of exclusive)
        expect(await refusalOf(add({ kind: second }))).toMatch(/UNIQUE.*sale_id/);
      expect(await engine.read((db) => findOpenOperation(db, sale.saleId))).toEqual(first);
      await engine.write((db) => updateOperation(db, first.id, { state: "succeeded" }));
    }
  });

  test.each(ended)("the next one may begin when the first is %s", async (state) => {
    const { engine, sale, add } = await withSale();
    await add({ kind: "refund", state });
    expect(await engine.read((db) => findOpenOperation(db, sale.saleId))).toBeNull();
    const next = await add({ kind: "refund" });
    expect(await engine.read((db) => findOpenOperation(db, sale.saleId))).toEqual(next);
  });

  test("an ended one cannot be opened again beside another", async () => {
    const { engine, add } = await withSale();
    const first = await add({ state: "succeeded" });
    await add();
    const reopened = engine.write((db) => updateOperation(db, first.id, { state: "unconfirmed" }));
    expect(await refusalOf(reopened)).toMatch(/UNIQUE/);
  });

  test("a reference can be set beside it, and another sale's money moved", async () => {
    const { engine, shop, add } = await withSale();
    await add({ kind: "capture", state: "sending" });
    await add({ kind: "set_reference" });
    await addOperation(engine, operationOf(await addSale(engine, shop)));
  });
});

test.each([...open, ...ended])("an attempt opens its checkout once, even when that is %s", async (state) => {
  const { add } = await withSale();
  await add({ kind: "open_checkout", state });
  expect(await refusalOf(add({ kind: "open_checkout" }))).toMatch(/UNIQUE.*attempt_id/);
});

test("one wish becomes one operation, also after the first has ended", async () => {
  const { engine, add } = await withSale();
  const first = await add({ state: "rejected", wishId: "wish" });
  expect(await refusalOf(add({ wishId: "wish" }))).toMatch(/UNIQUE.*wish_id/);
  expect(await engine.read((db) => findOperationByWish(db, "wish"))).toEqual(first);
  expect(await engine.read((db) => findOperationByWish(db, "another"))).toBeNull();
});

test.each(["saleId", "attemptId", "personId", "registerId"] as const)(
  "an operation needs a %s that exists",
  async (field) => {
    const { add } = await withSale();
    expect(await refusalOf(add({ [field]: randomUUID() }))).toMatch(/FOREIGN KEY/);
  },
);

describe("claiming", () => {
  const claimOf = (operationId: string, change: { from?: "prepared" | "unconfirmed"; now?: Date } = {}) => ({
    operationId,
    from: change.from ?? ("prepared" as const),
    lease: randomUUID(),
    leaseUntil: afterNoon(90_000),
    now: change.now ?? afterNoon(1000),
  });

  test("of many that claim an operation at once one wins", async () => {
    const { engine, add } = await withSale();
    const { id } = await add();
    const claims = Array.from({ length: 10 }, () => claimOf(id));
    const claimed = await Promise.all(claims.map((it) => engine.write((db) => claimOperation(db, it))));
    expect(claimed.filter((it) => it !== null)).toHaveLength(1);
    expect(await engine.read((db) => findOperation(db, id))).toMatchObject({
      state: "sending",
      tries: 1,
      lease: claims[0]?.lease,
      leaseUntil: afterNoon(90_000),
      firstSentAt: afterNoon(1000),
    });
  });

  test("what one engine has claimed another on the same file finds taken", async () => {
    const file = await temporaryDatabase();
    const [ours, theirs] = [await openMigrated(file), await openMigrated(file)];
    const { id } = await addOperation(ours, operationOf(await addSale(ours, await addShop(ours))));
    expect(await theirs.write((db) => claimOperation(db, claimOf(id)))).toMatchObject({ id });
    expect(await ours.write((db) => claimOperation(db, claimOf(id)))).toBeNull();
  });

  test("what was prepared is sent until its lease has passed, and not at that moment", async () => {
    const { engine, add } = await withSale();
    const { id } = await add({ leaseUntil: afterNoon(60_000) });
    const claimAt = (ms: number) =>
      engine.write((db) => claimOperation(db, claimOf(id, { now: afterNoon(ms) })));
    const deadAt = (ms: number) => engine.read((db) => listDeadOperations(db, afterNoon(ms)));
    expect(await claimAt(60_000)).toBeNull();
    expect(await claimAt(60_001)).toBeNull();
    expect((await deadAt(60_000)).map((it) => it.id)).toEqual([id]);
    expect(await deadAt(59_999)).toEqual([]);
    expect(await claimAt(59_999)).toMatchObject({ id, state: "sending" });
  });

  test.each<[OperationState, "prepared" | "unconfirmed"]>([
    ["sending", "prepared"],
    ["succeeded", "prepared"],
    ["rejected", "prepared"],
    ["abandoned", "prepared"],
    ["unconfirmed", "prepared"],
    ["prepared", "unconfirmed"],
    ["sending", "unconfirmed"],
    ["succeeded", "unconfirmed"],
    ["rejected", "unconfirmed"],
    ["abandoned", "unconfirmed"],
  ])("what is %s is never claimed as %s", async (state, from) => {
    const { engine, add } = await withSale();
    const before = await add({ state });
    expect(await engine.write((db) => claimOperation(db, claimOf(before.id, { from })))).toBeNull();
    expect(await engine.read((db) => findOperation(db, before.id))).toEqual(before);
  });

  test("a repeat keeps the time of the first try and counts the tries", async () => {
    const { engine, add } = await withSale();
    const { id } = await add({ state: "unconfirmed", tries: 1, firstSentAt: noon, leaseUntil: null });
    const claim = claimOf(id, { from: "unconfirmed", now: afterNoon(120_000) });
    expect(await engine.write((db) => claimOperation(db, claim))).toMatchObject({
      id,
      state: "sending",
      tries: 2,
      firstSentAt: noon,
    });
  });

  test("a lease is renewed by its holder alone, and only while sending", async () => {
    const { engine, add } = await withSale();
    const { id } = await add({ state: "sending", lease: "mine", leaseUntil: noon });
    const renew = async (lease: string, ms: number) => {
      await engine.write((db) => renewLease(db, id, lease, afterNoon(ms)));
      return (await engine.read((db) => findOperation(db, id)))?.leaseUntil;
    };
    expect(await renew("another's", 1000)).toEqual(noon);
    expect(await renew("mine", 2000)).toEqual(afterNoon(2000));
    await engine.write((db) => updateOperation(db, id, { state: "unconfirmed" }));
    expect(await renew("mine", 3000)).toEqual(afterNoon(2000));
  });
});

test("dead is what is prepared or sending under a lease that has passed, and nothing else", async () => {
  const { engine, shop } = await withSale();
  const passed = { leaseUntil: noon };
  for (const state of [...open, ...ended])
    await addOperation(engine, operationOf(await addSale(engine, shop), { state, ...passed }));
  await addOperation(engine, operationOf(await addSale(engine, shop), { state: "sending" }));
  const dead = await engine.read((db) => listDeadOperations(db, noon));
  expect(dead.map((it) => it.state).sort()).toEqual(["prepared", "sending"]);
});

test("dead is also what is under a lease that ends later than any that was given by now: the clock was set back", async () => {
  const { engine, add } = await withSale();
  const { id } = await add({ state: "sending", leaseUntil: afterNoon(15_000) });
  const deadAt = async (ms: number) =>
    (await engine.read((db) => listDeadOperations(db, afterNoon(ms)))).map((it) => it.id);
  expect(await deadAt(0)).toEqual([]);
  expect(await deadAt(-30_000)).toEqual([]);
  expect(await deadAt(-60 * 60_000)).toEqual([id]);
});

test("a person's refunds of a day count while they may come true: what is refused, never sent or approved by a manager does not", async () => {
  const { engine, shop, sale, add } = await withSale();
  const other = await addShop(engine, "HARBR");
  const elsewhere = { ...(await addSale(engine, other)), personId: sale.personId };
  await add({ kind: "refund", state: "succeeded", amountCents: 1, preparedAt: noon });
  await add({ kind: "refund", state: "succeeded", amountCents: 2, preparedAt: afterNoon(-1) });
  await add({ kind: "refund", state: "rejected", amountCents: 4 });
  await add({ kind: "refund", state: "abandoned", amountCents: 8 });
  await add({ kind: "capture", state: "succeeded", amountCents: 16 });
  // A manager's decision is none of the cashier's limit.
  await add({ kind: "refund", state: "succeeded", amountCents: 1024, approvedBy: other.personId });
  await addOperation(engine, operationOf(elsewhere, { kind: "refund", amountCents: 32, registerId: null }));
  for (const [place, state] of open.entries()) {
    const amountCents = 64 * 2 ** place;
    await addOperation(
      engine,
      operationOf(await addSale(engine, shop), { kind: "refund", state, amountCents }),
    );
  }
  const spent = (personId: string, storeId: string) =>
    engine.read((db) => sumRefundsOfPerson(db, personId, storeId, noon));
  expect(await spent(sale.personId, sale.storeId)).toBe(1 + 64 + 128 + 256);
  expect(await spent(sale.personId, other.storeId)).toBe(32);
  expect(await spent(other.personId, sale.storeId)).toBe(0);
});

test("an equal refund is one of this sale and amount that succeeded, the latest one", async () => {
  const { engine, shop, sale, add } = await withSale();
  const find = () => engine.read((db) => findEqualRefund(db, sale.saleId, 2000));
  await add({ kind: "refund", state: "succeeded", amountCents: 1999 });
  await add({ kind: "refund", state: "rejected" });
  await add({ kind: "capture", state: "succeeded" });
  await addOperation(
    engine,
    operationOf(await addSale(engine, shop), { kind: "refund", state: "succeeded" }),
  );
  expect(await find()).toBeNull();
  await add({ kind: "refund", state: "succeeded", endedAt: noon });
  const latest = await add({ kind: "refund", state: "succeeded", endedAt: afterNoon(1) });
  expect(await find()).toEqual(latest);
});
