import { expect, test } from "vitest";
import { DatabaseAwayError } from "#db/database-away.ts";
import { holdDatabase } from "#db/testing-engine.ts";
import { env } from "./env.ts";
import { runOperation } from "./payments/run-operation.ts";
import { granted, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

const patient = { timeout: 30_000 };

const hold = (ms: number) => holdDatabase(env().database, ms);

/** What either engine says when it was waited for in vain. */
const locked = /locked|lock timeout/;

test(
  "an answer that comes while another program holds the database for six seconds is written all the same",
  patient,
  async () => {
    const { saleId, order } = await till.openAuthorized();
    const held = sezzle.hold("capture");
    const { id } = granted(await till.prepare(saleId, "capture", 10_000));
    const running = runOperation(id);
    await held.arrived;
    await hold(6_000);
    held.letGo();
    await running;
    expect(await till.operation(id)).toMatchObject({ state: "succeeded", settledBy: "reply", tries: 1 });
    expect(await till.sale(saleId)).toMatchObject({ status: "captured", capturedCents: 10_000 });
    expect(sezzle.seenOf("capture", order.uuid)).toHaveLength(1);
  },
);

test("a wish that cannot be written down is not sent, and can be tried again", patient, async () => {
  const { saleId, order } = await till.openAuthorized();
  const letGo = await hold(20_000);
  const refused = till.prepare(saleId, "capture", 10_000);
  await expect(refused).rejects.toThrow(locked);
  // What an action says of it in words: the database was away, and the same wish may be made again.
  await expect(refused).rejects.toBeInstanceOf(DatabaseAwayError);
  expect(sezzle.seenOf("capture", order.uuid)).toEqual([]);
  await letGo();
  expect((await till.act(saleId, "capture", 10_000)).state).toBe("succeeded");
});

test("a webhook that cannot be kept is not taken for received", patient, async () => {
  const { order } = await till.open();
  const letGo = await hold(20_000);
  await expect(till.deliver("order.authorized", order.uuid)).rejects.toThrow(locked);
  await letGo();
  await till.deliver("order.authorized", order.uuid);
});
