import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { insertHistory } from "./queries/history.ts";
import { noon } from "./testing.ts";
import { openMigrated, temporaryFile } from "./testing-engine.ts";

const line = "(seq, at, kind, data) VALUES (1, 0, 'sale.started', '{}')";
const changed = "history is append-only: a line is never changed";
const deleted = "history is append-only: a line is never deleted";
const replaced = "history is append-only: a line is never replaced";

/** Statements that would rewrite the past, and what the database says to each. */
const refused: [string, string][] = [
  ["UPDATE history SET data = '{}'", changed],
  ["UPDATE history SET at = 0 WHERE seq = 2 RETURNING seq", changed],
  ["UPDATE OR IGNORE history SET at = 0", changed],
  ["UPDATE OR FAIL history SET at = 0", changed],
  ["UPDATE OR ROLLBACK history SET at = 0", changed],
  ["UPDATE OR REPLACE history SET seq = 2 WHERE seq = 1", changed],
  ["UPDATE history SET rowid = 9 WHERE rowid = 1", changed],
  // Without a condition SQLite would empty the table page by page, if no trigger asked for each row.
  ["DELETE FROM history", deleted],
  ["DELETE FROM history WHERE seq = 2", deleted],
  ["DELETE FROM history WHERE seq IN (SELECT seq FROM history) RETURNING seq", deleted],
  // The row that a REPLACE deletes fires no trigger of its own unless `recursive_triggers` is on.
  [`INSERT OR REPLACE INTO history ${line}`, replaced],
  [`REPLACE INTO history ${line}`, replaced],
  [`INSERT OR IGNORE INTO history ${line}`, replaced],
  [`INSERT INTO history ${line}`, replaced],
  [`INSERT INTO history ${line} ON CONFLICT (seq) DO UPDATE SET data = '{"amountCents":1}'`, replaced],
  [`INSERT INTO history ${line} ON CONFLICT DO NOTHING`, replaced],
  ["INSERT OR REPLACE INTO history SELECT * FROM history", replaced],
  ["INSERT OR REPLACE INTO history (rowid, at, kind, data) VALUES (2, 0, 'sale.started', '{}')", replaced],
];

describe.each(["off", "on"])("any program that opens the file, with recursive_triggers %s", (recursive) => {
  test.each(refused)("is refused: %s", async (statement, said) => {
    const file = temporaryFile();
    const engine = await openMigrated(file);
    for (const saleId of ["s-1", "s-2"])
      await engine.write((db) => insertHistory(db, { at: noon, kind: "sale.started", saleId }));
    const stranger = new Database(file);
    try {
      stranger.pragma(`recursive_triggers = ${recursive}`);
      const before = stranger.prepare("SELECT * FROM history").all();
      expect(() => stranger.exec(statement)).toThrow(said);
      expect(stranger.prepare("SELECT * FROM history").all()).toEqual(before);
      expect(before).toHaveLength(2);
    } finally {
      stranger.close();
    }
  });
});
