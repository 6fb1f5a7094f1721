import { expect, test } from "vitest";
import { updateOperation } from "#db/queries/operations.ts";
import { write } from "./database.ts";
import { startRepeats } from "./payments/repeat-unconfirmed.ts";
import { runOperation } from "./payments/run-operation.ts";
import { readLive } from "./testing/live-reader.ts";
import { eventually, granted, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

test("while calls hang on several sales, another sale is served and every screen hears of it", async () => {
  const screen = readLive({
    sessionId: "a session",
    rolesChangedAt: null,
    storeIds: [till.store.id],
    lastEventId: null,
  });
  await eventually(() => expect(screen.events[0]?.event).toBe("hello"));
  const hung = await Promise.all([1, 2, 3, 4, 5].map(() => till.openAuthorized()));
  const held = hung.map(() => sezzle.hold("capture"));
  const running: Promise<void>[] = [];
  for (const { saleId } of hung) {
    running.push(runOperation(granted(await till.prepare(saleId, "capture", 10_000)).id));
  }
  await Promise.all(held.map((it) => it.arrived));
  const served = await till.openAuthorized();
  expect((await till.act(served.saleId, "release", 10_000)).state).toBe("succeeded");
  await eventually(() => {
    const changes = screen.events.filter((it) => it.event === "change");
    expect(changes.at(-1)?.data).toMatchObject({ sale: { saleId: served.saleId, status: "released" } });
  });
  for (const { saleId } of hung) {
    expect((await till.view(saleId)).openOperation).toMatchObject({ state: "sending" });
  }
  for (const it of held) it.letGo();
  await Promise.all(running);
  for (const { saleId } of hung) expect(await till.sale(saleId)).toMatchObject({ status: "captured" });
});

test("while repeats hang, those of another sale are repeated in their turn all the same", async () => {
  const [first, second] = [await till.openAuthorized(), await till.openAuthorized()];
  const lost: string[] = [];
  for (const { saleId } of [first, second]) {
    sezzle.onNext("capture", "cut");
    lost.push((await till.act(saleId, "capture", 10_000)).id);
  }
  const [hangs = "", follows = ""] = lost;
  const due = (id: string) => write((db) => updateOperation(db, id, { nextRepeatAt: new Date(0) }));
  const held = sezzle.hold("capture");
  await due(hangs);
  await startRepeats();
  await held.arrived;
  await due(follows);
  await startRepeats();
  await eventually(async () => expect(await till.operation(follows)).toMatchObject({ state: "succeeded" }));
  expect(await till.operation(hangs)).toMatchObject({ state: "sending" });
  held.letGo();
  await eventually(async () => expect(await till.operation(hangs)).toMatchObject({ state: "succeeded" }));
  for (const sale of [first, second]) expect(sale.order.authorization?.captures).toHaveLength(1);
});

test("every further press on a sale whose call hangs is refused at once and in words, and sends nothing", async () => {
  const { saleId, order } = await till.openAuthorized();
  const held = sezzle.hold("capture");
  const running = runOperation(granted(await till.prepare(saleId, "capture", 10_000)).id);
  await held.arrived;
  for (let press = 0; press < 20; press += 1) {
    expect(refusalCode(await till.prepare(saleId, "capture", 10_000))).toBe("busy");
  }
  expect(refusalCode(await till.prepare(saleId, "release", 10_000))).toBe("busy");
  held.letGo();
  await running;
  expect(sezzle.seenOf("capture", order.uuid)).toHaveLength(1);
  expect(sezzle.seenOf("release", order.uuid)).toEqual([]);
});
