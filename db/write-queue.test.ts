import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db, Engine } from "./engine.ts";
import { countHint } from "./queries/orders.ts";
import { orderAsks } from "./schema/orders.ts";
import { isOnPostgres, openMigrated, refusalOf, temporaryDatabase } from "./testing-engine.ts";

const add = (db: Db, orderUuid: string) => db.insert(orderAsks).values({ orderUuid, hint: "poll" });

async function known(engine: Engine): Promise<string[]> {
  const rows = await engine.read((db) =>
    db
      .select({ it: orderAsks.orderUuid })
      .from(orderAsks)
      .orderBy(sql.raw(isOnPostgres ? "ctid" : "rowid")),
  );
  return rows.map((row) => row.it);
}

/** How much was on disk whenever one of the pieces was answered: one number a commit. */
async function keptAtAnswers(engine: Engine, pieces: Promise<unknown>[]): Promise<number[]> {
  const kept = new Set<number>();
  const look = async () => kept.add(await engine.read((db) => db.$count(orderAsks)));
  await Promise.all(pieces.map((piece) => piece.then(look)));
  return [...kept];
}

/** What became of each piece: its value, or what its error says. */
async function endsOf(pieces: Promise<unknown>[]): Promise<unknown[]> {
  const ends = await Promise.allSettled(pieces);
  return ends.map((it) => (it.status === "fulfilled" ? it.value : String(it.reason.cause ?? it.reason)));
}

test("pieces that wait together share commits, and run in the order in which they came", async () => {
  const engine = await openMigrated();
  const names = Array.from({ length: 50 }, (_, index) => `order ${index}`);
  const pieces = names.map((name) => engine.write((db) => add(db, name)));
  // One, unless time runs out for it: the machine may be busy, and to PostgreSQL each statement is a way.
  expect((await keptAtAnswers(engine, pieces)).length).toBeLessThan(isOnPostgres ? 25 : 10);
  expect(await known(engine)).toEqual(names);
});

test("a piece sees what the one before it in the same commit wrote", async () => {
  const engine = await openMigrated();
  const hints = Array.from({ length: 20 }, () =>
    engine.write((db) => countHint(db, "one order", "webhook", new Date())),
  );
  expect(await Promise.all(hints)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test("a piece that throws among others fails alone, with all that it had written", async () => {
  const engine = await openMigrated();
  const ends = await endsOf([
    engine.write((db) => add(db, "first").then(() => "kept")),
    engine.write(async (db) => {
      await add(db, "lost");
      throw new Error("changed my mind");
    }),
    engine.write(async (db) => {
      await add(db, "lost, too");
      await add(db, "first");
    }),
    engine.write(() => {
      throw new Error("at once");
    }),
    engine.write((db) => add(db, "last").then(() => "kept")),
  ]);
  expect(ends).toEqual([
    "kept",
    "Error: changed my mind",
    expect.stringMatching(/unique/i),
    "Error: at once",
    "kept",
  ]);
  expect(await known(engine)).toEqual(["first", "last"]);
});

test("nobody is answered before the commit, not even who was refused", async () => {
  const engine = await openMigrated();
  const seen: string[][] = [];
  const look = async () => {
    seen.push(await known(engine));
  };
  const refused = engine.write(() => Promise.reject(new Error("no")));
  await Promise.all([
    engine.write((db) => add(db, "first")).then(look),
    refused.catch(look),
    engine.write((db) => add(db, "second")).then(look),
  ]);
  expect(seen).toEqual(Array(3).fill(["first", "second"]));
});

test.skipIf(isOnPostgres)(
  "a commit that fails fails for every piece of it, keeps nothing of any, and the queue goes on",
  async () => {
    const engine = await openMigrated();
    const pieces = [
      engine.write((db) => add(db, "innocent")),
      engine.write(async (db) => {
        db.run(sql`PRAGMA defer_foreign_keys = ON`);
        db.run(sql`INSERT INTO registers (id, store_id, name) VALUES ('r', 'nowhere', 'Register 1')`);
      }),
      engine.write(() => Promise.reject(new Error("its own reason"))),
      engine.write((db) => add(db, "innocent, too")),
    ];
    const failed = expect.stringMatching(/FOREIGN KEY/);
    expect(await endsOf(pieces)).toEqual([failed, failed, "Error: its own reason", failed]);
    expect(await known(engine)).toEqual([]);
    await engine.write((db) => add(db, "after"));
    expect(await known(engine)).toEqual(["after"]);
  },
);

test.skipIf(isOnPostgres)(
  "when the database undoes the whole transaction, no piece before it is told that it was kept",
  async () => {
    const engine = await openMigrated();
    await engine.write(async (db) => {
      db.run(
        sql`CREATE TRIGGER full_disk BEFORE INSERT ON order_asks WHEN NEW.order_uuid = 'too much'
        BEGIN SELECT RAISE(ROLLBACK, 'the disk is full'); END`,
      );
    });
    const names = ["before", "too much", "after"];
    const ends = await endsOf(names.map((name) => engine.write((db) => add(db, name).then(() => "kept"))));
    const full = expect.stringMatching(/the disk is full/);
    expect(ends).toEqual([full, full, "kept"]);
    expect(await known(engine)).toEqual(["after"]);
  },
);

test("a transaction that cannot begin fails who waited for it, and nobody after", {
  timeout: 60_000,
}, async () => {
  const file = await temporaryDatabase();
  const [ours, theirs] = [await openMigrated(file), await openMigrated(file)];
  const mayEnd = Promise.withResolvers<void>();
  const hasBegun = Promise.withResolvers<void>();
  const holding = theirs.write(async (db) => {
    await add(db, "theirs");
    hasBegun.resolve();
    await mayEnd.promise;
  });
  await hasBegun.promise;
  const waiting = ["first", "second"].map((name) => ours.write((db) => add(db, name)));
  for (const piece of waiting) expect(await refusalOf(piece)).toMatch(/locked/);
  mayEnd.resolve();
  await holding;
  await ours.write((db) => add(db, "ours"));
  expect(await known(ours)).toEqual(["theirs", "ours"]);
});

test("a long queue is many commits, none of them large", async () => {
  const engine = await openMigrated();
  const pieces = Array.from({ length: 1_000 }, (_, index) => engine.write((db) => add(db, `order ${index}`)));
  const kept = await keptAtAnswers(engine, pieces);
  expect(kept.at(-1)).toBe(1_000);
  for (const [index, it] of kept.entries()) expect(it - (kept[index - 1] ?? 0)).toBeLessThanOrEqual(128);
});

test("others on the same file get their turn while a queue is long", async () => {
  const file = await temporaryDatabase();
  const [ours, theirs] = [await openMigrated(file), await openMigrated(file)];
  const pieces = isOnPostgres ? 2_000 : 10_000;
  let left = pieces;
  const many = Array.from({ length: left }, (_, index) =>
    ours.write(async (db) => {
      await add(db, `ours ${index}`);
      left -= 1;
    }),
  );
  for (const turn of [1, 2, 3]) await theirs.write((db) => add(db, `theirs ${turn}`));
  expect(left).toBeGreaterThan(0);
  await Promise.all(many);
  expect(await known(ours)).toHaveLength(pieces + 3);
});

const engineOfProcess = `
  import { writeSync } from "node:fs";
  const { openEngine } = await import("#db/engine.ts");
  const { countHint } = await import("#db/queries/orders.ts");
  const [file] = process.argv.slice(1);
  const engine = openEngine(file);`;

test("a process that is killed at work loses only what it had not answered", {
  timeout: 60_000,
}, async () => {
  const file = await temporaryDatabase();
  const engine = await openMigrated(file);
  const script = `${engineOfProcess}
    let answered = 0;
    for (let index = 0; index < 5000; index += 1) {
      engine.write((db) => countHint(db, "order " + index, "webhook", new Date())).then(() => {
        writeSync(1, "order " + index + "\\n");
        if (++answered === 700) process.kill(process.pid, "SIGKILL");
      });
    }`;
  const child = spawnSync(process.execPath, ["--input-type=module", "--eval", script, file]);
  expect(child.signal).toBe("SIGKILL");
  const answered = child.stdout.toString().trimEnd().split("\n");
  expect(answered).toHaveLength(700);
  expect(await known(engine)).toEqual(expect.arrayContaining(answered));
  await engine.write((db) => add(db, "after"));
});

test("two processes that write at once lose nothing of each other", { timeout: 60_000 }, async () => {
  const file = await temporaryDatabase();
  const engine = await openMigrated(file);
  const script = `${engineOfProcess}
    for (let round = 0; round < 20; round += 1)
      await Promise.all(Array.from({ length: 40 }, () => engine.write((db) => countHint(db, "shared", "poll", new Date()))));
    await engine.close();`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script, file], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  let isOver = false;
  const ended = once(child, "exit").finally(() => {
    isOver = true;
  });
  let ours = 0;
  while (!isOver) {
    await Promise.all(
      Array.from({ length: 40 }, () => engine.write((db) => countHint(db, "shared", "webhook", new Date()))),
    );
    ours += 40;
  }
  expect(await ended).toEqual([0, null]);
  expect(await engine.read((db) => db.select({ it: orderAsks.wanted }).from(orderAsks))).toEqual([
    { it: ours + 800 },
  ]);
});
