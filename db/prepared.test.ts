import { randomUUID } from "node:crypto";
import { and, asc, eq, inArray, lte } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { insertRow, prepared, updateRow } from "./prepared.ts";
import { findStore } from "./queries/stores.ts";
import { operations } from "./schema/operations.ts";
import { people } from "./schema/people.ts";
import { stores } from "./schema/stores.ts";
import { addSale, addShop, afterNoon, noon, operationOf } from "./testing.ts";
import { openMigrated } from "./testing-engine.ts";

const problem = { code: "busy", happened: "Ünsure.", money: "None moved.", next: 'Say "yes".' };

test("a row that is put in by a kept statement reads back as one that Drizzle puts in", async () => {
  const engine = await openMigrated();
  const sale = await addSale(engine, await addShop(engine));
  const change = { input: { referenceId: "A-1" }, problem, endedAt: afterNoon(1), nextRepeatAt: null };
  const rows = [{}, change, {}].map((it) =>
    operationOf(sale, { ...it, id: randomUUID(), wishId: randomUUID(), kind: "refund", state: "rejected" }),
  );
  await engine.write(async (db) => {
    for (const row of rows) await insertRow(db, operations, row);
    const copies = rows.map((row) => ({ ...row, id: `${row.id} copy`, wishId: `${row.wishId} copy` }));
    await db.insert(operations).values(copies);
  });
  const kept = await engine.read((db) => db.select().from(operations));
  for (const row of rows) {
    expect(kept).toContainEqual(row);
    expect(kept).toContainEqual({ ...row, id: `${row.id} copy`, wishId: `${row.wishId} copy` });
  }
});

test("a change writes what it names, nothing included, and no more", async () => {
  const engine = await openMigrated();
  const sale = await addSale(engine, await addShop(engine));
  const [row, other] = [
    { state: "rejected" as const, problem, endedAt: noon },
    { state: "succeeded" as const },
  ].map((it) => operationOf(sale, { ...it, id: randomUUID(), wishId: randomUUID(), kind: "refund" }));
  if (!row || !other) throw new Error("no rows");
  const where = { column: operations.id, is: row.id };
  await engine.write(async (db) => {
    await insertRow(db, operations, row);
    await insertRow(db, operations, other);
    await updateRow(db, operations, { problem: null, endedAt: afterNoon(5), lease: undefined }, where);
    await updateRow(db, operations, {}, where);
  });
  const kept = await engine.read((db) => db.select().from(operations));
  expect(kept).toContainEqual({ ...row, problem: null, endedAt: afterNoon(5) });
  expect(kept).toContainEqual(other);
});

const peopleAmong = prepared((db, it: { ids: string[]; most: number }) =>
  db
    .select({ id: people.id })
    .from(people)
    .where(inArray(people.id, it.ids))
    .orderBy(asc(people.id))
    .limit(it.most),
);

const owners = prepared((db, it: { isOwner: boolean }) =>
  db.select({ id: people.id }).from(people).where(eq(people.isOwner, it.isOwner)),
);

test("lists of every length find what they name, once, also when they follow one another", async () => {
  const engine = await openMigrated();
  const { personId } = await addShop(engine);
  await engine.write(async (db) => {
    const [person] = await db.select().from(people).where(eq(people.id, personId));
    if (!person) throw new Error("nobody");
    for (let index = 0; index < 9; index += 1)
      await insertRow(db, people, {
        ...person,
        id: `p${index}`,
        signInName: `name${index}`,
        isOwner: index % 2 === 0,
      });
  });
  const all = Array.from({ length: 9 }, (_, index) => `p${index}`);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(all),
      fc.array(fc.constantFrom("nobody", "p'1", "")),
      fc.nat(9),
      async (named, strangers, most) => {
        const ids = [...strangers, ...named];
        const found = await engine.read((db) => peopleAmong(db, { ids, most }));
        expect(found.map((it) => it.id)).toEqual(named.toSorted().slice(0, most));
      },
    ),
    { numRuns: 50 },
  );
  const strangers = Array.from({ length: 20_000 }, (_, index) => `stranger ${index}`);
  const among = await engine.read((db) => peopleAmong(db, { ids: [...strangers, "p3"], most: 9 }));
  expect(among).toEqual([{ id: "p3" }]);
  const found = await engine.read((db) => owners(db, { isOwner: false }));
  expect(
    found
      .filter((it) => all.includes(it.id))
      .map((it) => it.id)
      .sort(),
  ).toEqual(["p1", "p3", "p5", "p7"]);
});

test("a list in a row is kept as it is", async () => {
  const engine = await openMigrated();
  const { storeId } = await addShop(engine);
  const refundReasons = ["Returned goods", 'Said "no"'];
  const where = { column: stores.id, is: storeId };
  await engine.write((db) => updateRow(db, stores, { refundReasons }, where));
  expect(await engine.read((db) => findStore(db, storeId))).toMatchObject({ refundReasons });
});

test("a moment is compared as the columns keep it, also where another query of the same words ran before", async () => {
  const engine = await openMigrated();
  const sale = await addSale(engine, await addShop(engine));
  await engine.write((db) => insertRow(db, operations, operationOf(sale, { preparedAt: noon })));
  const preparedBy = prepared((db, it: { until: Date }) =>
    db.select({ id: operations.id }).from(operations).where(lte(operations.preparedAt, it.until)),
  );
  const counted = async (until: Date) => (await engine.read((db) => preparedBy(db, { until }))).length;
  expect(await counted(afterNoon(-1))).toBe(0);
  const raw = await engine.read((db) =>
    db.select({ id: operations.id }).from(operations).where(lte(operations.preparedAt, noon)),
  );
  expect(raw).toHaveLength(1);
  expect(await counted(noon)).toBe(1);
});

test("a value that only a later caller gives is not left out", async () => {
  const engine = await openMigrated();
  const { storeId } = await addShop(engine);
  const found = prepared((db, it: { id: string; code?: string }) =>
    db
      .select({ id: stores.id })
      .from(stores)
      .where(and(eq(stores.id, it.id), it.code === undefined ? undefined : eq(stores.code, it.code))),
  );
  expect(await engine.read((db) => found(db, { id: storeId }))).toHaveLength(1);
  expect(await engine.read((db) => found(db, { id: storeId, code: "ELSEWHERE" }))).toEqual([]);
});
