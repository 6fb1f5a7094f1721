import { randomUUID } from "node:crypto";
import { armFault, clearFaults, orderSentTo, requestsOf } from "./support/books.ts";
import { readRows } from "./support/database.ts";
import type { House } from "./support/house.ts";
import { expect, test } from "./support/test.ts";
import { deliver, eventAbout, signatureOf } from "./support/webhook.ts";

type EventRow = {
  event: string;
  deliveries: number;
  failures: number;
  processed_at: number | null;
  raw: Buffer | null;
};

function kept(house: House, eventUuid: string): EventRow[] {
  return readRows(house.database, "select * from webhook_events where event_uuid = ?", eventUuid);
}

function countKept(house: House): number {
  return readRows<{ kept: number }>(house.database, "select count(*) kept from webhook_events")[0]?.kept ?? 0;
}

function signed(house: House, body: string) {
  return deliver(house.app.url, body, { signature: signatureOf(body, house.sandbox.privateKey) });
}

async function askedFor(house: House, orderUuid: string): Promise<number> {
  return (await requestsOf(house.sandbox, { order: orderUuid, call: "order_get" })).length;
}

async function workedOff(house: House, eventUuid: string): Promise<void> {
  await expect.poll(() => kept(house, eventUuid).map((it) => it.processed_at !== null)).toEqual([true]);
}

/** An order of another channel that the sandbox's own webhooks say nothing of. */
async function unannouncedOrder(house: House): Promise<string> {
  await house.sandbox.control("/webhooks", { method: "PUT", body: { mode: "drop" } });
  const order = { amount_in_cents: 8450, currency: "USD" };
  return (await house.sandbox.control<{ uuid: string }>("/orders", { method: "POST", body: order })).uuid;
}

test.afterEach(({ house }) => clearFaults(house.sandbox));

test("an event with the right signature is answered 200, kept, and its order asked for", async ({
  house,
}) => {
  const orderUuid = await unannouncedOrder(house);
  const { uuid, body } = eventAbout(orderUuid);
  expect(await signed(house, body)).toEqual({ status: 200 });
  expect(kept(house, uuid)).toMatchObject([{ event: "order.authorized", deliveries: 1 }]);
  await expect.poll(() => askedFor(house, orderUuid)).toBe(1);
  await workedOff(house, uuid);
});

test("a signature with sha256= before it holds too", async ({ house }) => {
  const { uuid, body } = eventAbout(randomUUID());
  const signature = `sha256=${signatureOf(body, house.sandbox.privateKey)}`;
  expect(await deliver(house.app.url, body, { signature })).toEqual({ status: 200 });
  expect(kept(house, uuid)).toHaveLength(1);
});

test("an event with a wrong signature or none is answered 401, and nothing of it is kept or asked", async ({
  house,
}) => {
  const orderUuid = await unannouncedOrder(house);
  const { body } = eventAbout(orderUuid);
  const before = countKept(house);
  const right = signatureOf(body, house.sandbox.privateKey);
  const wrong = [
    undefined,
    "",
    "sha256=",
    signatureOf(body, "sz_pr_other"),
    signatureOf(`${body} `, house.sandbox.privateKey),
    right.slice(0, -1),
    `${right}00`,
  ];
  for (const signature of wrong) {
    const answer = await deliver(house.app.url, body, signature === undefined ? {} : { signature });
    expect(answer, `signature ${signature}`).toEqual({ status: 401 });
  }
  expect(countKept(house)).toBe(before);
  // An event that comes later is worked off: had one of the others been taken in, its order were asked for by now.
  const later = eventAbout(await unannouncedOrder(house));
  await signed(house, later.body);
  await workedOff(house, later.uuid);
  expect(await askedFor(house, orderUuid)).toBe(0);
});

test("a repeated event is answered 200 once more and worked off once", async ({ house }) => {
  const orderUuid = await unannouncedOrder(house);
  const { uuid, body } = eventAbout(orderUuid);
  expect(await signed(house, body)).toEqual({ status: 200 });
  await workedOff(house, uuid);
  const [first] = kept(house, uuid);
  expect(await signed(house, body)).toEqual({ status: 200 });
  const later = eventAbout(await unannouncedOrder(house));
  await signed(house, later.body);
  await workedOff(house, later.uuid);
  expect(kept(house, uuid)).toMatchObject([{ deliveries: 2, processed_at: first?.processed_at }]);
  expect(await askedFor(house, orderUuid)).toBe(1);
});

test("an event about an order that Sezzle does not know yet is answered 200, and tried again until it does", async ({
  house,
}) => {
  const orderUuid = await unannouncedOrder(house);
  // Until it is cleared: an order of an earlier test may be asked for first.
  const notKnown = { call: "order_get", kind: "status", status: 404, code: "not_found", times: 0 };
  await armFault(house.sandbox, notKnown);
  const { uuid, body } = eventAbout(orderUuid);
  expect(await signed(house, body)).toEqual({ status: 200 });
  await expect
    .poll(() => kept(house, uuid))
    .toMatchObject([{ failures: 1, processed_at: null, raw: expect.anything() }]);
  await clearFaults(house.sandbox);
  await workedOff(house, uuid);
  expect(await askedFor(house, orderUuid)).toBe(2);
});

test("an event that is unknown, or names an order nobody knows or none at all, is answered 200 and does no harm", async ({
  house,
}) => {
  const orderUuid = await unannouncedOrder(house);
  const unknown = eventAbout(orderUuid, "order.something_new");
  const strange = [
    eventAbout(randomUUID(), "order.captured"),
    eventAbout("../../v2/webhooks", "order.captured"),
    eventAbout("", "order.refunded"),
    eventAbout(orderUuid, "dispute.closed.neutral"),
  ];
  for (const { uuid, body } of [unknown, ...strange]) {
    expect(await signed(house, body)).toEqual({ status: 200 });
    expect(kept(house, uuid)).toHaveLength(1);
  }
  await workedOff(house, unknown.uuid);
  expect((await fetch(`${house.app.url}/api/health/ready`)).status).toBe(200);
  const later = eventAbout(await unannouncedOrder(house));
  await signed(house, later.body);
  await workedOff(house, later.uuid);
});

test("signed bytes that are not JSON are kept, answered 200, and do no harm", async ({ house }) => {
  const before = countKept(house);
  const bodies = ["", "not json", "[1, 2", "null", '"text"', "\u0000\uffff"].map(
    (it) => `${it} ${randomUUID()}`,
  );
  for (const body of bodies) expect(await signed(house, body)).toEqual({ status: 200 });
  expect(countKept(house)).toBe(before + bodies.length);
  expect((await fetch(`${house.app.url}/api/health/ready`)).status).toBe(200);
});

test("a body of 64 KB is taken, and a larger one is answered 413, whether it says its length or not", async ({
  house,
}) => {
  const most = 64 * 1024;
  const { uuid, body } = eventAbout(randomUUID());
  const largest = body.padEnd(most);
  expect(await signed(house, largest)).toEqual({ status: 200 });
  expect(kept(house, uuid)).toHaveLength(1);

  const before = countKept(house);
  const tooLarge = eventAbout(randomUUID()).body.padEnd(most + 1);
  const signature = signatureOf(tooLarge, house.sandbox.privateKey);
  expect(await deliver(house.app.url, tooLarge, { signature })).toEqual({ status: 413 });
  expect(await deliver(house.app.url, tooLarge, { signature, inChunks: true })).toEqual({ status: 413 });
  expect(countKept(house)).toBe(before);
});

test("events that come in the wrong order leave the sale as Sezzle's order has it", async ({
  house,
  till,
}) => {
  const { sandbox } = house;
  await sandbox.control("/webhooks", { method: "PUT", body: { mode: "hold", order: "reversed" } });
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await sandbox.control(`/orders/${orderUuid}/complete`, { method: "POST" });
  await expect(till.status("Approved")).toBeVisible();
  await till.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();

  await sandbox.control("/webhooks/release", { method: "POST" });
  const rows = () =>
    readRows<EventRow>(
      house.database,
      "select * from webhook_events where order_uuid = ? order by id",
      orderUuid,
    );
  await expect
    .poll(() => rows().map((it) => [it.event, it.processed_at !== null]))
    .toEqual([
      ["order.captured", true],
      ["order.authorized", true],
    ]);
  await expect(till.status("Paid")).toBeVisible();
  await expect(till.row(mobile)).toContainText("Paid");
});

test("an event that claims a payment Sezzle's order does not show changes nothing", async ({
  house,
  till,
}) => {
  const { sandbox } = house;
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await till.shows("Waiting for shopper");
  const { uuid, body } = eventAbout(orderUuid, "order.captured", {
    capture: { uuid: randomUUID(), amount: { amount_in_cents: 8450, currency: "USD" } },
  });
  expect(await signed(house, body)).toEqual({ status: 200 });
  await workedOff(house, uuid);
  await expect(till.main.getByText(/^confirmed .* by webhook$/)).toBeVisible();
  await expect(till.status("Waiting for shopper")).toBeVisible();
  await expect(till.status("Paid")).toBeHidden();
});

test("what an event carried is erased once it is worked off", { tag: "@postgres" }, async ({ house }) => {
  const orderUuid = await unannouncedOrder(house);
  const { uuid, body } = eventAbout(orderUuid, "order.authorized", { customer: { phone: "6125550147" } });
  expect(await signed(house, body)).toEqual({ status: 200 });
  await workedOff(house, uuid);
  expect(kept(house, uuid)).toMatchObject([{ raw: null }]);
});
