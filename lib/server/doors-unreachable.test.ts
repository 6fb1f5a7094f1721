import { beforeAll, expect, test } from "vitest";
import { learn } from "./orders/learn.ts";
import { askSezzle } from "./payments/ask-sezzle.ts";
import { runOperation } from "./payments/run-operation.ts";
import { type OpenedSale, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;
let opened: OpenedSale;
let seen: number;

beforeAll(async () => {
  opened = await till.openAuthorized();
  await sezzle.stop();
  seen = sezzle.seen.length;
});

test("a capture that could not be sent is rejected as not sent, and can be tried again", async () => {
  const { saleId } = opened;
  for (let tries = 0; tries < 2; tries += 1) {
    const { state, problem } = await till.act(saleId, "capture", 10_000);
    expect({ state, problem }).toMatchObject({ state: "rejected", problem: { code: "not_sent" } });
    expect(problem?.next).toMatch(/safe to try again/);
  }
  expect(await till.sale(saleId)).toMatchObject({ status: "authorized", capturedCents: 0 });
  expect((await till.view(saleId)).openOperation).toBeNull();
  expect(sezzle.seen).toHaveLength(seen);
});

test("a link that could not be sent fails the sale, and never reads as perhaps sent", async () => {
  const { saleId, operationId } = await till.prepareSale();
  await runOperation(operationId);
  expect(await till.operation(operationId)).toMatchObject({
    state: "rejected",
    problem: { code: "not_sent" },
  });
  expect(await till.sale(saleId)).toMatchObject({ status: "failed" });
});

test("asking while Sezzle cannot be reached changes nothing, and the till goes on asking", async () => {
  const { saleId, order } = opened;
  const before = await till.sale(saleId);
  expect(await learn(order.uuid, "poll")).toBe("unreachable");
  expect(await askSezzle(till.asker, saleId)).toEqual({ ok: true, value: null });
  expect(await till.sale(saleId)).toEqual(before);
  // Every screen that shows the sale says that Sezzle does not answer.
  expect((await till.view(saleId)).unansweredAt).not.toBeNull();
  const ask = await till.ask(order.uuid);
  expect(ask).toMatchObject({ lease: null });
  expect(ask.failures).toBeGreaterThanOrEqual(2);
  expect(ask.nextAskAt?.getTime()).toBeLessThan(Date.now() + 60_000);
});
