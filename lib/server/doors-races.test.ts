import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { claimAsk, findOrder, updateAsk } from "#db/queries/orders.ts";
import { orderAsks } from "#db/schema/orders.ts";
import { read, write } from "./database.ts";
import { leaseEnd } from "./lease.ts";
import { applyAnswer } from "./orders/apply-answer.ts";
import { learn } from "./orders/learn.ts";
import { pollDueOrders } from "./orders/poller.ts";
import { orderAnswer } from "./sezzle/schemas.ts";
import { authorize, type ScriptedOrder } from "./testing/scripted-order.ts";
import { eventually, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

const lease = "another process";

/** Another process takes the right to ask for an order. */
async function claimElsewhere(orderUuid: string, leaseUntil = leaseEnd()): Promise<void> {
  const claimed = await write((db) => claimAsk(db, { orderUuid, lease, leaseUntil, now: new Date() }));
  expect(claimed).not.toBeNull();
}

/** Another process takes the lease over from one it held for dead, and writes what Sezzle shows now. */
async function answerElsewhere(order: ScriptedOrder): Promise<void> {
  const now = new Date();
  const taken = { lease, leaseUntil: leaseEnd() };
  const answer = { order: orderAnswer.parse(order), askedAt: now, confirmedBy: "poll", now } as const;
  await write(async (db) => {
    await db.update(orderAsks).set(taken).where(eq(orderAsks.orderUuid, order.uuid));
    const { wanted } = await till.ask(order.uuid);
    await applyAnswer(db, answer);
    await updateAsk(db, order.uuid, lease, { done: wanted, lease: null, leaseUntil: null });
  });
}

test("one fetch of an order runs at a time, and hints during it cause exactly one more", async () => {
  const { saleId, order } = await till.open();
  const before = sezzle.seenOf("get", order.uuid).length;
  const fetches = () => sezzle.seenOf("get", order.uuid).length - before;
  const held = sezzle.hold("get");
  const first = learn(order.uuid, "poll");
  await held.arrived;
  const { wanted } = await till.ask(order.uuid);
  const hints = (["webhook", "poll", "person", "webhook", "operation"] as const).map((it) =>
    learn(order.uuid, it),
  );
  await eventually(async () => expect((await till.ask(order.uuid)).wanted).toBe(wanted + hints.length));
  expect(fetches()).toBe(1);
  authorize(order);
  held.letGo();
  expect(await Promise.all([first, ...hints])).toEqual(Array.from({ length: 6 }, () => "answered"));
  expect(fetches()).toBe(2);
  // The first answer was on its way before the shopper was done: only what was asked after the hint tells.
  expect(await till.sale(saleId)).toMatchObject({ status: "authorized" });
});

test("a hint during a fetch is answered by what was asked after it, never by the older answer", async () => {
  const { saleId, order } = await till.open();
  const [held, again] = [sezzle.hold("get"), sezzle.hold("get")];
  const first = learn(order.uuid, "poll");
  await held.arrived;
  authorize(order);
  let isAnswered = false;
  const hint = learn(order.uuid, "webhook").then(() => {
    isAnswered = true;
  });
  await eventually(async () => expect((await till.ask(order.uuid)).hint).toBe("webhook"));
  held.letGo();
  await first;
  await again.arrived;
  expect(isAnswered).toBe(false);
  again.letGo();
  await hint;
  expect(await till.sale(saleId)).toMatchObject({ status: "authorized" });
});

test("an answer whose lease was lost is not written over the newer one of another process", async () => {
  const { saleId, order } = await till.open();
  const held = sezzle.hold("get");
  const asking = learn(order.uuid, "poll");
  await held.arrived;
  authorize(order);
  await answerElsewhere(order);
  const newer = await read((db) => findOrder(db, order.uuid));
  held.letGo();
  expect(await asking).toBe("answered");
  expect(await read((db) => findOrder(db, order.uuid))).toEqual(newer);
  expect(await till.sale(saleId)).toMatchObject({ status: "authorized" });
});

test("a failure to ask whose lease was lost leaves the other process's lease alone", async () => {
  const { order } = await till.open();
  const held = sezzle.hold("get");
  const asking = learn(order.uuid, "poll");
  await held.arrived;
  await answerElsewhere(order);
  await claimElsewhere(order.uuid);
  const before = await till.ask(order.uuid);
  held.letGo({ status: 404, body: [] });
  expect(await asking).toBe("unknown_order");
  expect(await till.ask(order.uuid)).toEqual(before);
});

test("an order that another process asks for is not asked for beside it", async () => {
  const { saleId, order } = await till.open();
  const before = sezzle.seenOf("get", order.uuid).length;
  await claimElsewhere(order.uuid);
  authorize(order);
  const asking = learn(order.uuid, "webhook");
  const { wanted } = await eventually(async () => {
    const ask = await till.ask(order.uuid);
    expect(ask.hint).toBe("webhook");
    return ask;
  });
  // The other process's answer was asked for before this hint, and does not answer it.
  await write((db) => updateAsk(db, order.uuid, lease, { done: wanted - 1 }));
  expect(sezzle.seenOf("get", order.uuid)).toHaveLength(before);
  await write((db) => updateAsk(db, order.uuid, lease, { lease: null, leaseUntil: null }));
  expect(await asking).toBe("answered");
  expect(sezzle.seenOf("get", order.uuid)).toHaveLength(before + 1);
  expect(await till.sale(saleId)).toMatchObject({ status: "authorized" });
});

test("a hint that another process's answer covers causes no fetch here", async () => {
  const { order } = await till.open();
  const before = sezzle.seenOf("get", order.uuid).length;
  await claimElsewhere(order.uuid);
  const asking = learn(order.uuid, "webhook");
  const { wanted } = await eventually(async () => {
    const ask = await till.ask(order.uuid);
    expect(ask.hint).toBe("webhook");
    return ask;
  });
  const freed = { done: wanted, lease: null, leaseUntil: null };
  await write((db) => updateAsk(db, order.uuid, lease, freed));
  expect(await asking).toBe("answered");
  expect(sezzle.seenOf("get", order.uuid)).toHaveLength(before);
});

test("an ask whose process died is taken over once its lease has passed", async () => {
  const { order } = await till.open();
  await claimElsewhere(order.uuid, new Date(Date.now() - 1));
  const before = sezzle.seenOf("get", order.uuid).length;
  expect(await learn(order.uuid, "poll")).toBe("answered");
  expect(sezzle.seenOf("get", order.uuid)).toHaveLength(before + 1);
  expect(await till.ask(order.uuid)).toMatchObject({ lease: null });
});

test("two orders are asked for beside each other", async () => {
  const [one, other] = [await till.open(), await till.open()];
  const [first, second] = [sezzle.hold("get"), sezzle.hold("get")];
  const asking = [learn(one.order.uuid, "poll"), learn(other.order.uuid, "poll")];
  await Promise.all([first.arrived, second.arrived]);
  first.letGo();
  second.letGo();
  expect(await Promise.all(asking)).toEqual(["answered", "answered"]);
});

test("polling asks for what is due, a few orders at once, and for what is not due not at all", async () => {
  const due = await Promise.all(Array.from({ length: 6 }, () => till.open()));
  const later = await till.open();
  const dueAt = (at: Date) => (uuid: string) =>
    write((db) => db.update(orderAsks).set({ nextAskAt: at }).where(eq(orderAsks.orderUuid, uuid)));
  await write(async (db) => void (await db.update(orderAsks).set({ nextAskAt: null })));
  await Promise.all(due.map((it) => dueAt(new Date(Date.now() - 1_000))(it.order.uuid)));
  await dueAt(new Date(Date.now() + 60_000))(later.order.uuid);
  const before = sezzle.seenOf("get").length;
  const held = due.map(() => sezzle.hold("get"));
  await pollDueOrders();
  await Promise.all(held.map((it) => it.arrived));
  await pollDueOrders();
  expect(sezzle.seenOf("get")).toHaveLength(before + due.length);
  for (const it of held) it.letGo();
  await eventually(async () => {
    await pollDueOrders();
    expect(
      new Set(
        sezzle
          .seenOf("get")
          .slice(before)
          .map((it) => it.orderUuid),
      ),
    ).toEqual(new Set(due.map((it) => it.order.uuid)));
  });
});
