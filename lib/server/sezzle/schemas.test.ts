import { describe, expect, it } from "vitest";
import {
  authenticationAnswer,
  orderAnswer,
  reauthorizationAnswer,
  sessionAnswer,
  webhookListAnswer,
} from "./schemas.ts";

const usd = (amountCents: number) => ({ amountCents, currency: "USD" });
const price = (cents: unknown, currency: unknown = "USD") => ({ amount_in_cents: cents, currency });

const activeOrder = { uuid: "o-1", order_amount: price(10_000), checkout_status: "active" };
const authorization = {
  authorization_amount: price(10_000),
  approved: true,
  expiration: "2026-03-01T12:30:00Z",
};
const authorizedWith = (fields: object) => ({
  ...activeOrder,
  checkout_status: "complete",
  authorization: { ...authorization, ...fields },
});

describe("an order", () => {
  it("is read with everything it may carry", () => {
    const order = orderAnswer.parse({
      ...authorizedWith({
        financing_option: "4-pay-biweekly",
        sezzle_order_id: 5501,
        captures: [{ uuid: "c-1", amount: price(6000) }],
        refunds: [{ uuid: "r-1", amount: price(1000) }],
        releases: [{ uuid: "l-1", amount: price(4000) }],
        authorization_amount_in_user_currency: price(13_000, "CAD"),
      }),
      links: [],
      intent: "AUTH",
      reference_id: "sale-1",
      metadata: { till_attempt: "t-1", count: 2, nothing: null, deep: {} },
      checkout_expiration: "2026-03-01T13:00:00.123456789-05:00",
      something_new: { of: "Sezzle" },
    });
    expect(order).toEqual({
      orderUuid: "o-1",
      intent: "AUTH",
      referenceId: "sale-1",
      amount: usd(10_000),
      checkoutStatus: "complete",
      checkoutExpiresAt: new Date("2026-03-01T18:00:00.123Z"),
      metadata: { till_attempt: "t-1", count: "2" },
      authorization: {
        amount: usd(10_000),
        approved: true,
        expiresAt: new Date("2026-03-01T12:30:00Z"),
        financingOption: "4-pay-biweekly",
        sezzleOrderId: "5501",
        captures: [{ movementUuid: "c-1", amount: usd(6000) }],
        refunds: [{ movementUuid: "r-1", amount: usd(1000) }],
        releases: [{ movementUuid: "l-1", amount: usd(4000) }],
      },
    });
  });

  it("is read with nothing but what it must carry", () => {
    expect(orderAnswer.parse(activeOrder)).toEqual({
      orderUuid: "o-1",
      intent: null,
      referenceId: null,
      amount: usd(10_000),
      checkoutStatus: "active",
      checkoutExpiresAt: null,
      metadata: {},
      authorization: null,
    });
  });

  it.each([
    ["active", "active"],
    ["complete", "complete"],
    ["completed", "complete"],
    ["denied", "denied"],
    ["deleted", "deleted"],
  ])("with the checkout status %s is %s", (written, read) => {
    expect(orderAnswer.parse({ ...activeOrder, checkout_status: written }).checkoutStatus).toBe(read);
  });

  it.each([
    ["no authorization yet", { ...activeOrder, authorization: null }],
    ["metadata that is null", { ...activeOrder, metadata: null }],
    ["metadata that is an empty list", { ...activeOrder, metadata: [] }],
    ["an expiry that was never set", { ...activeOrder, checkout_expiration: "0001-01-01T00:00:00Z" }],
    ["an unreadable expiry", { ...activeOrder, checkout_expiration: "tomorrow" }],
  ])("may have %s", (_, body) => {
    expect(orderAnswer.parse(body)).toEqual(orderAnswer.parse(activeOrder));
  });

  it.each(["captures", "refunds", "releases"])("may lack %s, or have null for them", (name) => {
    const without = orderAnswer.parse(authorizedWith({}));
    expect(without.authorization).toMatchObject({ [name]: [] });
    expect(orderAnswer.parse(authorizedWith({ [name]: null }))).toEqual(without);
  });

  it("takes a time without a zone as UTC", () => {
    const order = orderAnswer.parse(authorizedWith({ expiration: "2026-03-01 12:30:00" }));
    expect(order.authorization?.expiresAt).toEqual(new Date("2026-03-01T12:30:00Z"));
  });

  it.each([
    ["nested", { uuid: "c-1", amount: price(2500) }],
    ["nested, with the other name of the currency", { uuid: "c-1", amount: flat(2500) }],
    ["flat", { uuid: "c-1", ...flat(2500) }],
    ["flat beside a null", { uuid: "c-1", amount: null, ...flat(2500) }],
  ])("has movements whose amount is %s", (_, movement) => {
    const order = orderAnswer.parse(authorizedWith({ captures: [movement], releases: [movement] }));
    const expected = [{ movementUuid: "c-1", amount: usd(2500) }];
    expect(order.authorization).toMatchObject({ captures: expected, releases: expected });
  });

  it.each([
    ["no uuid", { ...activeOrder, uuid: undefined }],
    ["an empty uuid", { ...activeOrder, uuid: "" }],
    ["no amount", { ...activeOrder, order_amount: undefined }],
    ["a fraction of a cent", { ...activeOrder, order_amount: price(100.5) }],
    ["an amount that is text", { ...activeOrder, order_amount: price("10000") }],
    ["a negative amount", { ...activeOrder, order_amount: price(-1) }],
    ["an amount beyond all sales", { ...activeOrder, order_amount: price(1e15) }],
    ["no currency", { ...activeOrder, order_amount: { amount_in_cents: 100 } }],
    ["a currency the till does not know", { ...activeOrder, order_amount: price(100, "EUR") }],
    ["a checkout status that does not exist", { ...activeOrder, checkout_status: "paid" }],
    ["an approval that is text", authorizedWith({ approved: "true" })],
    ["a movement without amount", authorizedWith({ captures: [{ uuid: "c-1" }] })],
    ["a movement without uuid", authorizedWith({ captures: [{ amount: price(100) }] })],
    ["a movement with a fraction", authorizedWith({ refunds: [{ uuid: "r-1", ...flat(0.1) }] })],
    ["movements that are no list", authorizedWith({ releases: {} })],
  ])("is refused with %s", (_, body) => {
    expect(orderAnswer.safeParse(body).success).toBe(false);
  });
});

function flat(cents: number) {
  return { amount_in_cents: cents, currency_code: "USD" };
}

describe("a session", () => {
  const session = (checkoutUrl: unknown) => ({
    uuid: "s-1",
    links: [],
    order: { uuid: "o-1", checkout_url: checkoutUrl },
  });

  it.each(["https://checkout.sezzle.com/?id=1", "http://localhost:4010/checkout/1"])("opens at %s", (url) => {
    const expected = { sessionUuid: "s-1", orderUuid: "o-1", checkoutUrl: url };
    expect(sessionAnswer.parse(session(url))).toEqual(expected);
  });

  it.each(["javascript:alert(1)", "/checkout/1", "", null])("is refused when it opens at %j", (url) => {
    expect(sessionAnswer.safeParse(session(url)).success).toBe(false);
  });
});

describe("a sign-in", () => {
  it.each([
    ["2026-03-01T12:00:00Z", new Date("2026-03-01T12:00:00Z")],
    ["whenever", null],
    [1_772_366_400, null],
    [undefined, null],
  ])("with the expiry %j ends at %j", (written, expiresAt) => {
    const body = { token: "t", expiration_date: written, merchant_uuid: "m-1" };
    expect(authenticationAnswer.parse(body)).toEqual({ token: "t", expiresAt, merchantUuid: "m-1" });
  });
});

describe("a reauthorization", () => {
  it.each([
    [{ approved: true, authorization_amount: price(500), expiration: "2026-03-01T12:00:00Z" }, true, 500],
    [{ approved: false }, false, 700],
  ])("of %j is decided by `approved`", (written, approved, amountCents) => {
    const expiresAt = approved ? new Date("2026-03-01T12:00:00Z") : null;
    expect(
      reauthorizationAnswer.parse({ uuid: "o-2", order_amount: price(700), authorization: written }),
    ).toEqual({ orderUuid: "o-2", approved, amount: usd(amountCents), authorizationExpiresAt: expiresAt });
  });

  it("that does not say whether it was approved is refused", () => {
    expect(reauthorizationAnswer.safeParse({ uuid: "o-2", authorization: {} }).success).toBe(false);
  });
});

describe("a list of subscriptions", () => {
  it("may be null, and a subscription may have no events", () => {
    expect(webhookListAnswer.parse(null)).toEqual([]);
    expect(webhookListAnswer.parse([{ uuid: "w-1", url: "https://shop.example", events: null }])).toEqual([
      { uuid: "w-1", url: "https://shop.example", events: [] },
    ]);
  });
});
