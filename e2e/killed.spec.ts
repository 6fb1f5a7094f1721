import { armFault, booksOf, clearFaults, messagesTo, orderSentTo, requestsOf } from "./support/books.ts";
import { holdWrites, readRows } from "./support/database.ts";
import type { House } from "./support/house.ts";
import { openLiveStream } from "./support/live-stream.ts";
import { expect, test } from "./support/own-house.ts";
import { storeIdOf } from "./support/staff.ts";
import { someMobile } from "./support/till.ts";
import { deliver, eventAbout, signatureOf } from "./support/webhook.ts";

test.setTimeout(120_000);

type Row = { state: string; tries: number };

/** The captures of an order, oldest first, as they are on disk. */
const capturesOf = ({ database }: House, orderUuid: string) =>
  readRows<Row>(
    database,
    "select state, tries from operations where kind = 'capture' and order_uuid = ? order by prepared_at",
    orderUuid,
  );

/** How the history tells of an order's captures, in order. */
const told = ({ database }: House, orderUuid: string) =>
  readRows<{ kind: string }>(
    database,
    `select kind from history where data like '%"operation":"capture"%'
      and sale_id = (select sale_id from operations where kind = 'capture' and order_uuid = ?) order by seq`,
    orderUuid,
  ).map((it) => it.kind);

/** How often Sezzle was asked to open a checkout, whatever for. */
const sessionsAsked = async ({ sandbox }: House) =>
  (await requestsOf(sandbox, { call: "session_create", limit: "10000" })).length;

test("a capture whose process is killed before its request left is taken once, by itself", {
  tag: "@long",
}, async ({ home, till, shopper }) => {
  const { app, sandbox } = home;
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();
  // A process that has just started has to sign in to Sezzle before it can send anything.
  await app.stop("SIGKILL");
  await armFault(sandbox, { call: "authentication", kind: "delay", delayMs: 60_000, times: 0 });
  await app.start();
  await expect(till.page.getByText("Live", { exact: true })).toBeVisible({ timeout: 15_000 });
  await till.press("Capture $84.50");
  await expect.poll(() => capturesOf(home, orderUuid)).toEqual([{ state: "sending", tries: 1 }]);
  await app.stop("SIGKILL");
  expect(await requestsOf(sandbox, { order: orderUuid, call: "capture" })).toEqual([]);
  await clearFaults(sandbox);
  await app.start();

  await expect(till.status("Paid")).toBeVisible({ timeout: 40_000 });
  expect(await requestsOf(sandbox, { order: orderUuid, call: "capture" })).toHaveLength(1);
  expect((await booksOf(sandbox, orderUuid)).captured_in_cents).toBe(8450);
  expect(told(home, orderUuid)).toEqual([
    "operation.prepared",
    "operation.unconfirmed",
    "operation.repeated",
    "operation.succeeded",
  ]);
});

test("a capture whose process is killed after Sezzle's answer came, and before that is on disk, ends once", {
  tag: "@postgres",
}, async ({ home, till, shopper }) => {
  const { app, sandbox, database } = home;
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();
  const captures = () => requestsOf(sandbox, { order: orderUuid, call: "capture" });
  // Nothing but the answer is to tell: neither an event nor the order.
  await sandbox.control("/webhooks", { method: "PUT", body: { mode: "drop" } });
  await armFault(sandbox, { call: "order_get", kind: "status", status: 503, times: 0 });
  await armFault(sandbox, { call: "capture", kind: "delay_after", delayMs: 3_000 });
  await till.press("Capture $84.50");
  await expect.poll(async () => (await captures()).map((it) => it.acted)).toEqual([true]);
  // While somebody else writes, the answer cannot be written.
  const letGo = await holdWrites(database);
  try {
    await expect.poll(async () => (await captures())[0]?.status, { timeout: 10_000 }).toBe(200);
    await app.stop("SIGKILL");
  } finally {
    await letGo();
  }
  expect(capturesOf(home, orderUuid)).toEqual([{ state: "sending", tries: 1 }]);
  await clearFaults(sandbox);
  await app.start();

  await expect(till.status("Paid")).toBeVisible({ timeout: 40_000 });
  expect(await captures()).toHaveLength(1);
  const ends = told(home, orderUuid);
  expect(ends.filter((it) => it === "operation.succeeded")).toHaveLength(1);
  expect([ends[0], ends.at(-1)]).toEqual(["operation.prepared", "operation.succeeded"]);
});

test("a link whose process is killed after it left is never sent twice, and the sale goes on when the shopper does", {
  tag: "@long",
}, async ({ home, till, shopper }) => {
  const { app, sandbox } = home;
  const mobile = someMobile();
  const before = await sessionsAsked(home);
  await armFault(sandbox, { call: "session_create", kind: "delay_after", delayMs: 15_000 });
  await till.keyIn(8450);
  await till.page.getByLabel(/mobile number/i).fill(mobile);
  await till.press("Send link for $84.50");
  const orderUuid = await orderSentTo(sandbox, mobile);
  await app.stop("SIGKILL");
  await app.start();

  await till.row(mobile).click({ timeout: 30_000 });
  await expect(till.status("Not sure it was sent").first()).toBeVisible({ timeout: 40_000 });
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible({ timeout: 15_000 });
  await till.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();
  expect(await messagesTo(sandbox, mobile)).toHaveLength(1);
  expect(await sessionsAsked(home)).toBe(before + 1);
  expect((await booksOf(sandbox, orderUuid)).captured_in_cents).toBe(8450);
});

test("what was committed when its process was killed is told after the restart, once and with nothing missing", {
  tag: "@long",
}, async ({ home, till }) => {
  const { app, sandbox, database } = home;
  const context = till.page.context();
  const live = await openLiveStream(app.url, { context });
  await expect.poll(() => live.events[0]?.event).toBe("hello");
  const since = live.events[0]?.id ?? Number.NaN;
  const { mobile } = await till.sendLink(8450);
  await till.shows("Waiting for shopper");
  const orderUuid = await orderSentTo(sandbox, mobile);
  const idsOf = (stream: typeof live) =>
    stream.events.flatMap((it) => (it.event === "change" && it.id !== null ? it.id : []));
  const onDisk = () =>
    readRows<{ seq: number; kind: string; orderUuid: string | null }>(
      database,
      `select seq, kind, order_uuid as "orderUuid" from history where seq > ?
        and sale_id in (select id from sales where store_id = ?) order by seq`,
      since,
      storeIdOf(home, "MAPLE"),
    );
  const isApproved = () => onDisk().some((it) => it.kind === "order.changed" && it.orderUuid === orderUuid);

  await sandbox.control("/webhooks", { method: "PUT", body: { mode: "drop" } });
  await sandbox.control(`/orders/${orderUuid}/complete`, { method: "POST" });
  const { body } = eventAbout(orderUuid);
  const delivered = deliver(app.url, body, { signature: signatureOf(body, sandbox.privateKey) });
  // Killed at the first sight of the line on disk: streams have been told of it, or have not.
  await expect.poll(isApproved, { timeout: 10_000, intervals: [1] }).toBe(true);
  await app.stop("SIGKILL");
  await delivered.catch(() => undefined);
  live.close();
  const told = idsOf(live);
  await app.start();

  const again = await openLiveStream(app.url, { context, lastEventId: told.at(-1) ?? since });
  await expect(till.status("Approved")).toBeVisible({ timeout: 15_000 });
  await expect.poll(() => [...told, ...idsOf(again)]).toEqual(onDisk().map((it) => it.seq));
  again.close();
});
