import { describe, expect, it } from "vitest";
import { type CreateSessionInput, defaultReadings, sessionRequestBody } from "./session-request.ts";

const input: CreateSessionInput = {
  amount: { amountCents: 8450, currency: "USD" },
  referenceId: "sale-1",
  description: "In-store purchase",
  metadata: { till_attempt: "t-1", location_id: "maple-st" },
  locale: "en-US",
  checkoutExpiresAt: new Date("2026-03-01T12:30:00Z"),
  completeUrl: "https://till.example/done",
  cancelUrl: "https://till.example/cancelled",
  customer: { firstName: "Jo", phone: "+16125550147" },
  sendTo: { kind: "sms", phone: "+16125550147" },
  language: "en",
};

describe("sessionRequestBody", () => {
  it("asks for an authorization in the documented shape", () => {
    expect(JSON.parse(JSON.stringify(sessionRequestBody(input, defaultReadings)))).toEqual({
      cancel_url: { href: "https://till.example/cancelled", method: "GET" },
      complete_url: { href: "https://till.example/done", method: "GET" },
      customer: { first_name: "Jo", phone: "6125550147" },
      order: {
        intent: "AUTH",
        reference_id: "sale-1",
        description: "In-store purchase",
        order_amount: { amount_in_cents: 8450, currency: "USD" },
        metadata: { till_attempt: "t-1", location_id: "maple-st" },
        checkout_expiration: "2026-03-01T12:30:00.000Z",
        locale: "en-US",
        send_checkout_url: { to_sms_phone: "6125550147", language: "en" },
      },
    });
  });

  it.each([
    ["bare10", "6125550147"],
    ["e164", "+16125550147"],
  ] as const)("writes phones as %s", (phoneFormat, phone) => {
    const body = sessionRequestBody(input, { ...defaultReadings, phoneFormat });
    expect(body.order.send_checkout_url).toMatchObject({ to_sms_phone: phone });
    expect(body.customer.phone).toBe(phone);
  });

  it.each([
    ["en", "fr", "en"],
    ["en", "fr-CA", "en"],
    ["fr", "fr", "fr"],
    ["fr", "fr-CA", "fr-CA"],
  ] as const)("writes the language %s, where French is %s, as %s", (language, frenchCode, written) => {
    const sendTo = { kind: "email", email: "jo@shop.example" } as const;
    const body = sessionRequestBody({ ...input, language, sendTo }, { ...defaultReadings, frenchCode });
    expect(body.order.send_checkout_url).toEqual({ to_email: "jo@shop.example", language: written });
  });

  it.each(["6125550147", "+4930123456", "+1612555014", ""])(
    "refuses the phone %j without repeating it",
    (phone) => {
      const build = () => sessionRequestBody({ ...input, sendTo: { kind: "sms", phone } }, defaultReadings);
      expect(build).toThrow(/^not a North American phone number in E\.164$/);
    },
  );
});
