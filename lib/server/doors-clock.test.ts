import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { updateOperation } from "#db/queries/operations.ts";
import { claimAsk, findAsk } from "#db/queries/orders.ts";
import { orderAsks } from "#db/schema/orders.ts";
import { read, write } from "./database.ts";
import { leaseEnd } from "./lease.ts";
import { learn, learnIfDue } from "./orders/learn.ts";
import { askSezzle } from "./payments/ask-sezzle.ts";
import { recoverDeadOperations } from "./payments/recover.ts";
import { repeatUnconfirmed } from "./payments/repeat-unconfirmed.ts";
import { authorize } from "./testing/scripted-order.ts";
import { granted, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

/** A moment as the clock had it that was an hour ahead. */
const anHourAhead = (ms = 0) => new Date(Date.now() + 60 * 60_000 + ms);

const dueSince = (orderUuid: string, nextAskAt: Date) =>
  write((db) => db.update(orderAsks).set({ nextAskAt }).where(eq(orderAsks.orderUuid, orderUuid)));

describe("a clock that was set back by an hour while the till was down", () => {
  test("keeps no operation of the dead process waiting", async () => {
    const { saleId } = await till.openAuthorized();
    const { id } = granted(await till.prepare(saleId, "capture", 10_000));
    const left = {
      state: "sending",
      tries: 1,
      lease: "a dead process",
      leaseUntil: anHourAhead(15_000),
    } as const;
    await write((db) => updateOperation(db, id, { ...left, firstSentAt: anHourAhead() }));
    await recoverDeadOperations();
    expect(await till.operation(id)).toMatchObject({ state: "unconfirmed" });
  });

  test("keeps no order from being asked for", async () => {
    const { saleId, order } = await till.open();
    const claim = { orderUuid: order.uuid, lease: "a dead process", now: anHourAhead() };
    expect(await write((db) => claimAsk(db, { ...claim, leaseUntil: anHourAhead(15_000) }))).not.toBeNull();
    authorize(order);
    expect(await learn(order.uuid, "webhook")).toBe("answered");
    expect(await till.sale(saleId)).toMatchObject({ status: "authorized" });
  });

  test("has nothing repeated of which nobody can say how long ago it was first sent", async () => {
    const { saleId, order } = await till.openAuthorized();
    sezzle.onNext("capture", "cut");
    const { id } = await till.act(saleId, "capture", 10_000);
    await write((db) => updateOperation(db, id, { firstSentAt: anHourAhead(), nextRepeatAt: new Date(0) }));
    await repeatUnconfirmed();
    expect(granted(await askSezzle(till.asker, saleId))).toMatchObject({ id, state: "unconfirmed" });
    expect(sezzle.seenOf("capture", order.uuid)).toHaveLength(1);
    expect(await till.operation(id)).toMatchObject({ nextRepeatAt: null });
  });
});

describe("an order that two processes find due at the same moment", () => {
  test("is asked for once while the other asks, and once it has asked", async () => {
    const { order } = await till.open();
    await dueSince(order.uuid, new Date(Date.now() - 1_000));
    const before = sezzle.seenOf("get", order.uuid).length;
    const { wanted } = await till.ask(order.uuid);
    // The other process has claimed it since this one looked.
    const claim = {
      orderUuid: order.uuid,
      lease: "another process",
      now: new Date(),
      leaseUntil: leaseEnd(),
    };
    expect(await write((db) => claimAsk(db, claim))).not.toBeNull();
    expect(await learnIfDue(order.uuid)).toBeNull();
    await write((db) =>
      db
        .update(orderAsks)
        .set({ lease: null, leaseUntil: null, nextAskAt: new Date(Date.now() + 45_000) })
        .where(eq(orderAsks.orderUuid, order.uuid)),
    );
    expect(await learnIfDue(order.uuid)).toBeNull();
    expect(sezzle.seenOf("get", order.uuid)).toHaveLength(before);
    expect(await read((db) => findAsk(db, order.uuid))).toMatchObject({ wanted });
  });

  test("is asked for once when both begin before either asks", async () => {
    const { order } = await till.open();
    await dueSince(order.uuid, new Date(Date.now() - 1_000));
    const before = sezzle.seenOf("get", order.uuid).length;
    // For the second it is no longer due: the first has taken it up.
    expect(await Promise.all([learnIfDue(order.uuid), learnIfDue(order.uuid)])).toEqual(["answered", null]);
    expect(sezzle.seenOf("get", order.uuid)).toHaveLength(before + 1);
  });
});
