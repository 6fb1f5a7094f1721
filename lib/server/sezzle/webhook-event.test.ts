import { describe, expect, it } from "vitest";
import { parseWebhookEvent } from "./webhook-event.ts";

const price = { amount_in_cents: 8450, currency: "USD" };

function envelope(event: string, data: unknown): string {
  return JSON.stringify({ uuid: "e-1", created_at: "2026-03-01T12:00:00Z", event, data_type: "order", data });
}

describe("parseWebhookEvent", () => {
  it.each([
    ["order.authorized", { uuid: "o-1", authorization: { uuid: "a-1", approved: true } }, {}],
    ["order.captured", { uuid: "o-1", capture: { uuid: "c-1", amount: price } }, { movementUuid: "c-1" }],
    ["order.refunded", { uuid: "o-1", refund: { uuid: "r-1", amount: price } }, { movementUuid: "r-1" }],
    [
      "order.refunded",
      { uuid: "o-1", source: "dashboard", refund: { uuid: "r-1" } },
      { movementUuid: "r-1", refundSource: "dashboard" },
    ],
    [
      "order.refunded",
      { uuid: "o-1", refund: { uuid: "r-1", source: "gateway" } },
      { movementUuid: "r-1", refundSource: "gateway" },
    ],
    [
      "order.refunded",
      { uuid: "o-1", authorization: { refunds: [], refund: { source: "dashboard" } } },
      { refundSource: "dashboard" },
    ],
    ["order.refunded", { uuid: "o-1", source: "elsewhere" }, {}],
    ["order.captured", { uuid: "o-1", source: "dashboard" }, {}],
    ["order.something_new", { uuid: "o-1" }, {}],
    ["dispute.closed.neutral", { dispute_id: 7, order_uuid: "o-1", uuid: "d-1" }, {}],
    ["customer.tokenized", { uuid: "customer-1" }, { orderUuid: null }],
    ["order.authorized", null, { orderUuid: null }],
    ["order.authorized", { uuid: 5 }, { orderUuid: null }],
    ["something.else", "text", { orderUuid: null }],
  ])("reads %s with %j", (event, data, expected) => {
    expect(parseWebhookEvent(envelope(event, data))).toEqual({
      ok: true,
      event: {
        uuid: "e-1",
        event,
        createdAt: new Date("2026-03-01T12:00:00Z"),
        orderUuid: "o-1",
        refundSource: null,
        movementUuid: null,
        ...expected,
      },
    });
  });

  it("reads bytes as it reads text", () => {
    const text = envelope("order.captured", { uuid: "o-1", capture: { uuid: "c-é" } });
    expect(parseWebhookEvent(Buffer.from(text))).toEqual(parseWebhookEvent(text));
    expect(parseWebhookEvent(text).ok).toBe(true);
  });

  it("does without a readable time", () => {
    const parsed = parseWebhookEvent('{"uuid":"e-1","event":"order.captured","created_at":"soon"}');
    expect(parsed).toMatchObject({ ok: true, event: { createdAt: null, orderUuid: null } });
  });

  it.each([
    ["no JSON", "hello"],
    ["nothing", ""],
    ["a list", "[]"],
    ["null", "null"],
    ["no event uuid", '{"event":"order.captured"}'],
    ["no event name", '{"uuid":"e-1"}'],
    ["a uuid that is a number", '{"uuid":1,"event":"order.captured"}'],
    ["bytes that are not UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
  ])("refuses %s", (_, raw) => {
    expect(parseWebhookEvent(raw)).toEqual({ ok: false });
  });
});
