import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Engine } from "../engine.ts";
import { insertHistory, lastSeq, listSaleLinesAfter } from "../queries/history.ts";
import { noon } from "../testing.ts";
import { openMigrated, temporaryDatabase } from "../testing-engine.ts";

const line = { at: noon, kind: "order.changed", storeId: "st", saleId: "s" } as const;

/** The positions of the lines after one, as a replay reads them. */
async function positionsAfter(engine: Engine, seq: number): Promise<number[]> {
  const lines = await engine.read((db) => listSaleLinesAfter(db, seq, null, 1_000));
  return lines.map((it) => it.line.seq);
}

test("a slow transaction's line is not passed over by a replay, though others wait to write", async () => {
  const address = await temporaryDatabase({ isEmpty: false });
  const [slow, quick] = [await openMigrated(address), await openMigrated(address)];
  const reader = await openMigrated(address);
  await quick.write((db) => insertHistory(db, line));

  const hasBegun = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const ends: string[] = [];
  const slowWrite = slow
    .write(async (db) => {
      await insertHistory(db, line);
      hasBegun.resolve();
      await mayEnd.promise;
    })
    .then(() => ends.push("slow"));
  await hasBegun.promise;
  const quickWrites = [1, 2, 3].map(() =>
    quick.write((db) => insertHistory(db, line)).then(() => ends.push("quick")),
  );
  // The others wait for the slow one: at the database, which knows of two that have or want the lock.
  const waiting = async () => {
    const [row] = await reader.read((db) =>
      db.all<{ n: number }>(
        sql`select count(*) as n from pg_locks where locktype = 'advisory' and not granted
            and database = (select oid from pg_database where datname = current_database())`,
      ),
    );
    return row?.n;
  };
  await expect.poll(waiting).toBe(1);
  expect(await positionsAfter(reader, 0)).toEqual([1]);
  expect(await reader.read(lastSeq)).toBe(1);

  mayEnd.resolve();
  await Promise.all([slowWrite, ...quickWrites]);
  expect(ends).toEqual(["slow", "quick", "quick", "quick"]);
  expect(await positionsAfter(reader, 1)).toEqual([2, 3, 4, 5]);
});

test("a reader that follows four instances at once never sees a gap", async () => {
  const address = await temporaryDatabase({ isEmpty: false });
  const instances = await Promise.all([1, 2, 3, 4].map(() => openMigrated(address)));
  const reader = await openMigrated(address);
  let isOver = false;
  const seen: number[] = [];
  const gaps: string[] = [];
  const follow = async () => {
    const last = seen.at(-1) ?? 0;
    // As the live stream: the newest position first, then what is up to it.
    const newest = await reader.read(lastSeq);
    const lines = await positionsAfter(reader, last);
    if (newest > (lines.at(-1) ?? last)) gaps.push(`${newest} is not among ${last} and ${lines}`);
    for (const [index, seq] of lines.entries())
      if (seq !== last + index + 1) gaps.push(`${seq} came after ${last + index}`);
    seen.push(...lines);
  };
  const following = (async () => {
    while (!isOver) await follow();
  })();
  await Promise.all(
    instances.flatMap((engine, instance) =>
      Array.from({ length: 40 }, (_, index) =>
        engine
          .write(async (db) => {
            await insertHistory(db, line);
            // Some take their time between their line and their commit, and some are undone.
            if (index % 8 === instance) await db.all(sql`select pg_sleep(0.01)`);
            if (index % 5 === instance) throw new Error("undone");
          })
          .catch(() => {}),
      ),
    ),
  );
  isOver = true;
  await following;
  await follow();
  expect(gaps).toEqual([]);
  expect(seen).toHaveLength(4 * 32);
});
