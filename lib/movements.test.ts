import fc from "fast-check";
import { expect, test } from "vitest";
import { type KnownMovement, type MatchableOperation, matchMovements } from "./movements.ts";
import { movingKinds, type OperationState, operationStates } from "./operation.ts";
import type { MovementKind, SezzleOrder } from "./sezzle-order.ts";

type Shown = { uuid: string; kind: MovementKind; amountCents: number };

function orderShowing(shown: Shown[]): SezzleOrder {
  const ofKind = (kind: MovementKind) =>
    shown
      .filter((it) => it.kind === kind)
      .map(({ uuid, amountCents }) => ({
        movementUuid: uuid,
        amount: { amountCents, currency: "USD" as const },
      }));
  return {
    orderUuid: "order",
    intent: "AUTH",
    referenceId: null,
    amount: { amountCents: 10_000, currency: "USD" },
    checkoutStatus: "complete",
    checkoutExpiresAt: null,
    metadata: {},
    authorization: {
      amount: { amountCents: 10_000, currency: "USD" },
      approved: true,
      expiresAt: null,
      financingOption: null,
      sezzleOrderId: null,
      captures: ofKind("capture"),
      refunds: ofKind("refund"),
      releases: ofKind("release"),
    },
  };
}

function refund(
  operationId: string,
  state: OperationState,
  amountCents: number,
  movementUuid: string | null = null,
): MatchableOperation {
  return { operationId, kind: "refund", state, amountCents, movementUuid };
}

const shownRefund = (uuid: string, amountCents: number): Shown => ({ uuid, kind: "refund", amountCents });
const known = (uuid: string, operationId: string | null): KnownMovement => ({
  uuid,
  kind: "refund",
  operationId,
});

test("a movement that a reply named belongs to the operation of that reply", () => {
  const order = orderShowing([shownRefund("r-1", 2000), shownRefund("r-2", 2000)]);
  const operations = [refund("first", "succeeded", 2000, "r-2"), refund("second", "succeeded", 2000, "r-1")];
  expect(matchMovements(order, [], operations)).toEqual([
    { uuid: "r-1", kind: "refund", amountCents: 2000, operationId: "second", isNew: true },
    { uuid: "r-2", kind: "refund", amountCents: 2000, operationId: "first", isNew: true },
  ]);
});

test("a movement kept before its reply came is tied once the reply has named it", () => {
  const order = orderShowing([shownRefund("r-1", 2000)]);
  const operations = [refund("ours", "succeeded", 2000, "r-1")];
  expect(matchMovements(order, [known("r-1", null)], operations)).toEqual([
    { uuid: "r-1", kind: "refund", amountCents: 2000, operationId: "ours", isNew: false },
  ]);
});

test.each<OperationState>(["sending", "unconfirmed"])(
  "an operation without an answer (%s) is settled by a new movement of its kind and amount",
  (state) => {
    const order = orderShowing([shownRefund("r-1", 2000)]);
    expect(matchMovements(order, [], [refund("ours", state, 2000)])).toMatchObject([{ operationId: "ours" }]);
  },
);

test.each<OperationState>(["prepared", "rejected", "abandoned"])(
  "an operation that is %s has made no movement",
  (state) => {
    const order = orderShowing([shownRefund("r-1", 2000)]);
    expect(matchMovements(order, [], [refund("ours", state, 2000)])).toMatchObject([{ operationId: null }]);
  },
);

test("a movement that a reply named otherwise belongs to the operation of that reply", () => {
  const operations = [refund("ours", "succeeded", 2000, "named otherwise")];
  const order = orderShowing([shownRefund("r-1", 2000), shownRefund("r-2", 2000)]);
  expect(matchMovements(order, [], operations)).toMatchObject([
    { uuid: "r-1", operationId: "ours" },
    { uuid: "r-2", operationId: null },
  ]);
});

test("an equal movement made elsewhere does not take the place of the one a reply named", () => {
  const operations = [refund("ours", "succeeded", 2000, "r-2")];
  const order = orderShowing([shownRefund("r-1", 2000), shownRefund("r-2", 2000)]);
  expect(matchMovements(order, [], operations)).toMatchObject([
    { uuid: "r-1", operationId: null },
    { uuid: "r-2", operationId: "ours" },
  ]);
});

test("an operation that has its movement never gets a second one, even when its reply names it", () => {
  const operations = [refund("ours", "succeeded", 2000, "r-2")];
  const order = orderShowing([shownRefund("r-1", 2000), shownRefund("r-2", 2000)]);
  expect(matchMovements(order, [known("r-1", "ours")], operations)).toMatchObject([
    { uuid: "r-2", operationId: null, isNew: true },
  ]);
});

test.each<[string, Shown]>([
  ["another amount", shownRefund("r-1", 2001)],
  ["another kind", { uuid: "c-1", kind: "capture", amountCents: 2000 }],
])("a movement of %s settles nothing", (_title, shown) => {
  const matches = matchMovements(orderShowing([shown]), [], [refund("ours", "unconfirmed", 2000)]);
  expect(matches).toMatchObject([{ uuid: shown.uuid, operationId: null, isNew: true }]);
});

test("a movement that was there before never settles a newer operation", () => {
  const order = orderShowing([shownRefund("r-1", 2000)]);
  expect(matchMovements(order, [known("r-1", null)], [refund("newer", "unconfirmed", 2000)])).toEqual([]);
});

test("a movement of an earlier operation never settles an equal second one", () => {
  const order = orderShowing([shownRefund("r-1", 2000)]);
  const operations = [refund("first", "succeeded", 2000, "r-1"), refund("second", "unconfirmed", 2000)];
  expect(matchMovements(order, [known("r-1", "first")], operations)).toEqual([]);
  expect(matchMovements(order, [], operations)).toMatchObject([{ uuid: "r-1", operationId: "first" }]);
});

test("two equal movements go to two equal operations", () => {
  const order = orderShowing([shownRefund("r-1", 2000), shownRefund("r-2", 2000)]);
  const operations = [refund("first", "unconfirmed", 2000), refund("second", "sending", 2000)];
  expect(matchMovements(order, [], operations)).toMatchObject([
    { uuid: "r-1", operationId: "first" },
    { uuid: "r-2", operationId: "second" },
  ]);
});

test("of two equal movements one settles the only open operation, and the other was made elsewhere", () => {
  const order = orderShowing([shownRefund("r-1", 2000), shownRefund("r-2", 2000)]);
  expect(matchMovements(order, [], [refund("ours", "unconfirmed", 2000)])).toMatchObject([
    { uuid: "r-1", operationId: "ours" },
    { uuid: "r-2", operationId: null },
  ]);
});

test("a movement made elsewhere is told once and stays untied", () => {
  const order = orderShowing([shownRefund("r-1", 500)]);
  expect(matchMovements(order, [], [])).toMatchObject([{ uuid: "r-1", operationId: null, isNew: true }]);
  expect(matchMovements(order, [known("r-1", null)], [])).toEqual([]);
});

test("an order without an authorization has no movements", () => {
  const order = { ...orderShowing([]), authorization: null };
  expect(matchMovements(order, [known("r-1", null)], [refund("ours", "unconfirmed", 2000)])).toEqual([]);
});

const uuids = ["m1", "m2", "m3", "m4", "m5", "m6"];
// Few amounts and ids, so that equal ones are common. What is kept is any earlier answer's work: each movement has one
// operation of its kind or none, and what an operation's reply named may be shown, not shown, or another's by now.
const situation = fc
  .record({
    shown: fc.uniqueArray(
      fc.record({
        uuid: fc.constantFrom(...uuids),
        kind: fc.constantFrom(...movingKinds),
        amountCents: fc.constantFrom(1000, 2000),
      }),
      { selector: (it) => it.uuid },
    ),
    kept: fc.subarray(uuids),
    makers: fc.shuffledSubarray([0, 1, 2, 3, 4, 5]),
    operations: fc.array(
      fc.record({
        state: fc.constantFrom(...operationStates),
        kind: fc.constantFrom(...movingKinds),
        amountCents: fc.constantFrom(1000, 2000),
        named: fc.constantFrom("not shown", ...uuids),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ shown, kept, makers, operations }) => {
    const ours = operations.map(({ named, ...it }, position): MatchableOperation => {
      return { ...it, operationId: `o${position}`, movementUuid: it.state === "succeeded" ? named : null };
    });
    const before = shown
      .filter((it) => kept.includes(it.uuid))
      .map(({ uuid, kind }, position): KnownMovement => {
        const maker = ours[makers[position] ?? ours.length];
        return { uuid, kind, operationId: maker?.kind === kind ? maker.operationId : null };
      });
    return { shown, before, ours };
  });

test("no operation and no movement is ever tied twice", () => {
  fc.assert(
    fc.property(situation, ({ shown, before, ours }) => {
      const matches = matchMovements(orderShowing(shown), before, ours);
      const ties = [...before, ...matches].filter((it) => it.operationId !== null);
      expect(new Set(ties.map((it) => it.operationId)).size).toBe(ties.length);
      expect(new Set(ties.map((it) => it.uuid)).size).toBe(ties.length);
      expect(new Set(matches.map((it) => it.uuid)).size).toBe(matches.length);
    }),
    { numRuns: 2000 },
  );
});

test("a movement belongs to an operation that still waits for its end before one that was given up, and to that one after", () => {
  const operations = [refund("let-go", "given_up", 2000), refund("waiting", "unconfirmed", 2000)];
  const first = orderShowing([shownRefund("r-1", 2000)]);
  expect(matchMovements(first, [], operations)).toMatchObject([{ uuid: "r-1", operationId: "waiting" }]);
  const both = orderShowing([shownRefund("r-1", 2000), shownRefund("r-2", 2000)]);
  expect(matchMovements(both, [], operations)).toMatchObject([
    { uuid: "r-1", operationId: "waiting" },
    { uuid: "r-2", operationId: "let-go" },
  ]);
});

test("every tie is of one kind, and of one amount unless a reply named it", () => {
  fc.assert(
    fc.property(situation, ({ shown, before, ours }) => {
      for (const match of matchMovements(orderShowing(shown), before, ours)) {
        const maker = ours.find((it) => it.operationId === match.operationId);
        expect(match.isNew).toBe(!before.some((it) => it.uuid === match.uuid));
        if (!maker) continue;
        expect(maker.kind).toBe(match.kind);
        if (maker.movementUuid === match.uuid) continue;
        expect(["sending", "unconfirmed", "succeeded", "given_up"]).toContain(maker.state);
        expect(maker.amountCents).toBe(match.amountCents);
        expect(match.isNew).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});

test("every movement that is new is returned", () => {
  fc.assert(
    fc.property(situation, ({ shown, before, ours }) => {
      const fresh = shown.filter((it) => !before.some((one) => one.uuid === it.uuid)).map((it) => it.uuid);
      const returned = matchMovements(orderShowing(shown), before, ours).filter((it) => it.isNew);
      expect(returned.map((it) => it.uuid).sort()).toEqual(fresh.sort());
    }),
    { numRuns: 1000 },
  );
});

test("an answer that lists a movement twice tells of one", () => {
  const twice = [shownRefund("r-1", 2000), shownRefund("r-1", 2000)];
  expect(matchMovements(orderShowing(twice), [], [refund("ours", "unconfirmed", 2000)])).toEqual([
    { uuid: "r-1", kind: "refund", amountCents: 2000, operationId: "ours", isNew: true },
  ]);
});
