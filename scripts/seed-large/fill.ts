import Database from "better-sqlite3";
import { openEngine } from "#db/engine.ts";
import { prepareDatabase } from "#db/prepare.ts";
import type { NewHistoryLine } from "#db/queries/history.ts";
import { calendar, type Extent } from "./calendar.ts";
import { markAsOwn } from "./own-file.ts";
import { Random } from "./random.ts";
import { rowWriter } from "./rows.ts";
import { tellSale } from "./sale.ts";
import { furnishLarge } from "./shop.ts";

/** A transaction ends with the day that makes it as large as this. */
const salesATransaction = 10_000;

/**
 * Makes a file of so many sales over so many days. `onProgress` is told how many there are. The file is no good until this is done: it is
 * written without a care for power cuts, and its indexes come last.
 */
export async function fill(
  file: string,
  extent: Extent,
  now: Date,
  onProgress: (made: number) => void,
): Promise<void> {
  const started = new Database(file);
  markAsOwn(started);
  started.close();
  const prepared = await prepareDatabase({ database: file, mode: "local" });
  if (!prepared.ok) throw new Error(prepared.problem);
  const engine = openEngine(file);
  const places = await furnishLarge(engine, new Date(now.getTime() - 731 * 24 * 60 * 60_000));
  engine.close();

  const connection = new Database(file);
  connection.pragma("journal_mode = MEMORY");
  connection.pragma("synchronous = OFF");
  connection.pragma("cache_size = -262144");
  connection.pragma("foreign_keys = OFF");
  const putBack = takeIndexes(connection);
  const { writeSale, writeLine } = rowWriter(connection);
  const random = new Random(extent.count);
  // Lines are written in the order of time, over all sales: a refund's stand behind those of later sales.
  const waiting = new Map<string, NewHistoryLine[]>();
  const writeLinesUntil = (date: string) => {
    for (const day of [...waiting.keys()].filter((it) => it <= date).sort()) {
      const lines = waiting.get(day) ?? [];
      waiting.delete(day);
      for (const line of lines.sort((a, b) => a.at.getTime() - b.at.getTime())) writeLine(line);
    }
  };
  let made = 0;
  let inTransaction = 0;
  connection.exec("BEGIN");
  for (const { date, sales } of calendar(random, places, extent, now)) {
    const taken = new Set<string>();
    for (const { at, place } of sales) {
      const story = tellSale(random, place, at, now, taken);
      writeSale(story.rows);
      for (const line of story.lines) {
        const day = line.at.toISOString().slice(0, 10);
        const ofDay = waiting.get(day);
        if (ofDay) ofDay.push(line);
        else waiting.set(day, [line]);
      }
    }
    writeLinesUntil(date);
    made += sales.length;
    inTransaction += sales.length;
    if (inTransaction < salesATransaction) continue;
    connection.exec("COMMIT; BEGIN");
    inTransaction = 0;
    onProgress(made);
  }
  writeLinesUntil("9999");
  connection.exec("COMMIT");
  onProgress(made);
  putBack();
  connection.pragma("journal_mode = WAL");
  connection.close();
}

/** Takes away every index that is not part of its table: made at once, in the end, they are made in a fraction of the time. */
function takeIndexes(connection: Database.Database): () => void {
  const indexes = connection
    .prepare<[], { name: string; sql: string }>(
      "select name, sql from sqlite_master where type = 'index' and sql is not null",
    )
    .all();
  for (const { name } of indexes) connection.exec(`drop index "${name}"`);
  return () => {
    for (const { sql } of indexes) connection.exec(sql);
  };
}
