import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { type ClosedDay, noSums } from "#lib/day-report.ts";
import { type DayClose, insertDayClose } from "./queries/day-closes.ts";
import { addShop, type Shop } from "./testing.ts";
import { isOnPostgres, openMigrated, refusalOf, temporaryFile } from "./testing-engine.ts";

const hourMs = 3_600_000;
const start = Date.parse("2026-11-22T06:00:00Z");

const report: ClosedDay = {
  store: {
    id: "s",
    name: "Maple",
    code: "MAPLE",
    currency: "USD",
    timeZone: "America/Chicago",
  },
  ...{
    date: "2026-11-22",
    from: "",
    to: "",
    plannedTo: "",
    closedAt: "",
    closedBy: "Casey",
    fingerprint: "",
  },
  ...{ totals: noSums, byStatus: [], byPerson: [], byRegister: [], open: [] },
};

/** A closed day of a shop, from and to so many hours after the first one begins. */
function closeOf({ storeId, personId }: Shop, id: string, date: string, from: number, to: number): DayClose {
  const at = (hours: number) => new Date(start + hours * hourMs);
  return { id, storeId, date, from: at(from), to: at(to), personId, closedAt: at(to), report };
}

const changed = "a closed day is never changed";
const deleted = "a closed day is never deleted";
const again = "a closed day is never closed again";
const values = `SELECT id, store_id, date, "from", "to", person_id, closed_at, '{}' FROM day_closes`;

describe.skipIf(isOnPostgres).each(["off", "on"])(
  "any program that opens the file, with recursive_triggers %s",
  (recursive) => {
    test.each([
      ["UPDATE day_closes SET report = '{}'", changed],
      ["UPDATE OR REPLACE day_closes SET date = '2026-11-23'", changed],
      ["UPDATE OR IGNORE day_closes SET closed_at = 0", changed],
      ["DELETE FROM day_closes", deleted],
      ["DELETE FROM day_closes WHERE id = 'one'", deleted],
      [`INSERT OR REPLACE INTO day_closes ${values}`, again],
      [`REPLACE INTO day_closes ${values.replace("SELECT id", "SELECT 'another'")}`, again],
      [`INSERT OR IGNORE INTO day_closes ${values}`, again],
    ])("is refused: %s", async (statement, said) => {
      const file = temporaryFile();
      const engine = await openMigrated(file);
      const shop = await addShop(engine);
      await engine.write((db) => insertDayClose(db, closeOf(shop, "one", "2026-11-22", 0, 24)));
      const stranger = new Database(file);
      try {
        stranger.pragma(`recursive_triggers = ${recursive}`);
        const before = stranger.prepare("SELECT * FROM day_closes").all();
        expect(() => stranger.exec(statement)).toThrow(said);
        expect(stranger.prepare("SELECT * FROM day_closes").all()).toEqual(before);
        expect(before).toHaveLength(1);
      } finally {
        stranger.close();
      }
    });
  },
);

test.runIf(isOnPostgres).each([
  ["UPDATE day_closes SET report = '{}'", changed],
  ["DELETE FROM day_closes WHERE id = 'one'", deleted],
  ["TRUNCATE day_closes", deleted],
  [`INSERT INTO day_closes ${values} ON CONFLICT DO NOTHING`, again],
  [`INSERT INTO day_closes ${values.replace("SELECT id", "SELECT 'another'")}`, again],
])("PostgreSQL refuses %s", async (statement, said) => {
  const engine = await openMigrated();
  const shop = await addShop(engine);
  await engine.write((db) => insertDayClose(db, closeOf(shop, "one", "2026-11-22", 0, 24)));
  expect(await refusalOf(engine.write((db) => db.run(sql.raw(statement)).then()))).toBe(said);
});

test.each([
  ["begins before the one before ends", "2026-11-23", 23, 48],
  ["ends after the one after began", "2026-11-21", -24, 1],
  ["is within another", "2026-11-23", 1, 2],
  ["is around another", "2026-11-23", -1, 30],
  ["has no moment", "2026-11-23", 24, 24],
])("a day that %s is refused by the database", async (_which, date, from, to) => {
  const engine = await openMigrated();
  const shop = await addShop(engine);
  await engine.write((db) => insertDayClose(db, closeOf(shop, "one", "2026-11-22", 0, 24)));
  const second = engine.write((db) => insertDayClose(db, closeOf(shop, "two", date, from, to)));
  expect(await refusalOf(second)).toBe("closed days of a store never overlap");
});

test("days that meet are taken, and so are those of another store at the same time", async () => {
  const engine = await openMigrated();
  const shop = await addShop(engine);
  const other = await addShop(engine, "HARBR");
  for (const close of [
    closeOf(shop, "one", "2026-11-22", 0, 24),
    closeOf(shop, "two", "2026-11-23", 24, 47),
    closeOf(shop, "three", "2026-11-21", -25, 0),
    closeOf(other, "four", "2026-11-22", 1, 25),
  ]) {
    await engine.write((db) => insertDayClose(db, close));
  }
});
