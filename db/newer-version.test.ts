import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { prepareDatabase } from "./prepare.ts";
import { isOnPostgres, temporaryFile } from "./testing-engine.ts";

test.skipIf(isOnPostgres)(
  "a file that a newer version has migrated is refused with one line, and left as it is",
  async () => {
    const file = temporaryFile();
    expect(await prepareDatabase({ database: file, mode: "local" })).toMatchObject({ ok: true });
    const connection = new Database(file);
    onTestFinished(() => void connection.close());
    const count = () => connection.prepare("select count(*) from __drizzle_migrations").pluck().get();
    connection
      .prepare("insert into __drizzle_migrations (hash, created_at) values ('of the future', 4102444800000)")
      .run();
    const before = count();
    expect(await prepareDatabase({ database: file, mode: "local" })).toEqual({
      ok: false,
      problem: `The database ${file} cannot be used: a newer version of the till has migrated it; start that version, or a newer one.`,
    });
    expect(count()).toBe(before);
    connection.prepare("delete from __drizzle_migrations where hash = 'of the future'").run();
    expect(await prepareDatabase({ database: file, mode: "local" })).toMatchObject({ ok: true });
  },
);
