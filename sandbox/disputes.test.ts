import { describe, expect, it, vi } from "vitest";
import { startTestSandbox, type TestSandbox, usd } from "./testing/harness.ts";
import { startReceiver } from "./testing/receiver.ts";

const EVENTS = [
  "dispute.merchant_input_requested",
  "dispute.deadline_approaching",
  "dispute.closed.customer_win",
  "dispute.closed.merchant_win",
  "dispute.closed.neutral",
];

interface Dispute {
  id: number;
  status: string;
  outcome: string | null;
  due_at: string;
}

async function subscribed() {
  const sandbox = await startTestSandbox();
  const { url, received } = await startReceiver(() => 200);
  await sandbox.gateway("POST", "/webhooks", { url, events: EVENTS });
  return { sandbox, received };
}

async function capturedOrder(sandbox: TestSandbox): Promise<string> {
  const uuid = await sandbox.authorizedOrder();
  await sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(4000) });
  return uuid;
}

describe("disputes", () => {
  it("are opened, moved and closed, each announced with what merchants are told", async () => {
    const { sandbox, received } = await subscribed();
    const uuid = await capturedOrder(sandbox);
    const opened = await sandbox.control<Dispute>("POST", `/orders/${uuid}/dispute`, {
      amount_in_cents: 2500,
    });
    await sandbox.control("POST", `/disputes/${opened.id}/deadline`, { due_in_seconds: 3600 });
    const closed = await sandbox.control<Dispute>("POST", `/disputes/${opened.id}/close`, {
      outcome: "merchant_win",
    });
    expect(closed).toMatchObject({ status: "closed", outcome: "merchant_win" });
    await vi.waitFor(() => expect(received).toHaveLength(3), { timeout: 8000, interval: 10 });
    expect(received.map(({ event }) => event)).toMatchObject([
      {
        event: "dispute.merchant_input_requested",
        data_type: "dispute",
        data: {
          dispute_id: String(opened.id),
          order_uuid: uuid,
          order_reference_id: "R-1001",
          dispute_type: "product_not_received",
          dispute_amount_in_cents: 2500,
          dispute_currency: "USD",
          dispute_due_date: opened.due_at,
        },
      },
      { event: "dispute.deadline_approaching", data: { dispute_due_date: closed.due_at } },
      { event: "dispute.closed.merchant_win", data: { dispute_status: "closed" } },
    ]);
    expect(await sandbox.control("GET", "/disputes")).toMatchObject([{ id: opened.id, order_uuid: uuid }]);
  });

  it("carry a number as their id under that reading", async () => {
    const { sandbox, received } = await subscribed();
    await sandbox.control("PUT", "/readings", { disputeId: "number" });
    const uuid = await capturedOrder(sandbox);
    const { id } = await sandbox.control<Dispute>("POST", `/orders/${uuid}/dispute`);
    await vi.waitFor(() => expect(received).toHaveLength(1), { timeout: 8000, interval: 10 });
    expect(received[0]?.event).toMatchObject({ data: { dispute_id: id, dispute_amount_in_cents: 4000 } });
  });

  it("are about what was captured, and closed once", async () => {
    const { sandbox } = await subscribed();
    const uuid = await capturedOrder(sandbox);
    const post = async (path: string, body: object) =>
      (await sandbox.request("POST", `/control/api${path}`, { body: JSON.stringify(body) })).status;
    expect(await post(`/orders/${uuid}/dispute`, { amount_in_cents: 4001 })).toBe(422);
    expect(await post(`/orders/${await sandbox.authorizedOrder()}/dispute`, {})).toBe(422);
    const { id } = await sandbox.control<Dispute>("POST", `/orders/${uuid}/dispute`);
    expect(await post(`/disputes/${id}/close`, { outcome: "nobody" })).toBe(422);
    expect(await post(`/disputes/${id}/close`, { outcome: "neutral" })).toBe(200);
    expect(await post(`/disputes/${id}/deadline`, {})).toBe(422);
    expect(await post("/disputes/999/close", { outcome: "neutral" })).toBe(404);
  });

  it("can be steered from the control page", async () => {
    const { sandbox } = await subscribed();
    const uuid = await capturedOrder(sandbox);
    const form = (path: string, fields: Record<string, string>) =>
      sandbox.request("POST", `/control/do${path}`, { body: new URLSearchParams(fields) });
    expect((await form(`/orders/${uuid}/dispute`, { amount_in_cents: "1200" })).status).toBe(303);
    expect((await sandbox.request("GET", "/control")).body).toContain("$12.00");
    expect((await form("/disputes/1/close", { outcome: "customer_win" })).status).toBe(303);
    expect(await sandbox.control("GET", "/disputes")).toMatchObject([{ outcome: "customer_win" }]);
    await sandbox.control("POST", "/reset");
    expect(await sandbox.control("GET", "/disputes")).toEqual([]);
  });
});
