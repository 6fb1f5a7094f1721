import { spawnSync } from "node:child_process";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Db, openEngine } from "./engine.ts";
import { orderAsks } from "./schema/orders.ts";
import { isOnPostgres, openMigrated, refusalOf, temporaryDatabase, temporaryFile } from "./testing-engine.ts";

function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

const add = (db: Db, orderUuid: string) => db.insert(orderAsks).values({ orderUuid, hint: "poll" });

async function known(db: Db): Promise<string[]> {
  const rows = await db.select({ it: orderAsks.orderUuid }).from(orderAsks).orderBy(orderAsks.orderUuid);
  return rows.map((row) => row.it);
}

test("a transaction waits for the one before it to end, whatever that one awaits", async () => {
  const engine = await openMigrated();
  const steps: string[] = [];
  const [mayGoOn, hasBegun] = [gate(), gate()];
  const first = engine.write(async (db) => {
    await add(db, "first 1");
    hasBegun.open();
    await mayGoOn.opened;
    steps.push(`the first sees ${await known(db)}`);
    await add(db, "first 2");
  });
  await hasBegun.opened;
  const second = engine.write(async (db) => {
    steps.push(`the second sees ${await known(db)}`);
    await add(db, "second");
  });
  mayGoOn.open();
  await Promise.all([first, second]);
  expect(steps).toEqual(["the first sees first 1", "the second sees first 1,first 2"]);
  expect(await engine.read(known)).toEqual(["first 1", "first 2", "second"]);
});

test("a transaction that fails takes nothing of the next one with it, and the queue goes on", async () => {
  const engine = await openMigrated();
  const [mayFail, hasBegun] = [gate(), gate()];
  const failing = engine.write(async (db) => {
    await add(db, "lost");
    hasBegun.open();
    await mayFail.opened;
    throw new Error("changed my mind");
  });
  await hasBegun.opened;
  const next = engine.write((db) => add(db, "kept"));
  mayFail.open();
  await expect(failing).rejects.toThrow("changed my mind");
  await next;
  expect(await engine.read(known)).toEqual(["kept"]);
});

test("a query the database refuses undoes the whole transaction", async () => {
  const engine = await openMigrated();
  const twice = engine.write(async (db) => {
    await add(db, "same");
    await add(db, "same");
  });
  expect(await refusalOf(twice)).toMatch(/UNIQUE/);
  expect(await engine.read(known)).toEqual([]);
  await engine.write((db) => add(db, "same"));
  expect(await engine.read(known)).toEqual(["same"]);
});

test("a work that throws before its first query leaves no transaction open", async () => {
  const engine = await openMigrated();
  const broken = engine.write(() => {
    throw new Error("at once");
  });
  await expect(broken).rejects.toThrow("at once");
  await engine.write((db) => add(db, "kept"));
  expect(await engine.read(known)).toEqual(["kept"]);
});

test("a read during an open transaction sees what was committed, and no more", async () => {
  const engine = await openMigrated();
  await engine.write((db) => add(db, "before"));
  const [mayCommit, hasWritten] = [gate(), gate()];
  const writing = engine.write(async (db) => {
    await add(db, "during");
    hasWritten.open();
    await mayCommit.opened;
  });
  await hasWritten.opened;
  expect(await engine.read(known)).toEqual(["before"]);
  mayCommit.open();
  await writing;
  expect(await engine.read(known)).toEqual(["before", "during"]);
});

test("many transactions at once lose no count", async () => {
  const engine = await openMigrated();
  await engine.write((db) => add(db, "counted"));
  const ofIt = eq(orderAsks.orderUuid, "counted");
  const countUp = () =>
    engine.write(async (db) => {
      const [row] = await db.select().from(orderAsks).where(ofIt);
      await db
        .update(orderAsks)
        .set({ wanted: (row?.wanted ?? 0) + 1 })
        .where(ofIt);
    });
  await Promise.all(Array.from({ length: 50 }, countUp));
  expect(await engine.read((db) => db.select({ it: orderAsks.wanted }).from(orderAsks))).toEqual([
    { it: 50 },
  ]);
});

test.skipIf(isOnPostgres).each([
  ["synchronous", 2],
  ["foreign_keys", 1],
  ["journal_mode", "wal"],
])("%s is %s on the connection that writes and on the one that reads", async (pragma, value) => {
  const engine = await openMigrated();
  const ask = async (db: Db) => db.get(sql.raw(`PRAGMA ${pragma}`));
  expect(await engine.write(ask)).toEqual({ [pragma]: value });
  expect(await engine.read(ask)).toEqual({ [pragma]: value });
});

test("the connection that reads refuses to write", async () => {
  const engine = await openMigrated();
  const written = engine.read(async (db) => db.run(sql`DELETE FROM order_asks`));
  expect(await refusalOf(written)).toMatch(/readonly/);
});

test("a row that names one that does not exist is refused", async () => {
  const engine = await openMigrated();
  const orphan = engine.write(async (db) =>
    db.run(sql`INSERT INTO registers (id, store_id, name) VALUES ('r', 'nowhere', 'Register 1')`),
  );
  expect(await refusalOf(orphan)).toMatch(/FOREIGN KEY/);
});

test("what another engine on the same file commits is seen at the next read", async () => {
  const file = await temporaryDatabase();
  const [ours, theirs] = [await openMigrated(file), await openMigrated(file)];
  expect(await ours.read(known)).toEqual([]);
  await theirs.write((db) => add(db, "theirs"));
  expect(await ours.read(known)).toEqual(["theirs"]);
  await ours.write((db) => add(db, "ours"));
  expect(await theirs.read(known)).toEqual(["ours", "theirs"]);
});

test("what another process commits is seen at the next read", { timeout: 60_000 }, async () => {
  const file = await temporaryDatabase();
  const engine = await openMigrated(file);
  expect(await engine.read(known)).toEqual([]);
  const script = `
    const { openEngine } = await import("#db/engine.ts");
    const { countHint } = await import("#db/queries/orders.ts");
    const engine = openEngine(process.argv[1]);
    await engine.write((db) => countHint(db, "from elsewhere", "webhook", new Date()));
    process.kill(process.pid, "SIGKILL");`;
  const child = spawnSync(process.execPath, ["--input-type=module", "--eval", script, file]);
  expect(child.stderr.toString()).toBe("");
  expect(child.signal).toBe("SIGKILL");
  expect(await engine.read(known)).toEqual(["from elsewhere"]);
});

test("a commit that was reported is there when the file is opened again", async () => {
  const file = await temporaryDatabase();
  const engine = openEngine(file);
  await engine.migrate();
  await engine.write((db) => add(db, "kept"));
  await engine.close();
  expect(await (await openMigrated(file)).read(known)).toEqual(["kept"]);
});

test.skipIf(isOnPostgres)("a folder that is missing is made for the file", async () => {
  const engine = await openMigrated(temporaryFile().replace(/till\.db$/, "a/b/till.db"));
  expect(await engine.read(known)).toEqual([]);
});
