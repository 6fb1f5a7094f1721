import { describe, expect, test } from "vitest";
import type { OperationKind, OperationState } from "./operation.ts";
import {
  availableCents,
  isOverForCertain,
  lostLinkGraceMs,
  type OperationFact,
  type SaleStatus,
  saleStatuses,
  statusAt,
} from "./order-state.ts";

const at = (time: string) => new Date(`2026-11-22T${time}Z`);
const justBefore = (moment: Date) => new Date(moment.getTime() - 1);
const linkExpiresAt = at("14:30:00");
const authorizationExpiresAt = at("14:45:00");
const graceEndsAt = new Date(linkExpiresAt.getTime() + lostLinkGraceMs);

function operation(
  kind: OperationKind,
  state: OperationState,
  amountCents: number | null = null,
): OperationFact {
  return { kind, state, amountCents, movementUuid: null };
}

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
    expect(statusAt({ status, ...expiries }, justBefore(moment))).toBe(status);
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
