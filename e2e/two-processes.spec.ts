import { AppProcess } from "./support/app-process.ts";
import { armFault, booksOf, clearFaults, orderSentTo, requestsOf } from "./support/books.ts";
import { readRows } from "./support/database.ts";
import { freePort } from "./support/free-port.ts";
import type { House } from "./support/house.ts";
import { openLiveStream } from "./support/live-stream.ts";
import { test as base, expect } from "./support/own-house.ts";
import { deliver, eventAbout, signatureOf } from "./support/webhook.ts";

/** Two processes of the app on one database file, as while a deploy overlaps: `home.app`, and this one. */
const test = base.extend<{ second: AppProcess }>({
  second: async ({ home }, use) => {
    const { database, sandbox, app } = home;
    // Sezzle knows one address, the first one's.
    const environment = { APP_URL: app.url };
    const second = new AppProcess({
      port: await freePort(),
      database,
      gatewayUrl: sandbox.url,
      environment,
    });
    await second.start();
    try {
      await use(second);
    } finally {
      await second.stop();
    }
  },
});

test.setTimeout(150_000);

/** The places of one kind of lines in the history of the order's sale. */
function linesOf({ database }: House, orderUuid: string, kind: string): number[] {
  const query = `select seq from history where kind = ? and sale_id =
    (select sale_id from attempts join orders on attempts.id = attempt_id where uuid = ?) order by seq`;
  return readRows<{ seq: number }>(database, query, kind, orderUuid).map((it) => it.seq);
}

test("a webhook that one process takes shows on the other's tablet within a second", {
  tag: "@long",
}, async ({ home, second, till, openTill }) => {
  const { app, sandbox } = home;
  const other = await openTill({ url: second.url, register: "Register 2" });
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await other.row(mobile).click();
  await other.shows("Waiting for shopper");
  const [here, there] = await Promise.all([
    openLiveStream(app.url, { context: till.page.context() }),
    openLiveStream(second.url, { context: other.page.context() }),
  ]);
  const approval = (stream: typeof here) =>
    stream.events.find((it) => it.event === "change" && /"to":"authorized"/.test(it.data));

  // Only the webhook is to tell: asking fails, and is then left alone for seconds.
  await sandbox.control("/webhooks", { method: "PUT", body: { mode: "hold" } });
  await armFault(sandbox, { call: "order_get", kind: "status", status: 503, times: 0 });
  await sandbox.control(`/orders/${orderUuid}/complete`, { method: "POST" });
  const failures = () =>
    readRows<{ failures: number }>(
      home.database,
      "select failures from order_asks where order_uuid = ?",
      orderUuid,
    )[0]?.failures;
  // Seen at once: the next try is seconds away then, and must not come before the webhook.
  await expect.poll(failures, { timeout: 30_000, intervals: [20] }).toBeGreaterThanOrEqual(3);
  await sandbox.control("/faults", { method: "DELETE" });

  const { body } = eventAbout(orderUuid);
  const signature = signatureOf(body, sandbox.privateKey);
  expect((await deliver(app.url, body, { signature })).status).toBe(200);
  await expect.poll(() => approval(here), { timeout: 5_000, intervals: [10] }).toBeTruthy();
  await expect.poll(() => approval(there)?.id, { timeout: 1_000, intervals: [10] }).toBe(approval(here)?.id);
  await expect(other.status("Approved")).toBeVisible({ timeout: 1_000 });
  expect(approval(there)?.data).toContain('"confirmedBy":"webhook"');
  await clearFaults(sandbox);
  for (const stream of [here, there]) stream.close();
});

test("a call that hangs in one process is never taken for dead by the other", { tag: "@long" }, async ({
  home,
  second,
  till,
  openTill,
  shopper,
}) => {
  const { sandbox } = home;
  const other = await openTill({ url: second.url, register: "Register 2" });
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();
  await other.row(mobile).click();

  // Longer than a lease that nobody renews, and just within the patience of a call.
  await armFault(sandbox, { call: "capture", kind: "delay", delayMs: 18_500 });
  await till.press("Capture $84.50");
  await expect(other.status("Taking $84.50…")).toBeVisible();
  await expect(other.status("Paid")).toBeVisible({ timeout: 40_000 });
  expect(linesOf(home, orderUuid, "operation.unconfirmed")).toHaveLength(0);
  expect(linesOf(home, orderUuid, "operation.repeated")).toHaveLength(0);
  expect(await requestsOf(sandbox, { order: orderUuid, call: "capture" })).toHaveLength(1);
});

test("two processes ask once for an order that is due, and repeat a lost capture once", {
  tag: "@long",
}, async ({ home, second, till, openTill, shopper }) => {
  const { sandbox } = home;
  const other = await openTill({ url: second.url, register: "Register 2" });
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await till.shows("Waiting for shopper");
  await other.row(mobile).click();
  await other.shows("Waiting for shopper");

  // Both tablets watch it: it is due every few seconds, in both processes at the same moment.
  const asks = async () =>
    (await sandbox.control<{ at: string }[]>(`/requests?order=${orderUuid}&call=order_get`))
      .map(({ at }) => Date.parse(at))
      .reverse();
  const before = (await asks()).length;
  await expect
    .poll(async () => (await asks()).length, { timeout: 60_000 })
    .toBeGreaterThanOrEqual(before + 6);
  const polled = (await asks()).slice(before);
  const gaps = polled.slice(1).map((at, place) => at - (polled[place] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(3_000);

  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();
  await armFault(sandbox, { call: "capture", kind: "cut" });
  await till.press("Capture $84.50");
  await expect(other.status("Paid")).toBeVisible({ timeout: 30_000 });
  const captures = await requestsOf(sandbox, { order: orderUuid, call: "capture" });
  expect(captures).toHaveLength(2);
  expect(new Set(captures.map((it) => it.request_id)).size).toBe(1);
  expect(linesOf(home, orderUuid, "operation.repeated")).toHaveLength(1);
});

test("a capture whose process is killed is recovered once by whichever process is there, and taken once", {
  tag: "@long",
}, async ({ home, second, till, openTill, shopper }) => {
  const { app, sandbox } = home;
  const other = await openTill({ url: second.url, register: "Register 2" });
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await shopper.complete(mobile);
  await other.row(mobile).click();
  await expect(other.status("Approved")).toBeVisible();
  const captures = () => requestsOf(sandbox, { order: orderUuid, call: "capture" });
  await armFault(sandbox, { call: "capture", kind: "delay", delayMs: 30_000 });
  await till.press("Capture $84.50");
  await expect.poll(async () => (await captures()).length).toBe(1);
  await app.stop("SIGKILL");
  await app.start();

  await expect(other.status("Paid")).toBeVisible({ timeout: 60_000 });
  await expect(till.status("Paid")).toBeVisible({ timeout: 15_000 });
  expect(linesOf(home, orderUuid, "operation.unconfirmed")).toHaveLength(1);
  const tried = await captures();
  expect(tried).toHaveLength(2);
  expect(new Set(tried.map((it) => it.request_id)).size).toBe(1);
  expect((await booksOf(sandbox, orderUuid)).captured_in_cents).toBe(8450);
});

test("what a process committed and was killed before it told is told by the other", {
  tag: "@postgres",
}, async ({ home, second, till, openTill }) => {
  const { app, sandbox } = home;
  const other = await openTill({ url: second.url, register: "Register 2" });
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await till.shows("Waiting for shopper");
  const there = await openLiveStream(second.url, { context: other.page.context() });
  await expect.poll(() => there.events[0]?.event).toBe("hello");
  await sandbox.control("/webhooks", { method: "PUT", body: { mode: "drop" } });
  await sandbox.control(`/orders/${orderUuid}/complete`, { method: "POST" });
  const { body } = eventAbout(orderUuid);
  const delivered = deliver(app.url, body, { signature: signatureOf(body, sandbox.privateKey) });
  const approval = () => linesOf(home, orderUuid, "order.changed")[0];
  await expect.poll(approval, { timeout: 10_000, intervals: [1] }).toBeDefined();
  await app.stop("SIGKILL");
  await delivered.catch(() => undefined);
  const ids = () => there.events.map((it) => it.id);
  await expect.poll(ids, { timeout: 1_000, intervals: [10] }).toContain(approval());
  await expect(other.row(mobile)).toContainText("Approved");
  there.close();
  // The house is the next test's as well.
  await app.start();
});
