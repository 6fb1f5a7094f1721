import fc from "fast-check";
import { expect, test } from "vitest";
import { isOpen, operationKinds, operationStates } from "./operation.ts";
import {
  availableCents,
  deriveOrderState,
  type OperationFact,
  type OrderFacts,
  type SaleStatus,
  saleStatuses,
  statusAt,
} from "./order-state.ts";
import type { SezzleOrder } from "./sezzle-order.ts";

const startMs = Date.parse("2026-11-22T14:00:00Z");
const hourMs = 3_600_000;
// Few distinct moments, so that equal ones and neighbours are common.
const moment = fc
  .oneof(
    fc.integer({ min: 0, max: 8 }).map((it) => it * hourMs),
    fc.integer({ min: 0, max: 8 * hourMs }),
  )
  .map((it) => new Date(startMs + it));
const cents = fc.oneof(fc.constantFrom(0, 1, 5000, 10_000), fc.integer({ min: 0, max: 100_000_000 }));
const movementUuid = fc.constantFrom("m1", "m2", "m3", "m4", "m5", "m6");
const money = cents.map((amountCents) => ({ amountCents, currency: "USD" as const }));
const movements = fc.array(fc.record({ movementUuid, amount: money }), { maxLength: 4 });

const authorization = fc.record({
  amount: money,
  approved: fc.boolean(),
  expiresAt: fc.option(moment),
  financingOption: fc.constant(null),
  sezzleOrderId: fc.constant(null),
  captures: movements,
  refunds: movements,
  releases: movements,
});

const order: fc.Arbitrary<SezzleOrder> = fc.record({
  orderUuid: fc.constant("order"),
  intent: fc.constantFrom("AUTH", null),
  referenceId: fc.constant(null),
  amount: money,
  checkoutStatus: fc.constantFrom("active", "complete", "denied", "deleted"),
  checkoutExpiresAt: fc.option(moment),
  metadata: fc.constant({}),
  authorization: fc.option(authorization),
});

const operation: fc.Arbitrary<OperationFact> = fc.record({
  kind: fc.constantFrom(...operationKinds),
  state: fc.constantFrom(...operationStates),
  amountCents: fc.option(cents),
  movementUuid: fc.option(movementUuid),
});

const snapshot = fc.record({ order, askedAt: moment });
const facts: fc.Arbitrary<OrderFacts> = fc.record({
  opening: fc.record({ state: fc.constantFrom(...operationStates), checkoutExpiresAt: moment }),
  snapshot: fc.option(snapshot, { freq: 5 }),
  operations: fc.array(operation, { maxLength: 5 }),
  now: moment,
});

const runs = { numRuns: 2000 };

test("every order has a status of the list, whatever Sezzle and we say", () => {
  fc.assert(
    fc.property(facts, (it) => {
      expect(saleStatuses).toContain(deriveOrderState(it).status);
    }),
    runs,
  );
});

test("captured and released never exceed authorized, nor refunded captured", () => {
  fc.assert(
    fc.property(facts, (it) => {
      const state = deriveOrderState(it);
      const { authorizedCents, capturedCents, releasedCents, refundedCents } = state;
      expect(capturedCents + releasedCents).toBeLessThanOrEqual(authorizedCents);
      expect(refundedCents).toBeLessThanOrEqual(capturedCents);
      for (const amount of [authorizedCents, capturedCents, releasedCents, refundedCents]) {
        expect(amount).toBeGreaterThanOrEqual(0);
        expect(amount).toSatisfy(Number.isSafeInteger);
      }
    }),
    runs,
  );
});

test("what may be asked for, with all that is reserved, is never more than what is left", () => {
  fc.assert(
    fc.property(facts, (it) => {
      const state = deriveOrderState(it);
      const { capturableCents, refundableCents } = availableCents(state, it.operations);
      const reserved = (kinds: string[]) =>
        it.operations
          .filter((one) => isOpen(one.state) && kinds.includes(one.kind))
          .reduce((total, one) => total + (one.amountCents ?? 0), 0);
      const left = state.authorizedCents - state.capturedCents - state.releasedCents;
      const refundable = state.capturedCents - state.refundedCents;
      expect(capturableCents).toBe(Math.max(0, left - reserved(["capture", "release"])));
      expect(refundableCents).toBe(Math.max(0, refundable - reserved(["refund"])));
    }),
    runs,
  );
});

const live: SaleStatus[] = [
  "creating",
  "unconfirmed",
  "link_sent",
  "checking",
  "authorized",
  "partially_captured",
];

test("the passing of time alone never brings back an order that is over", () => {
  fc.assert(
    fc.property(facts, moment, (it, other) => {
      const [sooner, later] = [it.now, other].sort((a, b) => a.getTime() - b.getTime()) as [Date, Date];
      const first = deriveOrderState({ ...it, now: sooner });
      if (live.includes(first.status)) return;
      expect(deriveOrderState({ ...it, now: later }).status).toBe(first.status);
    }),
    runs,
  );
});

test("a status read again at the same moment is the same, and read later is what would be derived then", () => {
  fc.assert(
    fc.property(facts, moment, (it, other) => {
      const [sooner, later] = [it.now, other].sort((a, b) => a.getTime() - b.getTime()) as [Date, Date];
      const state = deriveOrderState({ ...it, now: sooner });
      expect(statusAt(state, sooner)).toBe(state.status);
      expect(statusAt(state, later)).toBe(deriveOrderState({ ...it, now: later }).status);
    }),
    runs,
  );
});

const approvedOnly: SaleStatus[] = [
  "authorized",
  "partially_captured",
  "captured",
  "released",
  "authorization_expired",
  "partially_refunded",
  "refunded",
];

test("nothing but an approved authorization makes an order authorized or anything that follows", () => {
  fc.assert(
    fc.property(facts, (it) => {
      if (it.snapshot?.order.authorization?.approved) return;
      const state = deriveOrderState(it);
      expect(approvedOnly).not.toContain(state.status);
      expect(state).toMatchObject({
        authorizedCents: 0,
        capturedCents: 0,
        releasedCents: 0,
        refundedCents: 0,
      });
      expect(state.authorizationExpiresAt).toBeNull();
    }),
    runs,
  );
});

test("something Sezzle accepted and does not show is checked, whatever else is known", () => {
  const owed = fc.record({
    kind: fc.constantFrom("capture" as const, "release" as const, "refund" as const),
    state: fc.constant("succeeded" as const),
    amountCents: cents,
    movementUuid: fc.constant("not shown"),
  });
  fc.assert(
    fc.property(facts, snapshot, owed, (it, heard, accepted) => {
      const state = deriveOrderState({ ...it, snapshot: heard, operations: [...it.operations, accepted] });
      expect(state.status).toBe("checking");
    }),
    runs,
  );
});

test("no status of money taken is shown without money taken", () => {
  fc.assert(
    fc.property(facts, (it) => {
      const { status, capturedCents, refundedCents } = deriveOrderState(it);
      if (status === "captured" || status === "partially_captured") expect(capturedCents).toBeGreaterThan(0);
      if (status === "partially_refunded") expect(refundedCents).toBeGreaterThan(0);
      if (status === "refunded") expect(refundedCents).toBe(capturedCents);
      if (status === "released" || status === "authorization_expired" || status === "authorized")
        expect(capturedCents).toBe(0);
    }),
    runs,
  );
});
