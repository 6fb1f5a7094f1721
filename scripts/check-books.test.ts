import { execFile } from "node:child_process";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { afterEach, describe, expect, test } from "vitest";
import { openEngine } from "#db/engine.ts";
import { updateOperation } from "#db/queries/operations.ts";
import { checkBooks } from "#lib/server/books.ts";
import { write } from "#lib/server/database.ts";
import { env } from "#lib/server/env.ts";
import { learn } from "#lib/server/orders/learn.ts";
import { giveUp } from "#lib/server/payments/give-up.ts";
import { move } from "#lib/server/testing/scripted-order.ts";
import { refused } from "#lib/server/testing/scripted-sezzle.ts";
import { granted, startTill } from "#lib/server/testing/till.ts";

const till = await startTill();
const { sezzle } = till;

type Ran = { code: number; output: string };

/** Runs the command as a person would, on the till's database. */
async function runCommand(settings: Record<string, string> = {}): Promise<Ran> {
  const options = { env: { ...process.env, ...settings } };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ["scripts/check-books.ts"], options);
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

/** What the command would print as differences, without a process for each. */
async function differencesNow(): Promise<string[]> {
  const engine = openEngine(env().database);
  try {
    return (await engine.read(checkBooks)).differences;
  } finally {
    engine.close();
  }
}

/** Changes the file past the till, and takes it back when the test ends. */
function tamper(...statements: string[]): void {
  const connection = new Database(env().database);
  const triggers = connection
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_master where type = 'trigger'")
    .all();
  const tables = ["sales", "operations", "movements", "orders", "history"];
  connection.pragma("foreign_keys = off");
  for (const { name } of triggers) connection.exec(`drop trigger ${name}`);
  for (const table of tables) connection.exec(`create table kept_${table} as select * from ${table}`);
  for (const statement of statements) {
    if (connection.prepare(statement).run().changes === 0) throw new Error(`nothing changed: ${statement}`);
  }
  // Whoever changes the file puts the guards back; that they are gone is a test of its own.
  for (const { sql } of triggers) connection.exec(sql);
  connection.close();
  undo = () => {
    const again = new Database(env().database);
    again.pragma("foreign_keys = off");
    for (const { name } of triggers) again.exec(`drop trigger ${name}`);
    for (const table of tables) {
      again.exec(
        `delete from ${table}; insert into ${table} select * from kept_${table}; drop table kept_${table}`,
      );
    }
    for (const { sql } of triggers) again.exec(sql);
    again.close();
  };
}

let undo = () => {};
afterEach(() => {
  undo();
  undo = () => {};
});

/** One sale of each kind of story that a counter has. */
async function manySales() {
  const paid = await till.openCaptured();
  await till.act(paid.saleId, "refund", 2_500);
  move(paid.order, "refunds", 1_000);
  await learn(paid.order.uuid, "poll");

  const parts = await till.openAuthorized();
  await till.act(parts.saleId, "capture", 3_000);
  await till.act(parts.saleId, "release", 7_000);

  const cancelled = await till.open();
  await till.act(cancelled.saleId, "cancel_checkout");
  const again = await till.sendAgain(cancelled.saleId);
  await learn(again.order.uuid, "poll");

  const notTaken = await till.openAuthorized();
  sezzle.onNext("capture", refused("amount_exceeded", "amount exceeds what is authorized"));
  await till.act(notTaken.saleId, "capture", 10_000);

  const lost = await till.openAuthorized();
  sezzle.onNext("capture", "lose");
  await till.act(lost.saleId, "capture", 10_000);
  await learn(lost.order.uuid, "poll");

  const unsure = await till.openAuthorized();
  sezzle.onNext("capture", "cut");
  await till.act(unsure.saleId, "capture", 4_000);

  const closed = await till.openAuthorized();
  sezzle.onNext("capture", "cut");
  const { id } = await till.act(closed.saleId, "capture", 5_000);
  await write((db) => updateOperation(db, id, { firstSentAt: new Date(Date.now() - 11 * 60_000) }));
  await learn(closed.order.uuid, "poll");
  const seen = {
    saleId: closed.saleId,
    operationId: id,
    seenVersion: (await till.sale(closed.saleId)).version,
  };
  granted(await write((db) => giveUp(db, till.asker, seen, new Date())));
  return { paid, unsure };
}

const { paid, unsure } = await manySales();
const number = (await till.sale(paid.saleId)).number;
const ofPaid = `sale_id = '${paid.saleId}'`;

describe("check:books", () => {
  test("finds no difference in whatever became of a sale, and names what is not confirmed yet", async () => {
    const { code, output } = await runCommand();
    expect(output).toMatch(
      /^Added up: sales 7, operations \d+, movements \d+, lines of history \d+\. Not confirmed yet: 1\. Differences: none\.\n$/,
    );
    expect(code).toBe(0);
  });

  test.each<[string, string, string]>([
    [
      "an amount of the list",
      `update sales set captured_cents = 9000 where id = '${paid.saleId}'`,
      `${number}: the list has $90.00 captured, Sezzle's last answer $100.00 captured.`,
    ],
    [
      "the same, against the history",
      `update sales set captured_cents = 9000 where id = '${paid.saleId}'`,
      `${number}: the list has $90.00 captured, the history $100.00 captured.`,
    ],
    [
      "a status of the list",
      `update sales set status = 'refunded' where id = '${paid.saleId}'`,
      `${number}: the list has it as refunded, Sezzle's last answer as partially_refunded.`,
    ],
    [
      "the amount of a sale, of which more was taken",
      `update sales set amount_cents = 9999 where id = '${paid.saleId}'`,
      `${number}: Sezzle shows $100.00 captured over all its links, for a sale of $99.99.`,
    ],
    [
      "an answer with more refunded than was captured",
      `update orders set snapshot = replace(snapshot, '2500', '10500') where uuid = '${paid.order.uuid}'`,
      `${number}: Sezzle shows $115.00 refunded, of $100.00 captured, on order ${paid.order.uuid}.`,
    ],
    [
      "a movement that is not kept",
      `delete from movements where order_uuid = '${paid.order.uuid}' and kind = 'capture'`,
      `${number}: the capture of $100.00 (`,
    ],
    [
      "a movement's amount",
      `update movements set amount_cents = 2400 where order_uuid = '${paid.order.uuid}' and amount_cents = 2500`,
      `${number}: Sezzle no longer shows the refund of $24.00 (`,
    ],
    [
      "a movement let go by its operation",
      `update movements set operation_id = null where order_uuid = '${paid.order.uuid}' and kind = 'capture'`,
      "succeeded, and Sezzle's order does not show it.",
    ],
    [
      "a movement that nobody told of",
      `delete from history where kind = 'movement.elsewhere' and ${ofPaid}`,
      `${number}: no line tells of the refund of $10.00 made elsewhere (`,
    ],
    [
      "an operation's amount",
      `update operations set amount_cents = 9000 where kind = 'capture' and ${ofPaid}`,
      "does not fit operation",
    ],
    [
      "an operation's state",
      `update operations set state = 'rejected' where kind = 'capture' and ${ofPaid}`,
      "is rejected, and the history says operation.succeeded.",
    ],
    [
      "an operation nobody asked for",
      `delete from history where kind = 'operation.prepared' and ${ofPaid}`,
      "the history does not tell once, with its amount, that the capture of $100.00",
    ],
    [
      "an operation that is gone",
      `delete from operations where kind = 'refund' and ${ofPaid}`,
      "which is not there.",
    ],
    [
      "a link that no operation opened",
      `delete from operations where kind = 'open_checkout' and ${ofPaid}`,
      `${number}: no operation has opened its link.`,
    ],
    [
      "an operation whose process is gone",
      `update operations set state = 'sending', lease_until = 1 where sale_id = '${unsure.saleId}' and kind = 'capture'`,
      "has no end, and no process is at it. Start the app: it settles this.",
    ],
    [
      "the newest line of history that is gone",
      "delete from history where seq = (select max(seq) from history)",
      "The history: 1 of ",
    ],
    ["a line of history that is gone", "delete from history where seq = 3", "The history: 1 of "],
  ])("finds %s", async (_what, statement, said) => {
    tamper(statement);
    const differences = await differencesNow();
    expect(differences.join("\n")).toContain(said);
  });

  test("prints each difference, their count last, and ends with 1", async () => {
    tamper(`update sales set captured_cents = 9000 where id = '${paid.saleId}'`);
    const differences = await differencesNow();
    const { code, output } = await runCommand();
    expect(differences.length).toBeGreaterThan(1);
    expect(output).toContain(`${differences.join("\n")}\nAdded up: `);
    expect(output).toMatch(new RegExp(`Differences: ${differences.length}\\.\\n$`));
    expect(code).toBe(1);
  });

  test.each<[string, string, string[]]>([
    ["change", "history_is_never_changed", []],
    ["delete", "history_is_never_deleted", []],
    ["replace", "history_is_never_replaced", []],
    ["change", "history_is_never_changed", ["before update on history begin select 1; end"]],
    [
      "delete",
      "history_is_never_deleted",
      ["before delete on history when old.seq = 0 begin select raise(abort, ''); end"],
    ],
  ])(
    "finds that the database no longer refuses to %s a line of history: %s, now %j",
    async (act, name, others) => {
      const guard = new Database(env().database);
      const { sql } = guard
        .prepare<[string], { sql: string }>("select sql from sqlite_master where name = ?")
        .get(name) ?? { sql: "" };
      guard.exec(`drop trigger ${name}`);
      for (const other of others) guard.exec(`create trigger ${name} ${other}`);
      undo = () => {
        guard.exec(`drop trigger if exists ${name}; ${sql}`);
        guard.close();
      };
      const differences = await differencesNow();
      expect(differences).toHaveLength(1);
      expect(differences[0]).toContain(`The history: the database no longer refuses to ${act} a line.`);
    },
  );

  test("says so when there is no database, and makes none", async () => {
    const missing = await runCommand({ DATABASE_URL: "file:/nowhere/till.db" });
    expect(missing).toMatchObject({ code: 1 });
    expect(missing.output).toContain("There is no database /nowhere/till.db yet.");
  });
});
