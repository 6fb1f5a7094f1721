import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { updateOperation } from "#db/queries/operations.ts";
import { findPersonBySignInName, setMembership, updatePerson } from "#db/queries/people.ts";
import { findRefundRequest, type RefundRequest } from "#db/queries/refund-requests.ts";
import { rightsWith } from "#lib/people.ts";
import { read, write } from "./database.ts";
import { askSezzle } from "./payments/ask-sezzle.ts";
import { prepareOperation } from "./payments/prepare.ts";
import { recoverDeadOperations } from "./payments/recover.ts";
import { refundLeftCents } from "./payments/refund-limit.ts";
import { operationsEnd, runOperation } from "./payments/run-operation.ts";
import { loadAsked } from "./refunds/load.ts";
import { addPerson, RefundDesk, setStore } from "./testing/refund-desk.ts";
import { granted, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;
const idOf = async (signInName: string) =>
  (await read((db) => findPersonBySignInName(db, signInName)))?.id ?? "";
const olive = await idOf("olive");
const desk = new RefundDesk(till, await idOf("casey"));
const { casey } = desk;
const managerOf = (...storeIds: string[]) =>
  addPerson(
    "Mika",
    storeIds.map((storeId) => ({ storeId, role: "manager" as const })),
  );

beforeEach(() => setStore(till.store.id, { cashierRefundLimitCents: 5_000, cutOffHour: 0 }));

const stored = async ({ id }: RefundRequest) => read((db) => findRefundRequest(db, id));
const refunds = ({ order }: { order: { uuid: string } }) => sezzle.seenOf("refund", order.uuid);

/** Sends what was prepared on a sale, and waits for its end. */
async function send(operationId: string) {
  await runOperation(operationId);
  return till.operation(operationId);
}

describe("asking", () => {
  test("a cashier over the limit is refused alone, and asks: nothing is sent, and every screen sees it wait", async () => {
    const sale = await till.openCaptured();
    const before = await till.sale(sale.saleId);
    const wish = await desk.wish(sale.saleId);
    const alone = { ...wish, kind: "refund" as const, wishId: randomUUID() };
    const refused = await write((db) => prepareOperation(db, casey, alone, new Date()));
    expect(refusalCode(refused)).toBe("over_refund_limit");
    const request = granted(await desk.ask(wish));
    expect(refunds(sale)).toEqual([]);
    const view = await till.view(sale.saleId);
    expect(view.refundRequest).toMatchObject({
      requestId: request.id,
      personId: casey.personId,
      askedBy: "Casey",
      amountCents: 6_000,
      reason: "Returned goods",
      additional: false,
    });
    // Whoever looks at the sale may still act on what they see.
    expect(view.version).toBe(before.version);
    expect(await till.lines(sale.saleId, "refund.asked")).toMatchObject([
      { person: "Casey", data: { amountCents: 6_000, reason: "Returned goods" } },
    ]);
  });

  test("one wish is one request, pressed twice at once or again later, and no other content goes by it", async () => {
    const sale = await till.openCaptured();
    const wish = await desk.wish(sale.saleId);
    const [first, second] = await Promise.all([desk.ask(wish), desk.ask(wish)]);
    expect(granted(second).id).toBe(granted(first).id);
    expect(granted(await desk.ask(wish)).id).toBe(granted(first).id);
    expect(refusalCode(await desk.ask({ ...wish, amountCents: 7_000 }))).toBe("reused_wish");
    expect(refusalCode(await desk.ask({ ...wish, reason: "Mistake" }))).toBe("reused_wish");
    expect(await till.lines(sale.saleId, "refund.asked")).toHaveLength(1);
  });

  test("a sale has one request that waits, whoever asks", async () => {
    const { saleId } = await desk.asked();
    const { id } = await addPerson("Alex", [{ storeId: till.store.id, role: "cashier" }]);
    const other = await desk.ask(await desk.wish(saleId, { amountCents: 5_500 }), { ...casey, personId: id });
    expect(other).toMatchObject({ ok: false, problem: { code: "already_asked" } });
  });

  test("what is not possible anyhow is refused at once, and who has no limit asks nobody", async () => {
    const { saleId } = await till.openCaptured();
    const code = async (change: object) => refusalCode(await desk.ask(await desk.wish(saleId, change)));
    expect(await code({ amountCents: 10_001 })).toBe("wrong_amount");
    expect(await code({ reason: "" })).toBe("no_reason");
    expect(await code({ seenVersion: 1 })).toBe("stale");
    expect(refusalCode(await desk.ask(await desk.wish(saleId), till.asker))).toBe("no_approval_needed");
    expect(await till.lines(saleId, "refund.asked")).toEqual([]);
  });

  test("what waits for a manager cannot be made alone under its wish, even once the limit allows it", async () => {
    const { wish } = await desk.asked();
    await setStore(till.store.id, { cashierRefundLimitCents: 50_000 });
    const alone = await write((db) => prepareOperation(db, casey, { ...wish, kind: "refund" }, new Date()));
    expect(refusalCode(alone)).toBe("reused_wish");
  });
});

describe("approving", () => {
  test("makes the cashier's refund in the manager's name: one operation, one decision, both names", async () => {
    const asked = await desk.asked();
    const operation = granted(await desk.approve(asked.request));
    expect(operation).toMatchObject({
      kind: "refund",
      personId: casey.personId,
      approvedBy: till.asker.personId,
      wishId: asked.wish.wishId,
      amountCents: 6_000,
    });
    expect(await stored(asked.request)).toMatchObject({
      decision: "approved",
      decidedBy: till.asker.personId,
      operationId: operation.id,
    });
    expect((await send(operation.id)).state).toBe("succeeded");
    expect(await till.view(asked.saleId)).toMatchObject({ refundedCents: 6_000, refundRequest: null });
    const kinds = ["refund.approved", "operation.prepared"] as const;
    expect((await till.lines(asked.saleId, ...kinds)).slice(-2)).toMatchObject([
      { kind: "refund.approved", person: "Morgan", about: "Casey" },
      { kind: "operation.prepared", person: "Casey", about: "Morgan", data: { operation: "refund" } },
    ]);
  });

  test("uses nothing of the cashier's own limit", async () => {
    const left = () => read((db) => refundLeftCents(db, casey, till.store.id, new Date()));
    const before = await left();
    const { request } = await desk.asked();
    await send(granted(await desk.approve(request)).id);
    expect(await left()).toBe(before);
  });

  test("two managers at once make one refund, and the second is told who was first", async () => {
    const asked = await desk.asked();
    const both = await Promise.all([desk.approve(asked.request), desk.approve(asked.request, olive)]);
    const [operation] = both.flatMap((it) => (it.ok ? [it.value] : []));
    expect(both.filter((it) => it.ok)).toHaveLength(1);
    expect(both.find((it) => !it.ok)).toMatchObject({
      problem: {
        code: "already_decided",
        happened: expect.stringMatching(/^(Morgan|Olive) has already approved/),
      },
    });
    await send(operation?.id ?? "");
    expect(refunds(asked)).toHaveLength(1);
  });

  test("a double tap of one manager is one refund, under the wish of who asked", async () => {
    const asked = await desk.asked();
    const [first, second] = await Promise.all([desk.approve(asked.request), desk.approve(asked.request)]);
    expect(granted(second).id).toBe(granted(first).id);
    await Promise.all([send(granted(first).id), send(granted(second).id)]);
    expect(granted(await desk.approve(asked.request)).id).toBe(granted(first).id);
    expect(refunds(asked).map((it) => it.requestId)).toEqual([granted(first).id]);
    // The cashier's screen lost its answer and asks again: it is the same refund.
    expect(granted(await desk.ask(asked.wish)).operationId).toBe(granted(first).id);
  });

  test("a process that dies between the decision and the request sends nothing, and a second press neither", async () => {
    const asked = await desk.asked();
    const { id } = granted(await desk.approve(asked.request));
    await write((db) => updateOperation(db, id, { leaseUntil: new Date(Date.now() - 1) }));
    await recoverDeadOperations();
    expect(granted(await desk.approve(asked.request))).toMatchObject({ id, state: "abandoned" });
    await send(id);
    await operationsEnd(1_000);
    expect(refunds(asked)).toEqual([]);
    const again = granted(await desk.ask(await desk.wish(asked.saleId)));
    await send(granted(await desk.approve(again)).id);
    expect(refunds(asked)).toHaveLength(1);
  });

  test("an answer that is lost is settled as for any refund: one request more under the same key, one refund", async () => {
    const asked = await desk.asked();
    const { id } = granted(await desk.approve(asked.request));
    sezzle.onNext("refund", "cut");
    await send(id);
    await askSezzle(till.asker, asked.saleId);
    expect(new Set(refunds(asked).map((it) => it.requestId))).toEqual(new Set([id]));
    expect(await till.view(asked.saleId)).toMatchObject({ refundedCents: 6_000 });
  });

  test("looks at the sale again: another version, or something under way, and it goes on waiting", async () => {
    const { request, saleId } = await desk.asked();
    expect(refusalCode(await desk.approve(request, till.asker.personId, 1))).toBe("stale");
    granted(await till.prepare(saleId, "refund", 1_000));
    expect(refusalCode(await desk.approve(request))).toBe("busy");
    expect((await till.view(saleId)).refundRequest?.requestId).toBe(request.id);
  });
});

describe("who decides", () => {
  test("nobody about their own, though they became a manager since", async () => {
    const { request } = await desk.asked();
    const role = { personId: casey.personId, storeId: till.store.id };
    await write((db) => setMembership(db, { ...role, role: "manager" }));
    expect(refusalCode(await desk.approve(request, casey.personId))).toBe("yourself");
    expect(refusalCode(await desk.decline(request, casey.personId))).toBe("yourself");
    await write((db) => setMembership(db, { ...role, role: "cashier" }));
    expect((await stored(request))?.decision).toBeNull();
  });

  test("no cashier, no manager of another store, nobody who lost the role or was disabled a moment ago", async () => {
    const { request } = await desk.asked();
    const place = till.store.id;
    const cashier = await addPerson("Alex", [{ storeId: place, role: "cashier" }]);
    const elsewhere = await managerOf(till.otherStore.id);
    const former = await managerOf(place);
    const disabled = await managerOf(place);
    await write(async (db) => {
      await setMembership(db, { personId: former.id, storeId: place, role: null });
      await updatePerson(db, disabled.id, { disabledAt: new Date() });
    });
    for (const { id } of [cashier, elsewhere, former, disabled]) {
      expect(refusalCode(await desk.approve(request, id))).toBe("not_allowed");
      expect(refusalCode(await desk.decline(request, id))).toBe("not_allowed");
    }
    expect((await stored(request))?.decision).toBeNull();
  });

  test("an owner everywhere; and each sees what waits in the stores where they may, and no other", async () => {
    const { request, saleId } = await desk.asked();
    const seenBy = async (role: "manager" | "cashier" | "owner", store = till.store) => {
      const { asked } = await loadAsked({
        stores: [{ store, role, rights: rightsWith(role, false), registers: [] }],
      });
      return asked.map((it) => it.saleId);
    };
    expect(await seenBy("manager")).toContain(saleId);
    expect(await seenBy("owner")).toContain(saleId);
    expect(await seenBy("cashier")).toEqual([]);
    expect(await seenBy("manager", till.otherStore)).toEqual([]);
    await send(granted(await desk.approve(request, olive)).id);
    expect(await seenBy("manager")).not.toContain(saleId);
  });

  test("a request is decided on its own sale alone", async () => {
    const { request } = await desk.asked();
    const other = await till.openCaptured();
    expect(refusalCode(await desk.approve({ ...request, saleId: other.saleId }))).toBe("unknown_request");
    expect(refusalCode(await desk.decline({ ...request, saleId: other.saleId }))).toBe("unknown_request");
    expect(refusalCode(await desk.withdraw({ ...request, saleId: other.saleId }))).toBe("unknown_request");
  });
});
