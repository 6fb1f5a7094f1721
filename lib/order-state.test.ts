import { describe, expect, test } from "vitest";
import type { OperationKind, OperationState } from "./operation.ts";
import {
  availableCents,
  deriveOrderState,
  lostLinkGraceMs,
  type OperationFact,
  type OrderFacts,
  type SaleStatus,
} from "./order-state.ts";
import type { MovementKind, SezzleAuthorization, SezzleMovement, SezzleOrder } from "./sezzle-order.ts";

const at = (time: string) => new Date(`2026-11-22T${time}Z`);
const justBefore = (moment: Date) => new Date(moment.getTime() - 1);

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
const atExpiry = { askedAt: authorizationExpiresAt, now: authorizationExpiresAt };
const lateAt = new Date(authorizationExpiresAt.getTime() + 10 * 60_000);
const late = { askedAt: lateAt, now: lateAt };
const justInTime = { askedAt: justBefore(authorizationExpiresAt), now: justBefore(authorizationExpiresAt) };
const full = [10_000];

describe("while Sezzle was never heard of the order", () => {
  test.each<[string, OperationState, Date, SaleStatus]>([
    ["a session call on disk is being created", "prepared", now, "creating"],
    ["a session call under way is being created", "sending", now, "creating"],
    ["a lost answer leaves it unconfirmed", "unconfirmed", now, "unconfirmed"],
    ["a lost link may still work after its expiry", "unconfirmed", linkExpiresAt, "unconfirmed"],
    ["a lost link may work until its grace ends", "unconfirmed", justBefore(graceEndsAt), "unconfirmed"],
    ["a lost link is over when its grace ends", "unconfirmed", graceEndsAt, "checkout_expired"],
    ["a refused session call failed", "rejected", now, "failed"],
    ["a session call that was never sent failed", "abandoned", now, "failed"],
    ["a failure stays one after the expiry", "rejected", graceEndsAt, "failed"],
    ["an answered session call has sent the link", "succeeded", now, "link_sent"],
    ["an answered link runs until its expiry", "succeeded", justBefore(linkExpiresAt), "link_sent"],
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
      heard(active, [], { now: justBefore(linkExpiresAt), askedAt: justBefore(linkExpiresAt) }),
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
  const shows = (shown: Shown, operations: OperationFact[] = []) => heard(complete(shown), operations);
  const showsLate = (shown: Shown, operations: OperationFact[] = []) =>
    heard(complete(shown), operations, late);
  const part = { captures: [2000] };
  const release = (state: OperationState) => [operation("release", state, 10_000)];
  const released = [operation("release", "succeeded", 10_000, "release-1")];
  const refusedCancel = [operation("cancel_checkout", "rejected")];
  const almostLate = { askedAt: justBefore(lateAt), now: lateAt };
  const unseen = { now: authorizationExpiresAt };
  const gone = sezzleOrder("deleted", {});
  test.each<[string, OrderFacts, SaleStatus]>([
    ["nothing captured yet is authorized", shows({}), "authorized"],
    ["an approval wins over a checkout still active", heard(sezzleOrder("active", {})), "authorized"],
    ["a shopper who finished before our cancel is authorized", shows({}, refusedCancel), "authorized"],
    ["an approval runs up to its expiry", heard(complete(), [], justInTime), "authorized"],
    ["an expiry after the last answer is checked", heard(complete(), [], unseen), "checking"],
    ["an approval without an expiry does not run out", showsLate({ expiresAt: null }), "authorized"],
    ["an expiry Sezzle does not show yet is checked at first", heard(complete(), [], atExpiry), "checking"],
    ["and up to ten minutes, since clocks differ", heard(complete(), [], almostLate), "checking"],
    ["nothing captured ten minutes after its expiry expired", showsLate({}), "authorization_expired"],
    ["an order deleted at its expiry expired", heard(gone, [], atExpiry), "authorization_expired"],
    ["an order deleted before its expiry was released", heard(gone, [], justInTime), "released"],
    ["an order deleted by time expired", heard(gone, [], late), "authorization_expired"],
    ["funds let go before the expiry are released", heard(gone), "released"],
    ["all of it released is released", shows({ releases: full }), "released"],
    ["what we released stays so after the expiry", showsLate({ releases: full }, released), "released"],
    ["a release in doubt counts when all is gone", heard(gone, release("unconfirmed"), late), "released"],
    ["a refused release let nothing go", heard(gone, release("rejected"), late), "authorization_expired"],
    ["a part released leaves the rest authorized", shows({ releases: [4000] }), "authorized"],
    ["a part captured is partially captured", shows(part), "partially_captured"],
    ["several captures add up", shows({ captures: [2000, 3000], releases: [1000] }), "partially_captured"],
    ["a part captured runs up to the expiry", heard(complete(part), [], justInTime), "partially_captured"],
    ["a part captured is checked when the expiry passes", heard(complete(part), [], unseen), "checking"],
    ["a part captured is all there is from the expiry on", heard(complete(part), [], atExpiry), "captured"],
    ["the rest released, a part captured is paid", shows({ ...part, releases: [8000] }), "captured"],
    ["all captured is captured", shows({ captures: full }), "captured"],
    ["all captured stays so after the expiry", showsLate({ captures: full }), "captured"],
    ["captured and then deleted stays captured", heard(sezzleOrder("deleted", part)), "captured"],
    [
      "a refund hides nothing that can be captured",
      shows({ ...part, refunds: [2000] }),
      "partially_captured",
    ],
    ["a cent refunded is partially refunded", shows({ captures: full, refunds: [1] }), "partially_refunded"],
    ["all but a cent refunded is a part", shows({ captures: full, refunds: [9999] }), "partially_refunded"],
    ["all refunded is refunded", shows({ captures: full, refunds: [4000, 6000] }), "refunded"],
    ["a part captured and given back is refunded", showsLate({ ...part, refunds: [2000] }), "refunded"],
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
