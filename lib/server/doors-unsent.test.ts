import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { findIdentity, setMerchant } from "#db/queries/identity.ts";
import { findContactOfAttempt } from "#db/queries/sales.ts";
import { contacts } from "#db/schema/contacts.ts";
import { read, write } from "./database.ts";
import { runOperation } from "./payments/run-operation.ts";
import { refused } from "./testing/scripted-sezzle.ts";
import { granted, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;
const nothing = "No link was sent and nothing can be paid.";

describe("while it is not certain whose keys these are", () => {
  test("keys that Sezzle refuses send nothing", async () => {
    sezzle.onNext("authenticate", refused("unauthorized", "Keys are not known"));
    const { saleId, operationId } = await till.prepareSale();
    await runOperation(operationId);
    const { state, problem } = await till.operation(operationId);
    expect({ state, problem }).toMatchObject({
      state: "rejected",
      problem: { code: "not_sent", money: nothing },
    });
    expect(await till.sale(saleId)).toMatchObject({ status: "failed" });
    expect(sezzle.seen.map((it) => it.call)).toEqual(["authenticate"]);
  });

  test("with another merchant's keys nothing is sent, and with the right ones the sale can go on", async () => {
    await write((db) => setMerchant(db, "another-merchant"));
    const { saleId, operationId } = await till.prepareSale();
    await runOperation(operationId);
    const { state, problem } = await till.operation(operationId);
    expect({ state, problem }).toMatchObject({
      state: "rejected",
      problem: { code: "wrong_merchant", money: nothing },
    });
    expect(await till.sale(saleId)).toMatchObject({ status: "failed" });
    expect(new Set(sezzle.seen.map((it) => it.call))).toEqual(new Set(["authenticate"]));
    expect((await read(findIdentity))?.merchantUuid).toBe("another-merchant");
    await write((db) => setMerchant(db, sezzle.merchantUuid));
    const again = await till.sendAgain(saleId);
    expect(sezzle.orders.has(again.order.uuid)).toBe(true);
    expect(await till.sale(saleId)).toMatchObject({ status: "link_sent" });
  });
});

test("a capture whose token was refused and could not be renewed is not sent, and can be tried again", async () => {
  const { saleId, order } = await till.openAuthorized();
  sezzle.onNext("capture", { status: 401 });
  sezzle.onNext("authenticate", { status: 401 });
  const { state, problem } = await till.act(saleId, "capture", 10_000);
  expect({ state, problem }).toMatchObject({ state: "rejected", problem: { code: "not_sent" } });
  expect(problem?.money).toBe("Nothing was taken.");
  expect(order.authorization?.captures).toEqual([]);
  const [line] = await till.lines(saleId, "operation.rejected");
  expect(line?.data).toMatchObject({ operation: "capture", code: "not_sent" });
  expect((await till.act(saleId, "capture", 10_000)).state).toBe("succeeded");
});

test("a capture whose token had ended is sent once more with a new one, under the same key", async () => {
  const { saleId, order } = await till.openAuthorized();
  sezzle.onNext("capture", { status: 401 });
  const { id, state } = await till.act(saleId, "capture", 10_000);
  expect(state).toBe("succeeded");
  expect(sezzle.seenOf("capture", order.uuid).map((it) => it.requestId)).toEqual([id, id]);
  expect(order.authorization?.captures).toHaveLength(1);
});

test("a link is not sent to a contact that was erased meanwhile", async () => {
  const before = sezzle.seenOf("session").length;
  const { saleId, operationId } = await till.prepareSale();
  await eraseContact(saleId);
  await runOperation(operationId);
  const { state, problem } = await till.operation(operationId);
  expect({ state, problem }).toMatchObject({
    state: "rejected",
    problem: { code: "not_sent", money: nothing },
  });
  expect(await till.sale(saleId)).toMatchObject({ status: "failed" });
  expect((await till.view(saleId)).sentTo.masked).toBe("contact erased");
  expect(sezzle.seenOf("session")).toHaveLength(before);
});

test("the shopper's contact is in no line of history and in no kept answer", async () => {
  const { saleId, order } = await till.open({ contact: { kind: "email", email: "jo.secret@example.com" } });
  await runOperation(granted(await till.prepare(saleId, "cancel_checkout")).id);
  const kinds = ["sale.started", "operation.prepared", "operation.succeeded", "order.changed"] as const;
  const told = JSON.stringify([await till.lines(saleId, ...kinds), await till.view(saleId)]);
  expect(JSON.stringify(sezzle.seenOf("session").at(-1)?.body)).toContain("jo.secret@example.com");
  expect(told).toContain(order.uuid);
  expect(told).not.toContain("secret");
});

async function eraseContact(saleId: string): Promise<void> {
  const { currentAttemptId } = await till.sale(saleId);
  await write(async (db) => {
    const contact = await findContactOfAttempt(db, currentAttemptId);
    const erased = { phone: null, email: null, name: null, erasedAt: new Date() };
    await db
      .update(contacts)
      .set(erased)
      .where(eq(contacts.id, contact?.id ?? ""));
  });
}
