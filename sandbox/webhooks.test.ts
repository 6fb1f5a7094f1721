import { createHmac } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { KEYS, startTestSandbox, type TestSandbox, usd } from "./testing/harness.ts";
import { type Received, startReceiver } from "./testing/receiver.ts";

const ALL = ["order.authorized", "order.captured", "order.refunded"];
const PATIENCE = { timeout: 8000, interval: 10 };

describe("webhook subscriptions", () => {
  it("can be made, listed, replaced and deleted", async () => {
    const sandbox = await startTestSandbox();
    const url = "http://shop.test/hook";
    const created = await sandbox.gateway("POST", "/webhooks", { url, events: ["order.authorized"] });
    expect(created).toMatchObject({
      status: 201,
      body: { uuid: expect.any(String), links: expect.any(Array) },
    });
    const { uuid } = created.body as { uuid: string };
    expect((await sandbox.gateway("PATCH", `/webhooks/${uuid}`, { url })).status).toBe(400);
    expect(
      (await sandbox.gateway("PATCH", `/webhooks/${uuid}`, { url, events: ["order.captured"] })).status,
    ).toBe(200);
    expect((await sandbox.gateway("GET", "/webhooks")).body).toMatchObject([
      { uuid, url, events: ["order.captured"] },
    ]);
    expect((await sandbox.gateway("GET", `/webhooks/${uuid}`)).body).toMatchObject({ uuid });
    expect((await sandbox.gateway("DELETE", `/webhooks/${uuid}`)).status).toBe(204);
    expect((await sandbox.gateway("DELETE", `/webhooks/${uuid}`)).status).toBe(404);
    await sandbox.control("PUT", "/readings", { webhookCreateStatus: 200 });
    expect((await sandbox.gateway("POST", "/webhooks", { url, events: ALL })).status).toBe(200);
  });

  it("need an address and known events", async () => {
    const sandbox = await startTestSandbox();
    const attempts = [
      { url: "ftp://shop.test", events: ALL },
      { url: "http://shop.test", events: [] },
      { url: "http://shop.test", events: ["order.denied"] },
    ];
    for (const body of attempts) expect((await sandbox.gateway("POST", "/webhooks", body)).status).toBe(422);
  });
});

describe("webhooks", () => {
  it("announce what happens to money, signed over the exact bytes", async () => {
    const { sandbox, received } = await subscribed();
    const uuid = await sandbox.authorizedOrder({ description: "Café «Ł»" });
    await sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(4000) });
    await sandbox.gateway("POST", `/order/${uuid}/refund`, usd(1000));
    await sandbox.control("POST", `/orders/${uuid}/refund`, { amount_in_cents: 500 });
    await arrived(received, 4);
    expect(received.map(({ event }) => event)).toMatchObject([
      {
        event: "order.authorized",
        data_type: "order",
        data: { uuid, authorization: { authorization_amount: usd(10_000), approved: true } },
      },
      { event: "order.captured", data: { uuid, capture: { amount: usd(4000) } } },
      { event: "order.refunded", data: { uuid, refund: { amount: usd(1000) }, source: "gateway" } },
      { event: "order.refunded", data: { uuid, refund: { amount: usd(500) }, source: "dashboard" } },
    ]);
    for (const { raw, signature } of received) {
      expect(signature).toBe(createHmac("sha256", KEYS.private_key).update(raw).digest("hex"));
    }
    expect(new Set(received.map(({ event }) => event.uuid)).size).toBe(4);
  });

  it("say nothing about what was denied, deleted, expired or released", async () => {
    const { sandbox, received } = await subscribed();
    await sandbox.control("POST", `/orders/${await sandbox.openCheckout()}/deny`);
    await sandbox.control("POST", `/orders/${await sandbox.openCheckout()}/expire-checkout`);
    await sandbox.gateway("DELETE", `/order/${await sandbox.openCheckout()}/checkout`);
    const uuid = await sandbox.authorizedOrder();
    await sandbox.gateway("POST", `/order/${uuid}/release`, usd(10_000));
    expect(await sandbox.control("GET", "/deliveries")).toHaveLength(1);
    await arrived(received, 1);
  });

  it("are tried again with growing delays under one uuid until HTTP 200", async () => {
    const { sandbox, received } = await subscribed((nth) => [500, 204, 302][nth] ?? 200);
    await sandbox.authorizedOrder();
    for (const [tries, seconds] of [
      [1, 1],
      [2, 2],
      [3, 5],
    ] as const) {
      await tried(sandbox, tries);
      const [delivery] = await sandbox.control<{ next_try_at: string }[]>("GET", "/deliveries");
      expect(Date.parse(delivery?.next_try_at ?? "") - sandbox.now()).toBe(seconds * 1000);
      sandbox.advance(seconds * 1000);
    }
    await vi.waitFor(async () => {
      expect(await sandbox.control("GET", "/deliveries")).toMatchObject([{ state: "delivered", tries: 4 }]);
    }, PATIENCE);
    expect(new Set(received.map(({ raw }) => raw.toString())).size).toBe(1);
  });

  it("end the subscription after the last failure, for all events", async () => {
    const { sandbox, received } = await subscribed(() => 500);
    await sandbox.control("PUT", "/settings", { webhookRetrySeconds: [1] });
    await sandbox.authorizedOrder();
    await tried(sandbox, 1);
    expect((await sandbox.gateway("GET", "/webhooks")).body).toHaveLength(1);
    sandbox.advance(1000);
    await vi.waitFor(async () => {
      expect(await sandbox.control("GET", "/deliveries")).toMatchObject([
        { state: "failed", tries: 2, last_status: 500 },
      ]);
    }, PATIENCE);
    expect((await sandbox.gateway("GET", "/webhooks")).body).toEqual([]);
    await sandbox.authorizedOrder();
    expect(await sandbox.control("GET", "/deliveries")).toHaveLength(1);
    expect(received).toHaveLength(2);
  });

  it("can be sent as a test, to one address or to every subscriber", async () => {
    const { sandbox, received } = await subscribed();
    const elsewhere = await startReceiver();
    const test = { event: "order.captured", url: elsewhere.url };
    expect((await sandbox.gateway("POST", "/webhooks/test", test)).status).toBe(201);
    await arrived(elsewhere.received, 1);
    await sandbox.control("PUT", "/readings", { webhookTestStatus: 204, signaturePrefix: "sha256=" });
    expect((await sandbox.gateway("POST", "/webhooks/test", { event: "order.refunded" })).status).toBe(204);
    await arrived(received, 1);
    expect(received[0]).toMatchObject({
      signature: expect.stringMatching(/^sha256=[0-9a-f]{64}$/),
      event: { event: "order.refunded" },
    });
  });

  it("can be held and released in reverse, repeated, and dropped", async () => {
    const { sandbox, received } = await subscribed();
    await sandbox.control("PUT", "/webhooks", { mode: "hold", repeat: 2, order: "reversed" });
    const uuid = await sandbox.authorizedOrder();
    await sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(4000) });
    expect(await sandbox.control("GET", "/deliveries")).toMatchObject(
      Array(4).fill({ state: "held", tries: 0 }),
    );
    expect(await sandbox.control("POST", "/webhooks/release")).toEqual({ released: 4 });
    await arrived(received, 4);
    expect(received.map(({ event }) => event.event)).toEqual([
      "order.captured",
      "order.captured",
      "order.authorized",
      "order.authorized",
    ]);
    expect(new Set(received.map(({ event }) => event.uuid)).size).toBe(2);
    await sandbox.control("PUT", "/webhooks", { mode: "drop" });
    await sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(1) });
    const [newest] = await sandbox.control<{ state: string }[]>("GET", "/deliveries");
    expect(newest?.state).toBe("dropped");
  });

  it("that wait for a retry are sent after a restart", async () => {
    const { sandbox, received } = await subscribed((nth) => (nth === 0 ? 503 : 200));
    await sandbox.authorizedOrder();
    await tried(sandbox, 1);
    await sandbox.restart();
    sandbox.advance(1000);
    await arrived(received, 2);
    expect(received[0]?.raw.equals(received[1]?.raw ?? Buffer.alloc(0))).toBe(true);
  });
});

async function subscribed(statusOf?: (nth: number) => number) {
  const sandbox = await startTestSandbox();
  const receiver = await startReceiver(statusOf);
  await sandbox.gateway("POST", "/webhooks", { url: receiver.url, events: ALL });
  return { sandbox, received: receiver.received };
}

async function arrived(received: Received[], count: number): Promise<void> {
  await vi.waitFor(() => expect(received).toHaveLength(count), PATIENCE);
}

async function tried(sandbox: TestSandbox, tries: number): Promise<void> {
  await vi.waitFor(async () => {
    expect(await sandbox.control("GET", "/deliveries")).toMatchObject([{ state: "pending", tries }]);
  }, PATIENCE);
}
