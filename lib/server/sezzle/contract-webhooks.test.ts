import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type SandboxProcess, startSandbox } from "../../../e2e/support/sandbox-process.ts";
import { createGateway, type Gateway } from "./client.ts";
import { verifySignature } from "./signature.ts";
import { parseWebhookEvent, type WebhookEvent } from "./webhook-event.ts";

const events = ["order.authorized", "order.captured", "order.refunded"];
const usd = (amountCents: number) => ({ amountCents, currency: "USD" }) as const;

let sandbox: SandboxProcess;
let gateway: Gateway;
let receiver: Server;
let receiverUrl: string;
let received: WebhookEvent[];

beforeAll(async () => {
  sandbox = await startSandbox();
}, 30_000);
afterAll(async () => {
  await sandbox?.stop();
});

beforeEach(async () => {
  await sandbox.control("/reset", { method: "POST" });
  const { url, publicKey, privateKey } = sandbox;
  gateway = createGateway({ baseUrl: url, publicKey, privateKey });
  received = [];
  receiver = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const signed = verifySignature(body, String(request.headers["sezzle-signature"]), privateKey);
    const parsed = parseWebhookEvent(body);
    if (signed && parsed.ok) received.push(parsed.event);
    response.writeHead(signed && parsed.ok ? 200 : 400).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  receiverUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhooks`;
});
afterEach(async () => {
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

async function receivedEvent(event: string): Promise<WebhookEvent> {
  return await vi.waitFor(
    () => {
      const found = received.find((entry) => entry.event === event);
      if (!found) throw new Error(`no ${event} yet`);
      return found;
    },
    { timeout: 10_000, interval: 20 },
  );
}

const read = (readings: object) => sandbox.control("/readings", { method: "PUT", body: readings });

describe("a subscription", () => {
  it.each([[200], [201]])(
    "is made (answered %s), listed, changed and deleted",
    async (webhookCreateStatus) => {
      await read({ webhookCreateStatus });
      expect(await gateway.listWebhooks()).toEqual([]);
      const { uuid } = await gateway.createWebhook(receiverUrl, events);
      expect(await gateway.listWebhooks()).toEqual([{ uuid, url: receiverUrl, events }]);
      const elsewhere = `${receiverUrl}/elsewhere`;
      await gateway.updateWebhook(uuid, elsewhere, ["order.captured"]);
      expect(await gateway.listWebhooks()).toEqual([{ uuid, url: elsewhere, events: ["order.captured"] }]);
      await gateway.deleteWebhook(uuid);
      expect(await gateway.listWebhooks()).toEqual([]);
    },
  );

  it.each([[201], [204]])("gets a trial event (answered %s)", async (webhookTestStatus) => {
    await read({ webhookTestStatus });
    await gateway.createWebhook(receiverUrl, events);
    await gateway.testWebhook("order.captured");
    expect((await receivedEvent("order.captured")).uuid).not.toBe("");
  });

  it("is not needed for a trial event to a named address", async () => {
    await gateway.testWebhook("order.refunded", receiverUrl);
    expect((await receivedEvent("order.refunded")).uuid).not.toBe("");
  });
});

describe.each([
  { signaturePrefix: "", amountShape: "nested" },
  { signaturePrefix: "sha256=", amountShape: "flat" },
])("events, written as %o,", (readings) => {
  it("are signed and name their order and movement", async () => {
    await read(readings);
    await gateway.createWebhook(receiverUrl, events);
    await sandbox.control("/orders", {
      method: "POST",
      body: { amount_in_cents: 10_000, currency: "USD", reference_id: "web-1" },
    });
    const { orderUuid } = await receivedEvent("order.authorized");
    expect(orderUuid).not.toBeNull();
    const captured = await gateway.capture(orderUuid ?? "", usd(10_000), "k-1");
    const refunded = await gateway.refund(orderUuid ?? "", usd(1000), "k-2");
    expect(await receivedEvent("order.captured")).toMatchObject({
      orderUuid,
      ...captured,
      refundSource: null,
    });
    expect(await receivedEvent("order.refunded")).toMatchObject({
      orderUuid,
      ...refunded,
      refundSource: "gateway",
    });
    received = [];
    await sandbox.control(`/orders/${orderUuid}/refund`, { method: "POST", body: { amount_in_cents: 500 } });
    expect(await receivedEvent("order.refunded")).toMatchObject({ orderUuid, refundSource: "dashboard" });
    expect((await gateway.getOrder(orderUuid ?? "")).authorization?.refunds).toHaveLength(2);
  });
});

describe.each([{ disputeId: "string" }, { disputeId: "number" }])("disputes, written as %o,", (readings) => {
  it("are told with their order, amount, deadline and outcome", async () => {
    await read(readings);
    await gateway.createWebhook(receiverUrl, [
      ...events,
      "dispute.merchant_input_requested",
      "dispute.closed.neutral",
    ]);
    const order = { amount_in_cents: 10_000, currency: "CAD", reference_id: "web-2" };
    await sandbox.control("/orders", { method: "POST", body: order });
    const orderUuid = (await receivedEvent("order.authorized")).orderUuid ?? "";
    await gateway.capture(orderUuid, { amountCents: 10_000, currency: "CAD" }, "k-3");
    const body = { amount_in_cents: 4_000 };
    const opened = await sandbox.control<{ id: number; due_at: string }>(`/orders/${orderUuid}/dispute`, {
      method: "POST",
      body,
    });
    const dispute = {
      ...{ disputeId: String(opened.id), reference: "web-2", type: "product_not_received" },
      ...{ amountCents: 4_000, currency: "CAD", dueAt: new Date(opened.due_at) },
    };
    expect(await receivedEvent("dispute.merchant_input_requested")).toMatchObject({
      orderUuid,
      dispute: { ...dispute, stage: "input_requested", outcome: null },
    });
    await sandbox.control(`/disputes/${opened.id}/close`, { method: "POST", body: { outcome: "neutral" } });
    expect(await receivedEvent("dispute.closed.neutral")).toMatchObject({
      orderUuid,
      dispute: { ...dispute, stage: "closed", outcome: "neutral" },
    });
  });
});
