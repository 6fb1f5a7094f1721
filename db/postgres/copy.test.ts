import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { copyShop, type Progress } from "../copy/copy-shop.ts";
import { atDatabase, changeFile, filledFile, rowsOfDatabase, rowsOfFile } from "../copy/testing.ts";
import { openEngine } from "../engine.ts";
import { prepareDatabase } from "../prepare.ts";
import { countLines } from "../queries/books.ts";
import { insertHistory } from "../queries/history.ts";
import { listMissingGuards } from "../queries/history-guards.ts";
import { findIdentity } from "../queries/identity.ts";
import { addSale, addShop, noon } from "../testing.ts";
import { openMigrated, temporaryDatabase } from "../testing-engine.ts";

type Told = { audit?: () => Promise<string[]>; onProgress?: (progress: Progress) => void };

function copy(file: string, address: string, { audit = async () => [], onProgress = () => {} }: Told = {}) {
  return copyShop({ file, address, audit, onBegin: () => {}, onProgress });
}

/** Copies until so many batches are there, and stops as a process does that is killed. */
async function copyPart(file: string, address: string, batches: number): Promise<void> {
  let left = batches;
  const onProgress = () => {
    left -= 1;
    if (left === 0) throw new Error("stopped");
  };
  await expect(copy(file, address, { onProgress })).rejects.toThrow("stopped");
}

/** A process takes seconds to start on a busy machine. */
const patient = { timeout: 90_000 };

const refused = { ok: false, problem: expect.stringMatching(/ holds a part of a copy, [^\n]+\.$/) };
const taken = { ok: true, demo: null };
const start = (database: string) => prepareDatabase({ database, mode: "production" });

test("a shop with rows in every table is copied, each as it was, and a till takes it", async () => {
  const file = await filledFile();
  const [bytes, rows] = [readFileSync(file), rowsOfFile(file)];
  const address = await temporaryDatabase();
  const told: Progress[] = [];
  const copied = await copy(file, address, { onProgress: (it) => told.push(it) });
  expect(copied).toMatchObject({
    differences: [],
    differencesOfBoth: [],
    tables: Object.keys(rows).length - 1,
  });
  expect(Object.values(rows).every((it) => it.length > 0)).toBe(true);
  expect(await rowsOfDatabase(address)).toEqual(rows);
  expect(readFileSync(file).equals(bytes)).toBe(true);
  expect(told.at(-1)).toMatchObject({ step: "compare", allRows: copied.rows, allOf: copied.rows });
  expect(await start(address)).toEqual(taken);
  const engine = await openMigrated(address);
  expect(await engine.read(findIdentity)).toMatchObject({ mode: "production" });
});

test("further rows are numbered behind those of the file, and the guards are on", async () => {
  const file = await filledFile();
  const address = await temporaryDatabase();
  await copy(file, address);
  const engine = await openMigrated(address);
  expect(await engine.read(listMissingGuards)).toEqual([]);
  // Three lines were missing in the file; they are in the copy.
  expect(await engine.read(countLines)).toEqual({ lines: 2_500, written: 2_503 });
  await engine.write((db) => insertHistory(db, { at: noon, kind: "order.changed" }));
  await engine.write((db) =>
    db.run(
      sql`insert into webhook_events (event_uuid, event, received_at) values ('new', 'order.captured', 0)`,
    ),
  );
  const { saleId } = await addSale(engine, await addShop(engine));
  const last = (query: string) =>
    engine.read(async (db) => (await db.all<{ it: number }>(sql.raw(query)))[0]?.it);
  expect(await last("select max(seq) as it from history")).toBe(2_504);
  expect(await last("select id as it from webhook_events where event_uuid = 'new'")).toBe(41);
  expect(await last(`select rowid as it from sales where id = '${saleId}'`)).toBe(398);
  expect(await last("select max(rowid) as it from contacts")).toBe(398);
});

test(
  "killed again and again, it goes on where it was, and no till takes what is there until it is whole",
  patient,
  async () => {
    const file = await filledFile();
    const address = await temporaryDatabase();
    // Fifteen batches at a time: that ends between two tables, and within one that takes several. A table tells first what was there.
    const script = `
    const { copyShop } = await import("#db/copy/copy-shop.ts");
    let left = 15;
    let begun = "";
    const [file, address] = process.argv.slice(1);
    const onProgress = (it) => {
      if (it.table === begun && it.step === "copy" && --left === 0) process.kill(process.pid, "SIGKILL");
      begun = it.table;
    };
    await copyShop({ file, address, audit: async () => [], onBegin: console.log, onProgress });`;
    let runs = 0;
    for (;;) {
      const child = spawn(process.execPath, ["--input-type=module", "--eval", script, file, address]);
      const [code, signal] = await once(child, "exit");
      runs += 1;
      if (code === 0) break;
      expect(signal).toBe("SIGKILL");
      expect(await start(address)).toEqual(refused);
    }
    expect(runs).toBeGreaterThan(2);
    expect(await rowsOfDatabase(address)).toEqual(rowsOfFile(file));
    expect(await start(address)).toEqual(taken);
  },
);

test("a connection that is lost in the middle of a batch leaves nothing of it, and the next run ends the copy", async () => {
  const file = await filledFile();
  const address = await temporaryDatabase();
  await copyPart(file, address, 2);
  await atDatabase(address, (client) =>
    client.query(`
      create function cut() returns trigger language plpgsql as
        'begin perform pg_terminate_backend(pg_backend_pid()); return new; end';
      create trigger cut before insert on history for each row when (new.seq = 1500) execute function cut()`),
  );
  await expect(copy(file, address)).rejects.toThrow();
  const lines = () => atDatabase(address, (client) => client.query("select 1 from history"));
  expect((await lines()).rows).toHaveLength(1_000);
  await atDatabase(address, (client) => client.query("drop function cut cascade"));
  expect(await copy(file, address)).toMatchObject({ differences: [] });
  expect(await rowsOfDatabase(address)).toEqual(rowsOfFile(file));
});

test("a till that looked before the copy began, and would make its tables, is refused", async () => {
  const file = await filledFile();
  const address = await temporaryDatabase();
  await copyPart(file, address, 1);
  const engine = openEngine(address);
  await expect(engine.migrate()).rejects.toThrow("a copy into it has not ended");
  await engine.close();
});

test("while it is copied nobody else can read the file or write to it; afterwards a till can", async () => {
  const file = await filledFile();
  const met = new Set<string>();
  const look = () => {
    const other = new Database(file, { timeout: 0 });
    try {
      other.prepare("select 1 from identity").get();
      met.add("nothing");
    } catch (error) {
      met.add((error as { code: string }).code);
    }
    other.close();
  };
  await copy(file, await temporaryDatabase(), { onProgress: look });
  expect([...met]).toEqual(["SQLITE_BUSY"]);
  expect(await start(file)).toEqual(taken);
});

test.each<[string, string, string]>([
  [
    "a row that is gone",
    "delete from disputes where id like 'id 7 %'",
    "disputes: the file has 40 rows, the copy 39.",
  ],
  [
    "an amount",
    "update movements set amount_cents = amount_cents + 1 where uuid like 'uuid 7 %'",
    "movements: amount_cents adds up to ",
  ],
  [
    "a word",
    "update people set name = 'Casey' where sign_in_name like 'sign_in_name 7 %'",
    "people: the copy has as many rows, and not the same.",
  ],
  [
    "a place",
    "update contacts set rowid = default where id like 'id 7 %'",
    "contacts: the copy has as many rows, and not the same.",
  ],
])("%s that differs is found, and no till takes the copy", async (_what, statement, said) => {
  const file = await filledFile();
  const address = await temporaryDatabase();
  const onProgress = ({ step }: Progress) => {
    if (step === "compare") throw new Error("all is copied");
  };
  await expect(copy(file, address, { onProgress })).rejects.toThrow("all is copied");
  const { rowCount } = await atDatabase(address, (client) => client.query(statement));
  expect(rowCount).toBeGreaterThan(0);
  const { differences } = await copy(file, address);
  expect(differences.join("\n")).toContain(said);
  expect(await start(address)).toEqual(refused);
});

test("what does not add up in the copy alone keeps it from being whole; what does not in the file either, does not", async () => {
  const file = await filledFile();
  const address = await temporaryDatabase();
  const old = "MAPLE-1: the list differs.";
  const ofCopy = ["MAPLE-2: the list differs."];
  const audits = [[old, ...ofCopy], [old], [old], [old, ...ofCopy]];
  const audit = async () => audits.shift() ?? [];
  expect(await copy(file, address, { audit })).toMatchObject({
    differences: ofCopy,
    differencesOfBoth: [old],
  });
  expect(await start(address)).toEqual(refused);
  expect(await copy(file, address, { audit })).toMatchObject({ differences: [] });
  expect(await start(address)).toEqual(taken);
});

test("a file that was looked at between two runs has not changed; one with another row has", async () => {
  const file = await filledFile();
  const address = await temporaryDatabase();
  await copyPart(file, address, 9);
  const engine = openEngine(file);
  await engine.read(findIdentity);
  await engine.close();
  await copyPart(file, address, 9);
  changeFile(file, (it) => it.exec("update sessions set last_seen_at = last_seen_at + 1"));
  await expect(copy(file, address)).rejects.toThrow(
    /^The file has changed since its copy into \S+ was begun, /,
  );
  expect(await start(address)).toEqual(refused);
});
