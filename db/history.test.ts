import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Engine } from "./engine.ts";
import { insertHistory, lastSeq, listHistoryOfSale, listSaleLinesAfter } from "./queries/history.ts";
import { addSale, addShop, noon } from "./testing.ts";
import { isOnPostgres, openMigrated, refusalOf } from "./testing-engine.ts";

const run = (engine: Engine, statement: string) => engine.write(async (db) => db.run(sql.raw(statement)));

/** Statements in words that the engine has. */
const inWords = (both: string[], sqlite: string[], postgres: string[] = []) => [
  ...both,
  ...(isOnPostgres ? postgres : sqlite),
];

async function withTwoLines(): Promise<Engine> {
  const engine = await openMigrated();
  for (const saleId of ["s-1", "s-2"])
    await engine.write((db) =>
      insertHistory(db, { at: noon, kind: "sale.started", saleId, storeId: "st-1" }),
    );
  return engine;
}

const lines = (engine: Engine) => engine.read(async (db) => db.all(sql`SELECT * FROM history ORDER BY seq`));

test.each(
  inWords(
    ["UPDATE history SET data = '{}'", "UPDATE history SET person_id = 'somebody else' WHERE seq = 1"],
    ["UPDATE OR REPLACE history SET seq = 2 WHERE seq = 1", "UPDATE OR IGNORE history SET at = 0"],
  ),
)("the database refuses to change a line of history: %s", async (statement) => {
  const engine = await withTwoLines();
  const before = await lines(engine);
  expect(await refusalOf(run(engine, statement))).toBe("history is append-only: a line is never changed");
  expect(await lines(engine)).toEqual(before);
});

test.each(inWords(["DELETE FROM history", "DELETE FROM history WHERE seq = 2"], [], ["TRUNCATE history"]))(
  "the database refuses to delete a line of history: %s",
  async (statement) => {
    const engine = await withTwoLines();
    const before = await lines(engine);
    expect(await refusalOf(run(engine, statement))).toBe("history is append-only: a line is never deleted");
    expect(await lines(engine)).toEqual(before);
  },
);

const line = "INTO history (seq, at, kind, data) VALUES (1, 0, 'sale.started', '{}')";

test.each(
  inWords(
    [
      `INSERT ${line}`,
      `INSERT ${line} ON CONFLICT DO NOTHING`,
      `INSERT ${line} ON CONFLICT (seq) DO UPDATE SET data = '{"amountCents":1}'`,
    ],
    [`INSERT OR REPLACE ${line}`, `INSERT OR IGNORE ${line}`, `REPLACE ${line}`],
  ),
)("the place of a line is not given to another: %s", async (insert) => {
  const engine = await withTwoLines();
  const before = await lines(engine);
  expect(await refusalOf(run(engine, insert))).toBe("history is append-only: a line is never replaced");
  expect(await lines(engine)).toEqual(before);
});

test("every line stands after all that were committed before it", async () => {
  const engine = await openMigrated();
  expect(await engine.read(lastSeq)).toBe(0);
  await engine.write((db) => insertHistory(db, { at: noon, kind: "sale.started" }));
  expect(await engine.read(lastSeq)).toBe(1);
  const undone = engine.write(async (db) => {
    await insertHistory(db, { at: noon, kind: "sale.started" });
    throw new Error("undone");
  });
  await expect(undone).rejects.toThrow("undone");
  expect(await engine.read(lastSeq)).toBe(1);
  const many = Array.from({ length: 20 }, () =>
    engine.write(async (db) => {
      await insertHistory(db, { at: noon, kind: "order.changed" });
      return lastSeq(db);
    }),
  );
  expect(await Promise.all(many)).toEqual(Array.from({ length: 20 }, (_, place) => place + 2));
});

test("a sale's lines come newest first, with the names of who and where", async () => {
  const engine = await openMigrated();
  const sale = await addSale(engine, await addShop(engine));
  const { saleId, storeId, personId, registerId } = sale;
  const line = { at: noon, saleId, storeId };
  await engine.write(async (db) => {
    await insertHistory(db, {
      ...line,
      kind: "sale.started",
      personId,
      registerId,
      data: { amountCents: 10_000 },
    });
    await insertHistory(db, { at: noon, kind: "sale.started", saleId: "another", storeId });
    await insertHistory(db, { ...line, kind: "order.changed" });
  });
  expect(await engine.read((db) => listHistoryOfSale(db, saleId, 10))).toEqual([
    {
      seq: 3,
      at: noon.toISOString(),
      kind: "order.changed",
      person: null,
      about: null,
      register: null,
      data: {},
    },
    {
      seq: 1,
      at: noon.toISOString(),
      kind: "sale.started",
      person: "Casey",
      about: null,
      register: "Register 1",
      data: { amountCents: 10_000 },
    },
  ]);
  expect(await engine.read((db) => listHistoryOfSale(db, saleId, 1))).toHaveLength(1);
});

test("a stream that comes back gets what its stores' sales went through since, in order, and nothing else", async () => {
  const engine = await openMigrated();
  await engine.write(async (db) => {
    await insertHistory(db, { at: noon, kind: "sale.started", saleId: "s-1", storeId: "maple" });
    await insertHistory(db, { at: noon, kind: "sale.started", saleId: "s-2", storeId: "harbour" });
    await insertHistory(db, { at: noon, kind: "person.signed_in", storeId: "maple" });
    await insertHistory(db, { at: noon, kind: "order.changed", saleId: "s-1", storeId: "maple" });
  });
  const after = (seq: number, storeIds: string[] | null, limit = 10) =>
    engine.read(async (db) => (await listSaleLinesAfter(db, seq, storeIds, limit)).map((it) => it.line.seq));
  expect(await after(0, ["maple"])).toEqual([1, 4]);
  expect(await after(1, ["maple"])).toEqual([4]);
  expect(await after(4, ["maple"])).toEqual([]);
  expect(await after(0, null)).toEqual([1, 2, 4]);
  expect(await after(0, null, 2)).toEqual([1, 2]);
  expect(await after(0, [])).toEqual([]);
});
