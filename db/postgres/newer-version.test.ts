import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { nameOf } from "../address.ts";
import { openEngine } from "../engine.ts";
import { prepareDatabase } from "../prepare.ts";
import { orderAsks } from "../schema/orders.ts";
import { temporaryDatabase } from "../testing-engine.ts";

async function migrateFurther(address: string): Promise<Client> {
  const client = new Client({ connectionString: address });
  onTestFinished(() => client.end());
  await client.connect();
  await client.query("alter table order_asks add column of_the_future text");
  await client.query("insert into till_migrations (name) values ('9999_future.sql')");
  return client;
}

test("a database that a newer version has migrated is refused with one line, until that is undone", async () => {
  const database = await temporaryDatabase({ isEmpty: false });
  expect(await prepareDatabase({ database, mode: "local" })).toMatchObject({ ok: true });
  const client = await migrateFurther(database);
  expect(await prepareDatabase({ database, mode: "local" })).toEqual({
    ok: false,
    problem: `The database ${nameOf(database)} cannot be used: a newer version of the till has migrated it; start that version, or a newer one.`,
  });
  await client.query("delete from till_migrations where name = '9999_future.sql'");
  expect(await prepareDatabase({ database, mode: "local" })).toMatchObject({ ok: true });
});

test("an instance of the version before goes on while a newer one adds a column", async () => {
  const database = await temporaryDatabase({ isEmpty: false });
  const engine = openEngine(database);
  onTestFinished(() => engine.close());
  const add = (orderUuid: string) =>
    engine.write((db) => db.insert(orderAsks).values({ orderUuid, hint: "poll" }));
  const known = () => engine.read((db) => db.select().from(orderAsks).orderBy(orderAsks.orderUuid));
  await add("before");
  expect(await known()).toHaveLength(1);
  // The connections have these very statements prepared.
  await migrateFurther(database);
  await add("since");
  expect((await known()).map((it) => it.orderUuid)).toEqual(["before", "since"]);
});
