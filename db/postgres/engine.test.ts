import { sql } from "drizzle-orm";
import { Client, DatabaseError } from "pg";
import { expect, onTestFinished, test, vi } from "vitest";
import type { Db, Engine } from "../engine.ts";
import { prepareDatabase } from "../prepare.ts";
import { insertHistory, listSaleLinesAfter } from "../queries/history.ts";
import { orderAsks } from "../schema/orders.ts";
import { noon } from "../testing.ts";
import { openMigrated, temporaryDatabase } from "../testing-engine.ts";

const add = (db: Db, orderUuid: string) => db.insert(orderAsks).values({ orderUuid, hint: "poll" });

async function known(engine: Engine): Promise<string[]> {
  const rows = await engine.read((db) =>
    db.select({ it: orderAsks.orderUuid }).from(orderAsks).orderBy(orderAsks.orderUuid),
  );
  return rows.map((row) => row.it);
}

async function strangerAt(address: string): Promise<Client> {
  const client = new Client({ connectionString: address });
  client.on("error", () => {});
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

test("a reader that goes on from the last position misses no line of two processes that write at once", async () => {
  const address = await temporaryDatabase({ isEmpty: false });
  const writers = [await openMigrated(address), await openMigrated(address)];
  const reader = await openMigrated(address);
  const line = { at: noon, kind: "order.changed", storeId: "st", saleId: "s" } as const;
  let left = writers.length * 100;
  const written = writers.flatMap((engine) =>
    Array.from({ length: 100 }, async (_, index) => {
      // Some in one commit, some apart, and some undone.
      if (index % 10 === 0) await Promise.allSettled([engine.read((db) => db.all(sql`select 1`))]);
      if (index % 7 === 0)
        await engine
          .write(async (db) => {
            await insertHistory(db, line);
            throw new Error("undone");
          })
          .catch(() => {});
      await engine.write((db) => insertHistory(db, line));
      left -= 1;
    }),
  );
  const seen: number[] = [];
  const follow = async () => {
    const lines = await reader.read((db) => listSaleLinesAfter(db, seen.at(-1) ?? 0, null, 1_000));
    seen.push(...lines.map((it) => it.line.seq));
  };
  while (left > 0) await follow();
  await Promise.all(written);
  await follow();
  expect(seen).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
});

test("a connection that is lost in the middle of a piece keeps nothing of it, and the next piece gets another", async () => {
  const address = await temporaryDatabase({ isEmpty: false });
  const engine = await openMigrated(address);
  const stranger = await strangerAt(address);
  await engine.write((db) => add(db, "before"));
  const lost = engine.write(async (db) => {
    await add(db, "lost");
    const [row] = await db.all<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await stranger.query("select pg_terminate_backend($1)", [row?.pid]);
    await add(db, "lost, too");
  });
  await expect(lost).rejects.toThrow();
  await engine.write((db) => add(db, "after"));
  expect(await known(engine)).toEqual(["after", "before"]);
});

test("connections that are lost while nobody uses them are not missed", async () => {
  const address = await temporaryDatabase({ isEmpty: false });
  const engine = await openMigrated(address);
  await engine.write((db) => add(db, "before"));
  expect(await known(engine)).toEqual(["before"]);
  const stranger = await strangerAt(address);
  await stranger.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'till' and datname = current_database()",
  );
  await vi.waitFor(async () => expect(await known(engine)).toEqual(["before"]), { timeout: 10_000 });
  await vi.waitFor(() => engine.write((db) => add(db, "after")), { timeout: 10_000 });
  expect(await known(engine)).toEqual(["after", "before"]);
});

test("a piece that passes over a query that failed fails alone", async () => {
  const engine = await openMigrated();
  const ends = await Promise.allSettled([
    engine.write((db) => add(db, "first")),
    engine.write(async (db) => {
      await add(db, "second");
      await add(db, "first").catch(() => {});
    }),
    engine.write((db) => add(db, "third")),
  ]);
  expect(ends.map((it) => it.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await known(engine)).toEqual(["first", "third"]);
});

test("what was refused is told without the values", async () => {
  const engine = await openMigrated();
  await engine.write((db) => add(db, "+15125550147"));
  const twice = engine.write((db) => add(db, "+15125550147"));
  const error = await twice.catch((it: unknown) => it);
  expect(error).toBeInstanceOf(DatabaseError);
  expect(error).toMatchObject({ code: "23505", detail: "Key (order_uuid)" });
  expect(JSON.stringify([error, String(error), (error as Error).stack])).not.toContain("5550147");
});

test("queries at one moment see one state, whatever is committed meanwhile", async () => {
  const engine = await openMigrated();
  await engine.write((db) => add(db, "before"));
  await engine.read((db) =>
    db.atOneMoment(async (moment) => {
      expect(await moment.$count(orderAsks)).toBe(1);
      await engine.write((writing) => add(writing, "meanwhile"));
      expect(await moment.$count(orderAsks)).toBe(1);
    }),
  );
  expect(await known(engine)).toEqual(["before", "meanwhile"]);
});

test("text is sorted by its bytes, whatever language the server speaks", async () => {
  const engine = await openMigrated();
  for (const name of ["b", "a", "É", "B", "é", "~", "_"]) await engine.write((db) => add(db, name));
  expect(await known(engine)).toEqual(["B", "_", "a", "b", "~", "É", "é"]);
});

test("another program's database is refused with one line that names it and keeps its password", async () => {
  const address = await temporaryDatabase();
  const stranger = await strangerAt(address);
  await stranger.query("create table theirs (id int)");
  const prepared = await prepareDatabase({ database: address, mode: "local" });
  if (prepared.ok) throw new Error("it was not refused");
  expect(prepared.problem).toMatch(
    /^The database postgres:\/\/till@127\.0\.0\.1:\d+\/till_\w+ belongs to another program\./,
  );
});

// `localhost` is two addresses, and each refuses.
test.each(["127.0.0.1", "localhost"])("a server that is not there is said in one line: %s", async (host) => {
  const prepared = await prepareDatabase({
    database: `postgres://till:secret@${host}:1/till`,
    mode: "local",
  });
  expect(prepared).toEqual({ ok: false, problem: expect.stringContaining("ECONNREFUSED") });
  if (prepared.ok) return;
  expect(prepared.problem).toMatch(
    /^The database postgres:\/\/till@[\w.]+:1\/till cannot be used: [^\n]+\.$/,
  );
});
