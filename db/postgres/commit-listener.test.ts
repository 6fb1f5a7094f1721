import { Client } from "pg";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Db, Engine } from "../engine.ts";
import { orderAsks } from "../schema/orders.ts";
import { openMigrated, temporaryDatabase } from "../testing-engine.ts";

const add = (db: Db, orderUuid: string) => db.insert(orderAsks).values({ orderUuid, hint: "poll" });

/** Two engines on one database, as of two instances, and what the second hears from the moment on at which it listens. */
async function openTwo(): Promise<{ address: string; first: Engine; second: Engine; heard: () => number }> {
  const address = await temporaryDatabase({ isEmpty: false });
  const [first, second] = [await openMigrated(address), await openMigrated(address)];
  const told = vi.fn();
  second.onCommitElsewhere(told);
  // Once when it begins to listen.
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1), { timeout: 10_000 });
  return { address, first, second, heard: () => told.mock.calls.length - 1 };
}

test("an instance hears of another's commit, of each batch once, and of its own commits not at all", async () => {
  const { first, second, heard } = await openTwo();
  await second.write((db) => add(db, "own"));
  await second.write((db) => add(db, "own, too"));
  await first.write((db) => add(db, "other"));
  // What was committed is told of in that order: with the third, the first two were heard, or never will be.
  await vi.waitFor(() => expect(heard()).toBeGreaterThan(0), { timeout: 10_000 });
  expect(heard()).toBe(1);
});

test("what an instance hears of can be read at that moment", async () => {
  const address = await temporaryDatabase({ isEmpty: false });
  const [first, second] = [await openMigrated(address), await openMigrated(address)];
  const counts: Promise<number>[] = [];
  second.onCommitElsewhere(() => counts.push(second.read((db) => db.$count(orderAsks))));
  await vi.waitFor(() => expect(counts).toHaveLength(1), { timeout: 10_000 });
  for (let index = 1; index <= 20; index += 1) await first.write((db) => add(db, `order ${index}`));
  await vi.waitFor(() => expect(counts).toHaveLength(21), { timeout: 10_000 });
  for (const [index, count] of (await Promise.all(counts)).entries())
    expect(count).toBeGreaterThanOrEqual(index);
});

test("nobody hears of a batch of which nothing was kept because the database undid it", async () => {
  const { address, first, heard } = await openTwo();
  const stranger = new Client({ connectionString: address });
  onTestFinished(() => stranger.end());
  await stranger.connect();
  const lost = first.write(async (db) => {
    await add(db, "lost");
    await stranger.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction' and datname = current_database()",
    );
  });
  await expect(lost).rejects.toThrow();
  await first.write((db) => add(db, "kept"));
  await vi.waitFor(() => expect(heard()).toBeGreaterThan(0), { timeout: 10_000 });
  expect(heard()).toBe(1);
});

test("an instance whose connection was lost hears again, and at once of what was committed meanwhile", async () => {
  const { address, first, heard } = await openTwo();
  const stranger = new Client({ connectionString: address });
  onTestFinished(() => stranger.end());
  await stranger.connect();
  const listeners =
    "from pg_stat_activity where application_name = 'till listener' and datname = current_database()";
  const { rows } = await stranger.query(`select pid ${listeners}`);
  expect(rows).toHaveLength(1);
  await stranger.query(`select pg_terminate_backend(pid) ${listeners}`);
  await first.write((db) => add(db, "meanwhile"));
  await vi.waitFor(() => expect(heard()).toBeGreaterThan(0), { timeout: 5_000 });
  const before = heard();
  await first.write((db) => add(db, "afterwards"));
  await vi.waitFor(() => expect(heard()).toBe(before + 1), { timeout: 5_000 });
});
