import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { afterAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "till-large-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(
  script: string,
  settings: Record<string, string>,
): Promise<{ code: number; output: string }> {
  try {
    const env = { ...process.env, LARGE_FOLDER: folder, ...settings };
    const { stdout } = await promisify(execFile)(process.execPath, [script], { env });
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

describe("seed:large", () => {
  test("makes a shop whose books add up, with every status, over two years and five stores", async () => {
    const made = await run("scripts/seed-large.ts", { COUNT: "2000" });
    const file = join(folder, "large-2000.db");
    expect(made.output).toContain(`Making 2,000 orders in ${file}.`);
    expect(made.output).toContain("2,000 of 2,000 orders");
    expect(made.code).toBe(0);
    const books = await run("scripts/check-books.ts", { DATABASE_URL: `file:${file}` });
    expect(books.output).toMatch(/^Added up: sales 2000, .*Differences: none\.\n$/);

    const connection = new Database(file, { readonly: true });
    const all = <Row>(query: string) => connection.prepare<[], Row>(query).all();
    expect(connection.pragma("foreign_key_check")).toEqual([]);
    expect(connection.pragma("integrity_check", { simple: true })).toBe("ok");
    const stores = all<{ sold: number; currency: string; zone: string }>(
      "select count(*) sold, stores.currency, time_zone zone from sales join stores on stores.id = store_id group by store_id",
    );
    expect(stores).toHaveLength(5);
    expect(Math.min(...stores.map((it) => it.sold))).toBeGreaterThan(100);
    expect(new Set(stores.map((it) => it.currency))).toEqual(new Set(["USD", "CAD"]));
    expect(new Set(stores.map((it) => it.zone)).size).toBe(3);
    const statuses = all<{ status: string }>("select distinct status from sales").map((it) => it.status);
    for (const status of ["captured", "partially_refunded", "refunded", "denied", "released", "cancelled"]) {
      expect(statuses).toContain(status);
    }
    const [span] = all<{ days: number }>(
      "select (max(created_at) - min(created_at)) / 86400000 days from sales",
    );
    expect(span?.days).toBeGreaterThan(720);
    const outOfOrder = all<{ seq: number }>(
      "select seq from (select seq, at, lag(at) over (order by seq) before from history where sale_id is not null) where at < before",
    );
    expect(outOfOrder, "lines of history that stand before earlier ones").toEqual([]);
    const indexes = all<{ name: string }>("select name from sqlite_master where type = 'index'");
    expect(indexes.map((it) => it.name)).toContain("sales_by_store_and_person");
    connection.close();
  }, 60_000);

  test("makes its own file anew, and leaves any other alone", async () => {
    expect((await run("scripts/seed-large.ts", { COUNT: "5" })).code).toBe(0);
    expect((await run("scripts/seed-large.ts", { COUNT: "5" })).code).toBe(0);
    const shop = join(folder, "large-7.db");
    const connection = new Database(shop);
    connection.exec("create table sales (id text)");
    connection.close();
    writeFileSync(join(folder, "large-8.db"), "not a database");
    for (const count of ["7", "8"]) {
      const file = join(folder, `large-${count}.db`);
      const before = readFileSync(file);
      const refused = await run("scripts/seed-large.ts", { COUNT: count });
      expect(refused.output).toContain("was not made by this command, and is left alone");
      expect(refused.code).toBe(1);
      expect(readFileSync(file).equals(before)).toBe(true);
    }
  }, 60_000);

  test("sells as many in fewer days when told to", async () => {
    expect((await run("scripts/seed-large.ts", { COUNT: "300", DAYS: "3" })).code).toBe(0);
    const connection = new Database(join(folder, "large-300.db"), { readonly: true });
    const [sold] = connection
      .prepare<[], { count: number; days: number }>(
        "select count(*) count, (unixepoch() * 1000 - min(created_at)) / 86400000.0 days from sales",
      )
      .all();
    connection.close();
    expect(sold?.count).toBe(300);
    expect(sold?.days).toBeLessThan(4);
  }, 60_000);

  test("asks for a count and for days that are some", async () => {
    for (const COUNT of ["many", "-1", "0.5"]) {
      const refused = await run("scripts/seed-large.ts", { COUNT });
      expect(refused).toMatchObject({ code: 1, output: expect.stringContaining("COUNT must be") });
    }
    for (const DAYS of ["some", "731"]) {
      const refused = await run("scripts/seed-large.ts", { COUNT: "5", DAYS });
      expect(refused).toMatchObject({ code: 1, output: expect.stringContaining("DAYS must be") });
    }
  });
});
