import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SezzleOrder } from "#lib/sezzle-order.ts";
import { type SandboxProcess, startSandbox } from "../../../e2e/support/sandbox-process.ts";
import { createGateway, type Gateway, type GatewayConfig } from "./client.ts";
import { gatewayFailure } from "./gateway-failure.ts";
import type { CreateSessionInput } from "./session-request.ts";

const usd = (amountCents: number) => ({ amountCents, currency: "USD" }) as const;

let sandbox: SandboxProcess;
let gateway: Gateway;

beforeAll(async () => {
  sandbox = await startSandbox();
}, 30_000);
afterAll(async () => {
  await sandbox?.stop();
});
beforeEach(async () => {
  await sandbox.control("/reset", { method: "POST" });
  gateway = gatewayWith();
});

function gatewayWith(settings: Partial<GatewayConfig> = {}): Gateway {
  const { url, publicKey, privateKey } = sandbox;
  return createGateway({ baseUrl: url, publicKey, privateKey, wait: async () => {}, ...settings });
}

function sessionInput(overrides: Partial<CreateSessionInput> = {}): CreateSessionInput {
  return {
    amount: usd(10_000),
    referenceId: "sale-1",
    description: "In-store purchase",
    metadata: { till_attempt: "t-1" },
    locale: "en-US",
    checkoutExpiresAt: new Date(Date.now() + 15 * 60_000),
    completeUrl: "http://localhost:3000/done",
    cancelUrl: "http://localhost:3000/cancelled",
    customer: { firstName: "Jo", phone: "+16125550147" },
    sendTo: { kind: "sms", phone: "+16125550147" },
    language: "en",
    ...overrides,
  };
}

async function authorizedOrder(amountCents = 10_000): Promise<string> {
  const { orderUuid } = await gateway.createSession(sessionInput({ amount: usd(amountCents) }));
  await control(`/orders/${orderUuid}/complete`);
  return orderUuid;
}

const control = (path: string, body: unknown = {}) => sandbox.control(path, { method: "POST", body });
const read = (readings: object) => sandbox.control("/readings", { method: "PUT", body: readings });
const fault = (call: string, kind: string, more: object = {}) => control("/faults", { call, kind, ...more });

function amountsOf(order: SezzleOrder) {
  const sums = (["captures", "refunds", "releases"] as const).map((kind) =>
    (order.authorization?.[kind] ?? []).map(({ amount }) => amount.amountCents),
  );
  return { captures: sums[0], refunds: sums[1], releases: sums[2] };
}

describe("signing in", () => {
  it("tells the same merchant to every client with the same keys", async () => {
    const { merchantUuid } = await gateway.authenticate();
    expect(merchantUuid).not.toBe("");
    expect(await gatewayWith().authenticate()).toEqual({ merchantUuid });
  });

  it("is refused with other keys, and a call then is not sent", async () => {
    const stranger = gatewayWith({ privateKey: "sz_pr_other" });
    expect(await gatewayFailure(stranger.authenticate())).toMatchObject({ outcome: "refused", status: 401 });
    expect(await gatewayFailure(stranger.getOrder("o-1"))).toMatchObject({
      outcome: "not_sent",
      reason: "token",
    });
  });

  it("happens again, unseen, when the tokens have expired", async () => {
    const orderUuid = await authorizedOrder();
    await control("/tokens/expire");
    await gateway.capture(orderUuid, usd(10_000), "k-1");
    expect(amountsOf(await gateway.getOrder(orderUuid)).captures).toEqual([10_000]);
  });
});

describe("a checkout", () => {
  it("opens an order as asked, and its session can be read again", async () => {
    const input = sessionInput();
    const session = await gateway.createSession(input);
    expect(await gateway.getSession(session.sessionUuid)).toEqual(session);
    expect((await fetch(session.checkoutUrl)).status).toBe(200);
    const order = await gateway.getOrder(session.orderUuid);
    expect(order).toMatchObject({
      orderUuid: session.orderUuid,
      intent: "AUTH",
      referenceId: "sale-1",
      amount: usd(10_000),
      checkoutStatus: "active",
      metadata: { till_attempt: "t-1" },
      authorization: null,
    });
    expect(order.checkoutExpiresAt?.getTime()).toBe(input.checkoutExpiresAt.getTime());
  });

  it.each([
    ["bare10", "e164"],
    ["e164", "bare10"],
  ] as const)(
    "takes phones as %s where Sezzle wants them so, and is refused where it wants %s",
    async (format, other) => {
      const writer = gatewayWith({ readings: { phoneFormat: format } });
      await read({ phoneFormat: format });
      expect((await writer.createSession(sessionInput())).orderUuid).not.toBe("");
      await read({ phoneFormat: other });
      expect(await gatewayFailure(writer.createSession(sessionInput()))).toMatchObject({
        outcome: "refused",
      });
    },
  );

  it.each([
    ["fr", "fr-CA"],
    ["fr-CA", "fr"],
  ] as const)(
    "is sent in French as %s where Sezzle calls it so, and refused where it is %s",
    async (code, other) => {
      const writer = gatewayWith({ readings: { frenchCode: code } });
      const input = sessionInput({ sendTo: { kind: "email", email: "jo@shop.example" }, language: "fr" });
      await read({ language: code });
      expect((await writer.createSession(input)).orderUuid).not.toBe("");
      await read({ language: other });
      expect(await gatewayFailure(writer.createSession(input))).toMatchObject({
        outcome: "refused",
        status: 422,
      });
    },
  );

  it("gets another reference, even when it is complete", async () => {
    const orderUuid = await authorizedOrder();
    await gateway.setReference(orderUuid, "receipt_77");
    expect((await gateway.getOrder(orderUuid)).referenceId).toBe("receipt_77");
  });

  it("can be deleted before the shopper completes it, and not after", async () => {
    const { orderUuid } = await gateway.createSession(sessionInput());
    await gateway.deleteCheckout(orderUuid);
    expect((await gateway.getOrder(orderUuid)).checkoutStatus).toBe("deleted");
    const error = await gatewayFailure(gateway.deleteCheckout(await authorizedOrder()));
    expect(error).toMatchObject({ outcome: "refused", status: 422 });
    expect(error.errors[0]?.code).toBe("already_completed");
  });

  it("can be denied, and can run out", async () => {
    const denied = await gateway.createSession(sessionInput());
    await control(`/orders/${denied.orderUuid}/deny`);
    expect((await gateway.getOrder(denied.orderUuid)).checkoutStatus).toBe("denied");
    const expired = await gateway.createSession(sessionInput());
    await control(`/orders/${expired.orderUuid}/expire-checkout`);
    expect((await gateway.getOrder(expired.orderUuid)).checkoutStatus).toBe("deleted");
  });

  it.each([["array"], ["object"]])("is refused with what to change, written as an %s", async (errorShape) => {
    await read({ errorShape });
    const error = await gatewayFailure(gateway.createSession(sessionInput({ referenceId: "no spaces" })));
    expect(error).toMatchObject({ call: "createSession", outcome: "refused", reason: "answer" });
    expect(error.errors[0]?.location).toContain("reference_id");
    expect(error.errors[0]?.debugUuid).toBeTruthy();
  });

  it("whose answer is lost is unknown, and is not opened twice", async () => {
    await fault("session_create", "lose_answer");
    const error = await gatewayFailure(gateway.createSession(sessionInput()));
    expect(error).toMatchObject({ outcome: "unknown", reason: "network" });
    expect(await sandbox.control("/messages")).toHaveLength(1);
  });
});

describe.each([
  { completeStatus: "complete", amountShape: "nested" },
  { completeStatus: "completed", amountShape: "flat" },
])("money, written as %o,", (readings) => {
  beforeEach(async () => {
    await read(readings);
  });

  it("is authorized, captured, released and refunded in parts", async () => {
    const orderUuid = await authorizedOrder();
    const authorized = await gateway.getOrder(orderUuid);
    expect(authorized).toMatchObject({
      checkoutStatus: "complete",
      authorization: { amount: usd(10_000), approved: true, captures: [], refunds: [], releases: [] },
    });
    expect(authorized.authorization?.expiresAt?.getTime()).toBeGreaterThan(Date.now());
    const captured = await gateway.capture(orderUuid, usd(6000), "k-1");
    const released = await gateway.release(orderUuid, usd(1500), "k-2");
    const refunded = await gateway.refund(orderUuid, usd(2500), "k-3");
    await gateway.capture(orderUuid, usd(2500), "k-4");
    const { authorization } = await gateway.getOrder(orderUuid);
    expect(authorization?.captures[0]).toEqual({ ...captured, amount: usd(6000) });
    expect(authorization?.releases).toEqual([{ ...released, amount: usd(1500) }]);
    expect(authorization?.refunds).toEqual([{ ...refunded, amount: usd(2500) }]);
    expect(authorization?.captures.map(({ amount }) => amount.amountCents)).toEqual([6000, 2500]);
  });

  it("that is all released deletes the order", async () => {
    const orderUuid = await authorizedOrder();
    await gateway.release(orderUuid, usd(10_000), "k-1");
    expect((await gateway.getOrder(orderUuid)).checkoutStatus).toBe("deleted");
  });

  it("cannot be captured beyond what is left, nor refunded beyond what was captured", async () => {
    const orderUuid = await authorizedOrder();
    await gateway.capture(orderUuid, usd(9000), "k-1");
    const refused = { outcome: "refused", status: 422 };
    expect(await gatewayFailure(gateway.capture(orderUuid, usd(1001), "k-2"))).toMatchObject(refused);
    expect(await gatewayFailure(gateway.release(orderUuid, usd(1001), "k-3"))).toMatchObject(refused);
    expect(await gatewayFailure(gateway.refund(orderUuid, usd(9001), "k-4"))).toMatchObject(refused);
  });

  it("is let go by time, and can be reauthorized where the shopper's limit allows", async () => {
    const orderUuid = await authorizedOrder();
    await control(`/orders/${orderUuid}/expire-authorization`);
    expect((await gateway.getOrder(orderUuid)).checkoutStatus).toBe("deleted");
    expect(await gatewayFailure(gateway.capture(orderUuid, usd(100), "k-1"))).toMatchObject({
      outcome: "refused",
    });
    const again = await gateway.reauthorize(orderUuid, usd(10_000), "k-2");
    expect(again).toMatchObject({ approved: true, amount: usd(10_000) });
    expect(again.orderUuid).not.toBe(orderUuid);
    expect(again.authorizationExpiresAt?.getTime()).toBeGreaterThan(Date.now());
    await gateway.capture(again.orderUuid, usd(10_000), "k-3");

    const other = await authorizedOrder(20_000);
    await control(`/orders/${other}/expire-authorization`);
    await sandbox.control("/settings", { method: "PUT", body: { spendingPowerCents: 5000 } });
    expect(await gateway.reauthorize(other, usd(20_000), "k-4")).toMatchObject({ approved: false });
  });
});

describe("an unknown order", () => {
  it.each<[string, (uuid: string) => Promise<unknown>]>([
    ["getOrder", (uuid) => gateway.getOrder(uuid)],
    ["setReference", (uuid) => gateway.setReference(uuid, "r-1")],
    ["deleteCheckout", (uuid) => gateway.deleteCheckout(uuid)],
    ["capture", (uuid) => gateway.capture(uuid, usd(100), "k-1")],
    ["refund", (uuid) => gateway.refund(uuid, usd(100), "k-1")],
    ["release", (uuid) => gateway.release(uuid, usd(100), "k-1")],
    ["reauthorize", (uuid) => gateway.reauthorize(uuid, usd(100), "k-1")],
    ["getSession", (uuid) => gateway.getSession(uuid)],
  ])("is refused by %s with 404", async (call, ask) => {
    const error = await gatewayFailure(ask("00000000-0000-4000-8000-000000000000"));
    expect(error).toMatchObject({ call, outcome: "refused", status: 404 });
  });
});
