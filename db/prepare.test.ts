import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { nameOf } from "./address.ts";
import { demoSignIns } from "./demo.ts";
import { verifyPassword } from "./passwords.ts";
import { prepareDatabase } from "./prepare.ts";
import { findIdentity } from "./queries/identity.ts";
import { countPeople, findPersonBySignInName, listMemberships } from "./queries/people.ts";
import { listRegisters, listStores } from "./queries/stores.ts";
import { addSale, addShop } from "./testing.ts";
import { isOnPostgres, openMigrated, temporaryDatabase, temporaryFile } from "./testing-engine.ts";

const patient = { timeout: 60_000 };

const migrations = isOnPostgres ? "till_migrations" : "__drizzle_migrations";

/** Everything of a database that a second start could spoil. */
async function contents(database: string) {
  const engine = await openMigrated(database);
  const tables = ["identity", "stores", "registers", "people", "memberships", migrations];
  return engine.read((db) =>
    Promise.all(tables.map((table) => db.all(sql.raw(`SELECT * FROM ${table} ORDER BY 1, 2`)))),
  );
}

test("a new local database gets the demo's stores, registers and staff", patient, async () => {
  const database = await temporaryDatabase();
  expect(await prepareDatabase({ database, mode: "local" })).toEqual({ ok: true, demo: demoSignIns });
  const engine = await openMigrated(database);
  await engine.read(async (db) => {
    expect(await findIdentity(db)).toMatchObject({ id: 1, mode: "local", merchantUuid: null });
    const stores = await listStores(db);
    expect(stores.map((it) => [it.name, it.currency])).toEqual([
      ["Harbour Road", "CAD"],
      ["Maple Street", "USD"],
    ]);
    expect(
      await listRegisters(
        db,
        stores.map((it) => it.id),
      ),
    ).toHaveLength(4);
    for (const { signInName, password, role, store } of demoSignIns) {
      const person = await findPersonBySignInName(db, signInName);
      if (!person) throw new Error(`no ${signInName}`);
      expect(await verifyPassword(person.passwordHash, password)).toBe(true);
      expect(await verifyPassword(person.passwordHash, `${password}!`)).toBe(false);
      const roles = (await listMemberships(db, [person.id])).map((it) => [
        it.role,
        stores.find((one) => one.id === it.storeId)?.name,
      ]);
      expect(roles).toEqual(person.isOwner ? [] : [[role, store]]);
    }
  });
});

test.each(["sandbox", "production"] as const)("a new %s database holds nobody and no store", async (mode) => {
  const database = await temporaryDatabase();
  expect(await prepareDatabase({ database, mode })).toEqual({ ok: true, demo: null });
  const engine = await openMigrated(database);
  expect(await engine.read(findIdentity)).toMatchObject({ mode, merchantUuid: null });
  expect(await engine.read(listStores)).toEqual([]);
  expect(await engine.read(countPeople)).toBe(0);
});

test("a second start changes nothing", patient, async () => {
  const database = await temporaryDatabase();
  await prepareDatabase({ database, mode: "local" });
  const before = await contents(database);
  expect(await prepareDatabase({ database, mode: "local" })).toEqual({ ok: true, demo: demoSignIns });
  expect(await contents(database)).toEqual(before);
});

test("two processes that start at once furnish a new database once", patient, async () => {
  const database = await temporaryDatabase();
  const script = `
    const { prepareDatabase } = await import("#db/prepare.ts");
    process.stdout.write("ready\\n");
    await new Promise((go) => process.stdin.once("data", go));
    const prepared = await prepareDatabase({ database: process.argv[1], mode: "local" });
    process.stdout.write(JSON.stringify(prepared), () => process.exit());`;
  const children = [1, 2].map(() =>
    spawn(process.execPath, ["--input-type=module", "--eval", script, database]),
  );
  const outputs = children.map((child) => text(child.stdout));
  await Promise.all(children.map((child) => once(child.stdout, "data")));
  for (const child of children) child.stdin.write("go\n");
  for (const output of await Promise.all(outputs)) {
    expect(JSON.parse(output.replace("ready\n", ""))).toEqual({ ok: true, demo: demoSignIns });
  }
  const engine = await openMigrated(database);
  expect(await engine.read(listStores)).toHaveLength(2);
  expect(await engine.read(countPeople)).toBe(demoSignIns.length);
});

test.each([
  ["production", "local"],
  ["production", "sandbox"],
  ["sandbox", "production"],
  ["sandbox", "local"],
] as const)("a database made for %s refuses %s with one line, and stays as it is", async (made, asked) => {
  const database = await temporaryDatabase();
  await prepareDatabase({ database, mode: made });
  const before = await contents(database);
  const prepared = await prepareDatabase({ database, mode: asked });
  if (prepared.ok) throw new Error("it was not refused");
  expect(prepared.problem).toMatch(
    new RegExp(`^[^\\n]*SEZZLE_ENV=${made} and refuses SEZZLE_ENV=${asked}[^\\n]+\\.$`),
  );
  expect(prepared.problem).toContain(nameOf(database));
  expect(await contents(database)).toEqual(before);
});

test("a demo never becomes a live shop", patient, async () => {
  const database = await temporaryDatabase();
  await prepareDatabase({ database, mode: "local" });
  expect(await prepareDatabase({ database, mode: "production" })).toMatchObject({ ok: false });
});

test.skipIf(isOnPostgres).each([
  ["bytes that are no database", (file: string) => writeFileSync(file, "no database at all ".repeat(500))],
  ["a folder", (file: string) => mkdirSync(file)],
])("%s in the place of the database: one line names the file", async (_title, put) => {
  const database = temporaryFile();
  put(database);
  const prepared = await prepareDatabase({ database, mode: "local" });
  if (prepared.ok) throw new Error("it was not refused");
  expect(prepared.problem).toMatch(/^[^\n]+\.$/);
  expect(prepared.problem).toContain(database);
});

test("sales that were made before there was a search are found after the next start", patient, async () => {
  const database = await temporaryDatabase();
  await prepareDatabase({ database, mode: "local" });
  const engine = await openMigrated(database);
  const { saleId } = await addSale(engine, await addShop(engine, "OLDER"));
  await engine.write(async (db) => {
    await db.run(sql`delete from contact_words`);
    await db.run(sql`delete from sale_words`);
  });
  const find = () =>
    engine.read(async (db) => db.all(sql`select 1 from contact_words where word = '~74105552151'`));
  expect(await find()).toEqual([]);
  await prepareDatabase({ database, mode: "local" });
  expect(await find()).toHaveLength(1);
  expect(await engine.read(async (db) => db.all(sql`select distinct sale_id from sale_words`))).toEqual([
    { sale_id: saleId },
  ]);
});
