import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { countLines } from "./queries/books.ts";
import { insertHistory } from "./queries/history.ts";
import { listMissingGuards } from "./queries/history-guards.ts";
import { noon } from "./testing.ts";
import { isOnPostgres, openMigrated } from "./testing-engine.ts";

const goneGuards = isOnPostgres
  ? [
      ["change", "ALTER TABLE history DISABLE TRIGGER history_is_never_changed"],
      ["delete", "ALTER TABLE history DISABLE TRIGGER history_is_never_deleted"],
      ["delete", "DROP TRIGGER history_is_never_emptied ON history"],
      ["replace", "DROP TRIGGER history_is_numbered ON history"],
      [
        "replace",
        "CREATE OR REPLACE FUNCTION number_history() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end'",
      ],
    ]
  : [
      ["change", "DROP TRIGGER history_is_never_changed"],
      ["delete", "DROP TRIGGER history_is_never_deleted"],
      ["replace", "DROP TRIGGER history_is_never_replaced"],
    ];

test("a new database has all guards of its history", async () => {
  const engine = await openMigrated();
  expect(await engine.read(listMissingGuards)).toEqual([]);
});

test.each(goneGuards)(
  "that the history no longer refuses to %s is told after: %s",
  async (guard, statement) => {
    const engine = await openMigrated();
    await engine.write(async (db) => void (await db.run(sql.raw(statement))));
    expect(await engine.read(listMissingGuards)).toEqual([guard]);
  },
);

test("as many lines are there as were written, whatever was undone", async () => {
  const engine = await openMigrated();
  expect(await engine.read(countLines)).toMatchObject({ lines: 0 });
  for (let line = 0; line < 3; line += 1) {
    await engine.write((db) => insertHistory(db, { at: noon, kind: "sale.started" }));
    const undone = engine.write(async (db) => {
      await insertHistory(db, { at: noon, kind: "sale.started" });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
  }
  expect(await engine.read(countLines)).toEqual({ lines: 3, written: 3 });
});
