import { describe, expect, test } from "vitest";
import type { OperationKind, OperationState } from "./operation.ts";
import {
  availableCents,
  deriveOrderState,
  isOverForCertain,
  lostLinkGraceMs,
  type OperationFact,
  type OrderFacts,
  type SaleStatus,
  saleStatuses,
  statusAt,
} from "./order-state.ts";
import type { MovementKind, SezzleAuthorization, SezzleMovement, SezzleOrder } from "./sezzle-order.ts";

const at = (time: string) => new Date(`2026-11-22T${time}Z`);
const before = (moment: Date) => new Date(moment.getTime() - 1);

const linkExpiresAt = at("14:30:00");
const authorizationExpiresAt = at("14:45:00");
const graceEndsAt = new Date(linkExpiresAt.getTime() + lostLinkGraceMs);
const askedAt = at("14:10:00");
const now = at("14:10:01");

const usd = (amountCents: number) => ({ amountCents, currency: "USD" as const });

function movements(kind: MovementKind, cents: number[]): SezzleMovement[] {
  return cents.map((amountCents, position) => ({
    movementUuid: `${kind}-${position + 1}`,
    amount: usd(amountCents),
  }));
}

type Shown = {
  approved?: boolean;
  authorizedCents?: number;
  expiresAt?: Date | null;
  captures?: number[];
  releases?: number[];
  refunds?: number[];
};

function authorization(shown: Shown): SezzleAuthorization {
  return {
    amount: usd(shown.authorizedCents ?? 10_000),
    approved: shown.approved ?? true,
    expiresAt: shown.expiresAt === undefined ? authorizationExpiresAt : shown.expiresAt,
    financingOption: "4-pay-biweekly",
    sezzleOrderId: "1024",
    captures: movements("capture", shown.captures ?? []),
    releases: movements("release", shown.releases ?? []),
    refunds: movements("refund", shown.refunds ?? []),
  };
}

function sezzleOrder(checkoutStatus: SezzleOrder["checkoutStatus"], shown?: Shown): SezzleOrder {
  return {
    orderUuid: "0a5c7d1e-order",
    intent: "AUTH",
    referenceId: "MAPLE-261122-7K3FQ",
    amount: usd(10_000),
    checkoutStatus,
    checkoutExpiresAt: linkExpiresAt,
    metadata: {},
    authorization: shown ? authorization(shown) : null,
  };
}

function operation(
  kind: OperationKind,
  state: OperationState,
  amountCents: number | null = null,
  movementUuid: string | null = null,
): OperationFact {
  return { kind, state, amountCents, movementUuid };
}

function unheard(opening: OperationState, moment: Date): OrderFacts {
  return {
    opening: { state: opening, checkoutExpiresAt: linkExpiresAt },
    snapshot: null,
    operations: [],
    now: moment,
  };
}

function heard(
  order: SezzleOrder,
  operations: OperationFact[] = [],
  moments: { askedAt?: Date; now?: Date } = {},
): OrderFacts {
  return {
    opening: { state: "succeeded", checkoutExpiresAt: linkExpiresAt },
    snapshot: { order, askedAt: moments.askedAt ?? askedAt },
    operations,
    now: moments.now ?? now,
  };
}

const complete = (shown: Shown = {}) => sezzleOrder("complete", shown);
const late = { askedAt: authorizationExpiresAt, now: authorizationExpiresAt };
const justInTime = { askedAt: before(authorizationExpiresAt), now: before(authorizationExpiresAt) };
const full = [10_000];

describe("while Sezzle was never heard of the order", () => {
  test.each<[string, OperationState, Date, SaleStatus]>([
    ["a session call on disk is being created", "prepared", now, "creating"],
    ["a session call under way is being created", "sending", now, "creating"],
    ["a lost answer leaves it unconfirmed", "unconfirmed", now, "unconfirmed"],
    ["a lost link may still work after its expiry", "unconfirmed", linkExpiresAt, "unconfirmed"],
    ["a lost link may work until its grace ends", "unconfirmed", before(graceEndsAt), "unconfirmed"],
    ["a lost link is over when its grace ends", "unconfirmed", graceEndsAt, "checkout_expired"],
    ["a refused session call failed", "rejected", now, "failed"],
    ["a session call that was never sent failed", "abandoned", now, "failed"],
    ["a failure stays one after the expiry", "rejected", graceEndsAt, "failed"],
    ["an answered session call has sent the link", "succeeded", now, "link_sent"],
    ["an answered link runs until its expiry", "succeeded", before(linkExpiresAt), "link_sent"],
    ["an answered link is asked for at its expiry", "succeeded", linkExpiresAt, "checking"],
  ])("%s", (_title, opening, moment, status) => {
    expect(deriveOrderState(unheard(opening, moment))).toEqual({
      status,
      authorizedCents: 0,
      capturedCents: 0,
      releasedCents: 0,
      refundedCents: 0,
      checkoutExpiresAt: linkExpiresAt,
      authorizationExpiresAt: null,
    });
  });
});

describe("before an approval", () => {
  const active = sezzleOrder("active");
  const deleted = sezzleOrder("deleted");
  const cancel = (state: OperationState) => [operation("cancel_checkout", state)];
  test.each<[string, OrderFacts, SaleStatus]>([
    ["an active checkout waits for the shopper", heard(active), "link_sent"],
    [
      "a link runs up to its expiry",
      heard(active, [], { now: before(linkExpiresAt), askedAt: before(linkExpiresAt) }),
      "link_sent",
    ],
    ["a link is checked from its expiry on", heard(active, [], { now: linkExpiresAt }), "checking"],
    ["a checkout above the spending power is denied", heard(sezzleOrder("denied")), "denied"],
    ["a completed checkout that was not approved is denied", heard(complete({ approved: false })), "denied"],
    ["a completed checkout without its authorization is checked", heard(sezzleOrder("complete")), "checking"],
    ["a checkout that is gone without our doing expired", heard(deleted), "checkout_expired"],
    ["a checkout we deleted is cancelled", heard(deleted, cancel("succeeded")), "cancelled"],
    ["a checkout gone while we delete it is cancelled", heard(deleted, cancel("sending")), "cancelled"],
    [
      "a cancel whose answer was lost counts when it is gone",
      heard(deleted, cancel("unconfirmed")),
      "cancelled",
    ],
    ["a refused cancel did not cancel", heard(deleted, cancel("rejected")), "checkout_expired"],
    ["a cancel that was never sent did not cancel", heard(deleted, cancel("abandoned")), "checkout_expired"],
    ["a cancel still on disk did not cancel", heard(deleted, cancel("prepared")), "checkout_expired"],
    ["an accepted cancel not shown yet is checked", heard(active, cancel("succeeded")), "checking"],
    ["a cancel without an answer leaves the link open", heard(active, cancel("unconfirmed")), "link_sent"],
    ["a denial stays one beside a cancel", heard(sezzleOrder("denied"), cancel("succeeded")), "denied"],
  ])("%s", (_title, facts, status) => {
    expect(deriveOrderState(facts)).toMatchObject({
      status,
      authorizedCents: 0,
      authorizationExpiresAt: null,
    });
  });
});

describe("after an approval", () => {
  const release = (state: OperationState) => [operation("release", state, 10_000, null)];
  const goneBy = sezzleOrder("deleted", {});
  test.each<[string, OrderFacts, SaleStatus]>([
    ["nothing captured yet is authorized", heard(complete()), "authorized"],
    [
      "an approval wins over a checkout that still reads active",
      heard(sezzleOrder("active", {})),
      "authorized",
    ],
    [
      "a shopper who finished before our cancel is authorized",
      heard(complete(), [operation("cancel_checkout", "rejected")]),
      "authorized",
    ],
    ["an approval runs up to its expiry", heard(complete(), [], justInTime), "authorized"],
    [
      "an expiry after the last answer is checked",
      heard(complete(), [], { now: authorizationExpiresAt }),
      "checking",
    ],
    [
      "an approval without an expiry does not run out",
      heard(complete({ expiresAt: null }), [], late),
      "authorized",
    ],
    ["nothing captured at its expiry expired", heard(complete(), [], late), "authorization_expired"],
    [
      "an order deleted by time expired",
      heard(sezzleOrder("deleted", {}), [], late),
      "authorization_expired",
    ],
    ["funds let go before the expiry are released", heard(goneBy), "released"],
    ["all of it released is released", heard(complete({ releases: full })), "released"],
    [
      "what we released stays released after the expiry",
      heard(complete({ releases: full }), [operation("release", "succeeded", 10_000, "release-1")], late),
      "released",
    ],
    [
      "a release in doubt counts when the funds are gone",
      heard(goneBy, release("unconfirmed"), late),
      "released",
    ],
    ["a refused release released nothing", heard(goneBy, release("rejected"), late), "authorization_expired"],
    ["a part released leaves the rest authorized", heard(complete({ releases: [4000] })), "authorized"],
    ["a part captured is partially captured", heard(complete({ captures: [2000] })), "partially_captured"],
    [
      "several captures add up",
      heard(complete({ captures: [2000, 3000], releases: [1000] })),
      "partially_captured",
    ],
    [
      "a part captured runs up to the expiry",
      heard(complete({ captures: [2000] }), [], justInTime),
      "partially_captured",
    ],
    [
      "a part captured is checked when the expiry passes unseen",
      heard(complete({ captures: [2000] }), [], { now: authorizationExpiresAt }),
      "checking",
    ],
    [
      "a part captured is all there is after the expiry",
      heard(complete({ captures: [2000] }), [], late),
      "captured",
    ],
    [
      "a part captured and the rest released is paid",
      heard(complete({ captures: [2000], releases: [8000] })),
      "captured",
    ],
    ["all captured is captured", heard(complete({ captures: full })), "captured"],
    ["all captured stays so after the expiry", heard(complete({ captures: full }), [], late), "captured"],
    [
      "captured and then deleted stays captured",
      heard(sezzleOrder("deleted", { captures: [2000] })),
      "captured",
    ],
    [
      "a refund does not hide what can still be captured",
      heard(complete({ captures: [2000], refunds: [2000] })),
      "partially_captured",
    ],
    [
      "a part refunded is partially refunded",
      heard(complete({ captures: full, refunds: [1] })),
      "partially_refunded",
    ],
    [
      "all but a cent refunded is partially refunded",
      heard(complete({ captures: full, refunds: [9999] })),
      "partially_refunded",
    ],
    ["all refunded is refunded", heard(complete({ captures: full, refunds: [4000, 6000] })), "refunded"],
    [
      "all of a part captured, refunded after the expiry, is refunded",
      heard(complete({ captures: [2000], refunds: [2000] }), [], late),
      "refunded",
    ],
  ])("%s", (_title, facts, status) => {
    expect(deriveOrderState(facts).status).toBe(status);
  });

  test.each<MovementKind>(["capture", "release", "refund"])(
    "a %s Sezzle accepted and does not show yet is checked, whatever else it shows",
    (kind) => {
      const order = complete({ captures: full, refunds: [1000] });
      const accepted = operation(kind, "succeeded", 1000, `${kind}-accepted`);
      expect(deriveOrderState(heard(order, [accepted])).status).toBe("checking");
    },
  );

  test("a movement Sezzle shows owes no answer any more", () => {
    const accepted = operation("capture", "succeeded", 10_000, "capture-1");
    expect(deriveOrderState(heard(complete({ captures: full }), [accepted])).status).toBe("captured");
  });

  test("the four amounts are the sums of the movements", () => {
    const order = complete({ captures: [2000, 3000], releases: [1000, 500], refunds: [100, 200] });
    expect(deriveOrderState(heard(order))).toMatchObject({
      authorizedCents: 10_000,
      capturedCents: 5000,
      releasedCents: 1500,
      refundedCents: 300,
      authorizationExpiresAt,
    });
  });
});

describe("answers that break Sezzle's own rules", () => {
  test("more captured and released than authorized raises what counts as authorized", () => {
    const state = deriveOrderState(heard(complete({ captures: [9000], releases: [3000] })));
    expect(state).toMatchObject({ status: "captured", authorizedCents: 12_000, capturedCents: 9000 });
    expect(availableCents(state, [])).toEqual({ capturableCents: 0, refundableCents: 9000 });
  });

  test("more refunded than captured counts as all of it refunded", () => {
    const state = deriveOrderState(heard(complete({ captures: full, refunds: [10_000, 10_000] })));
    expect(state).toMatchObject({ status: "refunded", capturedCents: 10_000, refundedCents: 10_000 });
  });

  test("a refund of what was never captured counts as nothing", () => {
    const state = deriveOrderState(heard(complete({ refunds: [500] })));
    expect(state).toMatchObject({ status: "authorized", capturedCents: 0, refundedCents: 0 });
  });

  test.each<[SezzleOrder["checkoutStatus"], SaleStatus]>([
    ["active", "link_sent"],
    ["complete", "denied"],
    ["denied", "denied"],
    ["deleted", "checkout_expired"],
  ])("movements without an approval count as nothing on a checkout that is %s", (checkout, status) => {
    const order = sezzleOrder(checkout, { approved: false, captures: full, refunds: [500] });
    expect(deriveOrderState(heard(order))).toMatchObject({
      status,
      authorizedCents: 0,
      capturedCents: 0,
      refundedCents: 0,
    });
  });

  test("an order that names no expiry of its link has the one that was asked for", () => {
    const order = { ...sezzleOrder("active"), checkoutExpiresAt: null };
    expect(deriveOrderState(heard(order)).checkoutExpiresAt).toEqual(linkExpiresAt);
  });
});

const expiries = { checkoutExpiresAt: linkExpiresAt, authorizationExpiresAt };
const never = { checkoutExpiresAt: null, authorizationExpiresAt: null };
const farFuture = at("23:59:59");

describe("a status at a later moment", () => {
  test.each<[SaleStatus, Date, SaleStatus]>([
    ["link_sent", linkExpiresAt, "checking"],
    ["authorized", authorizationExpiresAt, "checking"],
    ["partially_captured", authorizationExpiresAt, "checking"],
    ["unconfirmed", graceEndsAt, "checkout_expired"],
  ])("%s holds until a millisecond before %s, and is then %s", (status, moment, then) => {
    expect(statusAt({ status, ...expiries }, before(moment))).toBe(status);
    expect(statusAt({ status, ...expiries }, moment)).toBe(then);
    expect(statusAt({ status, ...expiries }, farFuture)).toBe(then);
    expect(statusAt({ status, ...never }, farFuture)).toBe(status);
  });

  const lasting = saleStatuses.filter(
    (it) => !["link_sent", "authorized", "partially_captured", "unconfirmed"].includes(it),
  );
  test.each(lasting)("%s does not run out", (status) => {
    expect(statusAt({ status, ...expiries }, farFuture)).toBe(status);
  });
});

describe("what may still be asked for", () => {
  const amounts = { authorizedCents: 10_000, capturedCents: 4000, releasedCents: 1000, refundedCents: 500 };
  test.each<[string, OperationFact[], number, number]>([
    ["is what is left when nothing is under way", [], 5000, 3500],
    ["leaves out a capture on disk", [operation("capture", "prepared", 2000)], 3000, 3500],
    ["leaves out a release under way", [operation("release", "sending", 2000)], 3000, 3500],
    ["leaves out a refund in doubt", [operation("refund", "unconfirmed", 1500)], 5000, 2000],
    ["counts nothing twice once it succeeded", [operation("capture", "succeeded", 4000)], 5000, 3500],
    ["gives back what was refused", [operation("capture", "rejected", 2000)], 5000, 3500],
    ["gives back what was never sent", [operation("refund", "abandoned", 2000)], 5000, 3500],
    ["takes nothing off for a cancel", [operation("cancel_checkout", "sending")], 5000, 3500],
    [
      "never falls below nothing",
      [operation("capture", "sending", 9000), operation("refund", "sending", 9000)],
      0,
      0,
    ],
  ])("%s", (_title, operations, capturableCents, refundableCents) => {
    expect(availableCents(amounts, operations)).toEqual({ capturableCents, refundableCents });
  });
});

const over: SaleStatus[] = [
  "failed",
  "denied",
  "cancelled",
  "checkout_expired",
  "released",
  "authorization_expired",
];

test.each(saleStatuses)("%s lets another attempt begin only when nothing can come of the first", (status) => {
  expect(isOverForCertain(status)).toBe(over.includes(status));
});
