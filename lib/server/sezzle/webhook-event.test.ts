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
    ["dispute.closed.neutral", { order_uuid: "o-1", uuid: "d-1" }, {}],
    ["dispute.of_a_new_kind", { dispute_id: 7, order_uuid: "o-1" }, {}],
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
        dispute: null,
        ...expected,
      },
    });
  });

  const nothingElse = {
    ...{ reference: null, type: null, status: null, amountCents: null, currency: null, dueAt: null },
    outcome: null,
  };

  it.each([
    ["dispute.merchant_input_requested", { stage: "input_requested" }],
    ["dispute.deadline_approaching", { stage: "deadline_approaching" }],
    ["dispute.closed.customer_win", { stage: "closed", outcome: "customer_win" }],
    ["dispute.closed.merchant_win", { stage: "closed", outcome: "merchant_win" }],
    ["dispute.closed.neutral", { stage: "closed", outcome: "neutral" }],
  ])("reads %s, which has to name its dispute and nothing else", (event, expected) => {
    const parsed = parseWebhookEvent(envelope(event, { dispute_id: 7 }));
    expect(parsed).toMatchObject({
      event: { orderUuid: null, dispute: { ...nothingElse, disputeId: "7", ...expected } },
    });
  });

  it.each([
    [
      { dispute_amount_in_cents: 4000, dispute_currency: "USD", dispute_due_date: "2026-12-01T20:00:00Z" },
      { amountCents: 4000, currency: "USD", dueAt: new Date("2026-12-01T20:00:00Z") },
    ],
    [
      { dispute_amount_in_cents: "4000", dispute_currency: "cad", dispute_due_date: "2026-12-01" },
      { amountCents: 4000, currency: "CAD", dueAt: new Date("2026-12-01T00:00:00Z") },
    ],
    [
      { dispute_amount_in_cents: 40.5, dispute_currency: "EUR", dispute_due_date: 5, dispute_type: {} },
      { amountCents: null, currency: null, dueAt: null, type: null },
    ],
    [
      { order_reference_id: " R-1 ", dispute_type: 12, dispute_status: "" },
      { reference: "R-1", type: "12", status: null },
    ],
  ])("reads of a dispute %j", (data, expected) => {
    const parsed = parseWebhookEvent(
      envelope("dispute.deadline_approaching", { dispute_id: "d-1", ...data }),
    );
    expect(parsed).toMatchObject({ event: { dispute: { disputeId: "d-1", ...expected } } });
  });

  it.each([
    ['"d-1"', "d-1"],
    ["17", "17"],
    ["9007199254740993", "9007199254740993"],
    ["123456789012345678901234", "123456789012345678901234"],
  ])("reads the dispute's id %s to the last digit", (id, expected) => {
    const text = `{"uuid":"e-1","event":"dispute.closed.neutral","data":{"dispute_id":${id}}}`;
    expect(parseWebhookEvent(text)).toMatchObject({ event: { dispute: { disputeId: expected } } });
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
