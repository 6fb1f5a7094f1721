import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { nameOf } from "../address.ts";
import { copyShop } from "../copy/copy-shop.ts";
import { CopyRefusal } from "../copy/refusal.ts";
import { atDatabase, changeFile, filledFile, rowsOfDatabase, rowsOfFile } from "../copy/testing.ts";
import { openEngine } from "../engine.ts";
import { prepareDatabase } from "../prepare.ts";
import { addSale, addShop } from "../testing.ts";
import { openMigrated, temporaryDatabase, temporaryFile } from "../testing-engine.ts";

/** A process takes seconds to start on a busy machine. */
const patient = { timeout: 90_000 };

const quiet = { audit: async () => [], onBegin: () => {}, onProgress: () => {} };

/** The sentence with which a copy is refused. */
async function refusalOf(file: string, address: string): Promise<string> {
  const refusal = await copyShop({ file, address, ...quiet }).catch((error: unknown) => error);
  if (!(refusal instanceof CopyRefusal)) throw new Error(`not refused, but: ${String(refusal)}`);
  expect(refusal.message).toMatch(/^[^\n]+\.$/);
  return refusal.message;
}

async function tablesIn(address: string): Promise<string[]> {
  const { rows } = await atDatabase(address, (client) =>
    client.query({
      text: "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
      rowMode: "array",
    }),
  );
  return rows.flat();
}

const withRows = (change: (file: string) => void | Promise<void>) => async () => {
  const file = await filledFile();
  await change(file);
  return file;
};

const changed = (statement: string) => withRows((file) => changeFile(file, (it) => it.exec(statement)));

test.each<[string, () => string | Promise<string>, string | RegExp]>([
  ["is not there", temporaryFile, "cannot be read: ENOENT."],
  ["is a folder", () => dirname(temporaryFile()), "cannot be read: unable to open database file."],
  [
    "is no database",
    () => {
      const file = temporaryFile();
      writeFileSync(file, "no database at all ".repeat(500));
      return file;
    },
    "cannot be read: file is not a database.",
  ],
  [
    "is another program's",
    () => {
      const file = temporaryFile();
      changeFile(file, (it) => it.exec("create table theirs (id)"));
      return file;
    },
    "is no till's database.",
  ],
  [
    "is of an older version",
    changed(
      "delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)",
    ),
    "is of another version of the till: ",
  ],
  [
    "is of a newer version",
    changed("insert into __drizzle_migrations (hash, created_at) values ('newer', 9e12)"),
    "is of another version of the till: ",
  ],
  ["holds no shop", changed("delete from identity"), "holds no shop yet."],
])("a file that %s is refused, and nothing is written", async (_what, make, said) => {
  const [file, address] = [await make(), await temporaryDatabase()];
  const existed = existsSync(file);
  expect(await refusalOf(file, address)).toContain(said);
  expect(await tablesIn(address)).toEqual([]);
  expect(existsSync(file)).toBe(existed);
});

test("a file that a till runs on is refused until it has stopped", async () => {
  const file = await filledFile();
  const address = await temporaryDatabase();
  const till = openEngine(file);
  expect(await refusalOf(file, address)).toBe(
    `A till runs on ${file}, or something else has it open: stop that first.`,
  );
  await till.close();
  expect(await copyShop({ file, address, ...quiet })).toMatchObject({ differences: [] });
});

test.each([
  [
    "text with a NUL in it",
    "update people set name = 'Ca' || char(0) || 'sey' where rowid = 3",
    "The row 3 of people has something in name ",
  ],
  [
    "a part of a cent",
    "update movements set amount_cents = 1.5 where rowid = 3",
    "The row 3 of movements has something in amount_cents ",
  ],
  [
    "a number that is larger than any",
    "update sales set version = 9007199254740993 where rowid = 37",
    "The row 37 of sales has something in version ",
  ],
  [
    "bytes in the place of text",
    "update people set name = x'00ff' where rowid = 3",
    "The row 3 of people has something in name ",
  ],
  [
    "JSON that PostgreSQL cannot read",
    `update orders set snapshot = '{"a":"\\u0000"}' where rowid = 3`,
    "Of the rows 1 to 40 of orders PostgreSQL refuses one: ",
  ],
])("%s is refused by its row, without its value", async (_what, statement, said) => {
  const file = await changed(statement)();
  const address = await temporaryDatabase();
  expect(await refusalOf(file, address)).toContain(said);
  expect(await prepareDatabase({ database: address, mode: "production" })).toMatchObject({ ok: false });
});

test("a database that holds something else, or a shop, is refused and stays as it is", async () => {
  const file = await filledFile();
  const theirs = await temporaryDatabase();
  await atDatabase(theirs, (client) => client.query("create table theirs (id int)"));
  expect(await refusalOf(file, theirs)).toBe(
    `The database ${nameOf(theirs)} belongs to another program: give an empty one.`,
  );
  expect(await tablesIn(theirs)).toEqual(["theirs"]);

  const used = await temporaryDatabase();
  await prepareDatabase({ database: used, mode: "production" });
  const before = await rowsOfDatabase(used);
  expect(await refusalOf(file, used)).toBe(
    `The database ${nameOf(used)} already is another till's: give an empty one.`,
  );
  expect(await rowsOfDatabase(used)).toEqual(before);

  const whole = await temporaryDatabase();
  await copyShop({ file, address: whole, ...quiet });
  const engine = await openMigrated(whole);
  await addSale(engine, await addShop(engine));
  expect(await refusalOf(file, whole)).toBe(
    `The database ${nameOf(whole)} already holds this shop, and its copy is whole: nothing was changed.`,
  );
  expect((await rowsOfDatabase(whole)).sales).toHaveLength(41);
});

test("a part of another shop's copy is refused", async () => {
  const address = await temporaryDatabase();
  const stop = () => {
    throw new Error("stopped");
  };
  const first = copyShop({ file: await filledFile(), address, ...quiet, onProgress: stop });
  await expect(first).rejects.toThrow("stopped");
  const other = await changed("update identity set created_at = created_at + 1")();
  expect(await refusalOf(other, address)).toContain("holds a part of another shop's copy: ");
});

test("two copies at once into one database: one is refused, and the other is whole", async () => {
  const file = await filledFile();
  const twin = temporaryFile();
  writeFileSync(twin, readFileSync(file));
  const address = await temporaryDatabase();
  const ends = await Promise.allSettled([file, twin].map((it) => copyShop({ file: it, address, ...quiet })));
  expect(ends.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(ends.flatMap((it) => (it.status === "rejected" ? [String(it.reason)] : []))).toEqual([
    expect.stringContaining(`Another copy into ${nameOf(address)} is under way.`),
  ]);
  expect(await rowsOfDatabase(address)).toEqual(rowsOfFile(file));
});

type Ran = { code: number; stdout: string; stderr: string };

async function runCommand(args: string[], database: string): Promise<Ran> {
  const env = { DATABASE_URL: database, SEZZLE_ENV: "local" };
  try {
    const options = { env };
    return {
      code: 0,
      ...(await promisify(execFile)(process.execPath, ["scripts/db-copy.ts", ...args], options)),
    };
  } catch (error) {
    return error as Ran;
  }
}

test(
  "the command copies a demo's shop, says what else is to be taken along, and never the password",
  patient,
  async () => {
    const file = temporaryFile();
    await prepareDatabase({ database: file, mode: "local" });
    writeFileSync(join(dirname(file), "auth-secret"), "secret");
    const address = await temporaryDatabase();
    const ran = await runCommand([`file:${file}`], address);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.stdout).toContain(`Copying the shop in ${file} into ${nameOf(address)}.`);
    expect(ran.stdout).toContain("\npeople: 4 rows copied\n");
    expect(ran.stdout).toContain("\npeople: 4 rows compared\n");
    expect(ran.stdout).toMatch(/\nThe copy is whole: 30 tables, \d+ rows, every one compared\.\n/);
    expect(ran.stdout).toContain(
      `\nNot in the database: ${file.replace("till.db", "auth-secret")}. Copy it into `,
    );
    expect(await rowsOfDatabase(address)).toEqual(rowsOfFile(file));
    expect((await prepareDatabase({ database: address, mode: "local" })).ok).toBe(true);

    const again = await runCommand([`file:${file}`], address);
    expect(again).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The database \S+ already holds this shop[^\n]+\n$/),
    });
    for (const { stdout, stderr } of [ran, again]) expect(stdout + stderr).not.toContain(":till@");
  },
);

test("the command says how it is called, and in one line that a server is not there", patient, async () => {
  const usage = /^Say which file is copied into which database: [^\n]+\n$/;
  expect(await runCommand([], "postgres://till@127.0.0.1:1/till")).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(usage),
  });
  expect(await runCommand(["file:./till.db"], "file:./other.db")).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(usage),
  });
  const file = await filledFile();
  const ran = await runCommand([`file:${file}`], "postgres://till:hidden@127.0.0.1:1/till");
  expect(ran).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^The copy into postgres:\/\/till@127\.0\.0\.1:1\/till stopped: [^\n]*ECONNREFUSED[^\n]*\n$/,
    ),
  });
  expect(ran.stdout + ran.stderr).not.toContain("hidden");
});
