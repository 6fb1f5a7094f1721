import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { MovementKind } from "#lib/sezzle-order.ts";
import { type SandboxProcess, startSandbox } from "../../../e2e/support/sandbox-process.ts";
import { createGateway, type Gateway } from "./client.ts";
import type { GatewayError } from "./gateway-error.ts";
import { gatewayFailure } from "./gateway-failure.ts";

const amount = { amountCents: 2500, currency: "USD" } as const;
const movementsOf = { capture: "captures", refund: "refunds", release: "releases" } as const;

let sandbox: SandboxProcess;
let gateway: Gateway;
let orderUuid: string;
let waits: number[];

beforeAll(async () => {
  sandbox = await startSandbox();
}, 30_000);
afterAll(async () => {
  await sandbox?.stop();
});
beforeEach(async () => {
  await sandbox.control("/reset", { method: "POST" });
  waits = [];
  gateway = gatewayWith();
  // An order of another channel is authorized from the start.
  const body = { amount_in_cents: 10_000, currency: "USD" };
  orderUuid = (await sandbox.control<{ uuid: string }>("/orders", { method: "POST", body })).uuid;
  await gateway.capture(orderUuid, { ...amount, amountCents: 5000 }, randomUUID());
});

function gatewayWith(timeoutMs?: number): Gateway {
  const { url, publicKey, privateKey } = sandbox;
  const wait = async (delayMs: number) => waits.push(delayMs);
  return createGateway({ baseUrl: url, publicKey, privateKey, timeoutMs, wait });
}

async function fault(call: string, kind: string, more: object = {}): Promise<void> {
  await sandbox.control("/faults", { method: "POST", body: { call, kind, ...more } });
}

async function timesActed(kind: MovementKind): Promise<number> {
  const { authorization } = await gateway.getOrder(orderUuid);
  const found = authorization?.[movementsOf[kind]] ?? [];
  return found.filter((movement) => movement.amount.amountCents === amount.amountCents).length;
}

describe.each(["capture", "refund", "release"] as const)("%s", (kind) => {
  it.each<[string, string, object, Partial<GatewayError>, number]>([
    ["its answer is lost", "lose_answer", {}, { outcome: "unknown", reason: "network" }, 1],
    ["the connection is cut before", "cut", {}, { outcome: "unknown", reason: "network" }, 0],
    ["Sezzle fails before acting", "status", { status: 500 }, { outcome: "unknown", status: 500 }, 0],
    ["Sezzle fails after acting", "act_then_status", { status: 502 }, { outcome: "unknown", status: 502 }, 1],
    ["the answer is garbage", "malformed", {}, { outcome: "unknown", reason: "unreadable" }, 1],
    ["Sezzle refuses", "status", { status: 422, code: "invalid" }, { outcome: "refused", status: 422 }, 0],
    ["Sezzle forbids", "status", { status: 403 }, { outcome: "refused", status: 403 }, 0],
  ])("when %s: what happened stays open, and its repeat with the same key acts once", async (...row) => {
    const [, faultKind, more, expected, acted] = row;
    const requestId = randomUUID();
    await fault(kind, faultKind, more);
    expect(await gatewayFailure(gateway[kind](orderUuid, amount, requestId))).toMatchObject(expected);
    expect(await timesActed(kind)).toBe(acted);
    const { movementUuid } = await gateway[kind](orderUuid, amount, requestId);
    expect(await gateway[kind](orderUuid, amount, requestId)).toEqual({ movementUuid });
    expect(await timesActed(kind)).toBe(1);
  });

  it("that takes longer than we wait is unknown, though it was done", async () => {
    // Signed in beforehand, so that the short patience is for this call alone.
    const hasty = gatewayWith(500);
    await hasty.authenticate();
    await fault(kind, "delay_after", { delayMs: 5000 });
    const error = await gatewayFailure(hasty[kind](orderUuid, amount, randomUUID()));
    expect(error).toMatchObject({ outcome: "unknown", reason: "timeout" });
    expect(await timesActed(kind)).toBe(1);
  });

  it("gets over 429 as late as it is told to, and acts once", async () => {
    await fault(kind, "status", { status: 429, retryAfterSeconds: 2, times: 2 });
    await gateway[kind](orderUuid, amount, randomUUID());
    expect(waits).toEqual([2000, 2000]);
    expect(await timesActed(kind)).toBe(1);
  });

  it("gets over one 401", async () => {
    await fault(kind, "status", { status: 401, code: "token_is_expired" });
    await gateway[kind](orderUuid, amount, randomUUID());
    expect(await timesActed(kind)).toBe(1);
  });

  it.each([
    [409, { idempotencyConflict: 409 }],
    [422, { idempotencyConflict: 422 }],
  ])(
    "with a used key and another amount is refused with %s where Sezzle says so",
    async (status, readings) => {
      await sandbox.control("/readings", { method: "PUT", body: readings });
      const requestId = randomUUID();
      await gateway[kind](orderUuid, amount, requestId);
      const other = { ...amount, amountCents: 100 };
      const error = await gatewayFailure(gateway[kind](orderUuid, other, requestId));
      expect(error).toMatchObject({ outcome: "refused", status });
    },
  );
});

describe("asking for an order", () => {
  it.each([
    ["lost connections", "cut", {}],
    ["failures", "status", { status: 503 }],
    ["refusals for haste", "status", { status: 429, retryAfterSeconds: 1 }],
  ])("gets over two %s", async (_, kind, more) => {
    await fault("order_get", kind, { ...more, times: 2 });
    expect(await gateway.getOrder(orderUuid)).toMatchObject({ orderUuid });
    expect(waits).toHaveLength(2);
  });

  it("fails when the answer is garbage", async () => {
    await fault("order_get", "malformed");
    expect(await gatewayFailure(gateway.getOrder(orderUuid))).toMatchObject({ reason: "unreadable" });
  });
});

describe("calls without a key", () => {
  it.each<[string, string, () => Promise<unknown>]>([
    ["setReference", "order_patch", () => gateway.setReference(orderUuid, "r-2")],
    ["deleteCheckout", "checkout_delete", () => gateway.deleteCheckout(orderUuid)],
  ])("are sent once when the answer is lost: %s", async (call, name, send) => {
    await fault(name, "lose_answer");
    expect(await gatewayFailure(send())).toMatchObject({ call, outcome: "unknown", reason: "network" });
    expect(waits).toEqual([]);
  });

  it("are not sent while signing in fails", async () => {
    await sandbox.control("/tokens/expire", { method: "POST" });
    await fault("authentication", "status", { status: 500, times: 0 });
    const error = await gatewayFailure(gatewayWith().setReference(orderUuid, "r-3"));
    expect(error).toMatchObject({ outcome: "not_sent", reason: "token" });
    await sandbox.control("/faults", { method: "DELETE" });
    expect((await gateway.getOrder(orderUuid)).referenceId).not.toBe("r-3");
  });
});
