import { describe, expect, it } from "vitest";
import { KEYS, sessionRequest, startTestSandbox, usd } from "./testing/harness.ts";

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const UNKNOWN = "00000000-0000-4000-8000-000000000000";

describe("authentication", () => {
  it("gives a token of 120 minutes for the merchant's keys and refuses others", async () => {
    const sandbox = await startTestSandbox();
    const answer = await sandbox.request("POST", "/v2/authentication", { body: JSON.stringify(KEYS) });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        token: expect.any(String),
        expiration_date: new Date(sandbox.now() + 2 * HOUR_MS).toISOString(),
        merchant_uuid: expect.any(String),
      },
    });
    const wrong = JSON.stringify({ ...KEYS, private_key: "sz_pr_other" });
    expect((await sandbox.request("POST", "/v2/authentication", { body: wrong })).status).toBe(401);
    expect((await sandbox.request("POST", "/v2/authentication", { body: "{}" })).status).toBe(400);
  });

  it("tells a missing, an unknown and an expired token apart", async () => {
    const sandbox = await startTestSandbox();
    const path = `/v2/order/${UNKNOWN}`;
    expect(await sandbox.request("GET", path)).toMatchObject({
      status: 401,
      body: [{ code: "unauthorized" }],
    });
    const headers = { authorization: "Bearer nonsense" };
    expect(await sandbox.request("GET", path, { headers })).toMatchObject({
      status: 401,
      body: [{ code: "unauthorized" }],
    });
    expect((await sandbox.gateway("GET", `/order/${UNKNOWN}`)).status).toBe(404);
    sandbox.advance(2 * HOUR_MS - 1);
    expect((await sandbox.gateway("GET", `/order/${UNKNOWN}`)).status).toBe(404);
    sandbox.advance(1);
    expect(await sandbox.gateway("GET", `/order/${UNKNOWN}`)).toMatchObject({
      status: 401,
      body: [{ code: "token_is_expired" }],
    });
  });
});

describe("a session request", () => {
  const refused: [string, Record<string, unknown>, number, string][] = [
    ["no intent", { intent: undefined }, 400, "order.intent"],
    ["an unknown intent", { intent: "SALE" }, 422, "order.intent"],
    ["no reference", { reference_id: undefined }, 400, "order.reference_id"],
    ["a reference with a space", { reference_id: "R 1" }, 422, "order.reference_id"],
    ["no description", { description: undefined }, 400, "order.description"],
    [
      "an amount as text",
      { order_amount: { amount_in_cents: "100", currency: "USD" } },
      400,
      "order.order_amount.amount_in_cents",
    ],
    ["a fraction of a cent", { order_amount: usd(1000.5) }, 400, "order.order_amount.amount_in_cents"],
    ["less than a dollar", { order_amount: usd(99) }, 422, "order.amount.amount_in_cents"],
    ["a negative amount", { order_amount: usd(-500) }, 422, "order.order_amount.amount_in_cents"],
    [
      "another currency",
      { order_amount: { amount_in_cents: 1000, currency: "EUR" } },
      422,
      "order.order_amount.currency",
    ],
    ["metadata that is no text", { metadata: { location_id: 17 } }, 400, "order.metadata.location_id"],
    ["nowhere to send the link", { send_checkout_url: {} }, 422, "order.send_checkout_url"],
    [
      "an implausible phone",
      { send_checkout_url: { to_sms_phone: "12" } },
      422,
      "order.send_checkout_url.to_sms_phone",
    ],
    [
      "an implausible e-mail",
      { send_checkout_url: { to_email: "pat@" } },
      422,
      "order.send_checkout_url.to_email",
    ],
    [
      "an expiration in the past",
      { checkout_expiration: "2020-01-01T00:00:00Z" },
      422,
      "order.checkout_expiration",
    ],
    [
      "tax in another currency",
      { tax_amount: { amount_in_cents: 1, currency: "CAD" } },
      422,
      "order.tax_amount.currency",
    ],
  ];

  it.each(refused)("with %s is refused, naming the place", async (_what, order, status, location) => {
    const sandbox = await startTestSandbox();
    const answer = await sandbox.gateway("POST", "/session", sessionRequest(order));
    expect(answer).toMatchObject({ status, body: [{ location, debug_uuid: expect.any(String) }] });
    expect(await sandbox.control("GET", "/orders")).toEqual([]);
  });

  it("without its redirect addresses is refused, each named", async () => {
    const sandbox = await startTestSandbox();
    const { order } = sessionRequest();
    expect(await sandbox.gateway("POST", "/session", { order })).toMatchObject({
      status: 400,
      body: [{ location: "cancel_url" }, { location: "complete_url" }],
    });
  });

  it("that is not JSON, or over 256 KB, is refused", async () => {
    const sandbox = await startTestSandbox();
    expect(await sandbox.request("POST", "/v2/authentication", { body: "{" })).toMatchObject({
      status: 400,
      body: [{ code: "bad_request" }],
    });
    const large = sessionRequest({ metadata: { note: "x".repeat(256 * 1024) } });
    expect((await sandbox.gateway("POST", "/session", large)).status).toBe(413);
  });

  it("with unknown fields is taken, and gives back metadata, description and customer", async () => {
    const sandbox = await startTestSandbox();
    const request = {
      ...sessionRequest({ colour: "blue" }),
      customer: { first_name: "Pat", loyalty: "gold" },
    };
    const session = await sandbox.gateway("POST", "/session", request);
    expect(session.status).toBe(201);
    const { uuid, order } = session.body as { uuid: string; order: { uuid: string; checkout_url: string } };
    expect(order.checkout_url).toBe(`${sandbox.url()}/checkout/${order.uuid}`);
    expect((await sandbox.gateway("GET", `/session/${uuid}`)).body).toEqual(session.body);
    expect(await sandbox.gateway("GET", `/order/${order.uuid}`)).toMatchObject({
      status: 200,
      body: {
        uuid: order.uuid,
        intent: "AUTH",
        reference_id: "R-1001",
        description: "Running shoes",
        order_amount: usd(10_000),
        metadata: { location_id: "17", store_name: "Maple St" },
        customer: { first_name: "Pat", loyalty: "gold" },
        checkout_status: "active",
        checkout_expiration: new Date(sandbox.now() + 24 * HOUR_MS).toISOString(),
      },
    });
  });

  it("sends the link by text and by e-mail, in French when asked", async () => {
    const sandbox = await startTestSandbox();
    const send = { to_sms_phone: "+16125550147", to_email: "pat@example.com", language: "fr-CA" };
    const uuid = await sandbox.openCheckout({ send_checkout_url: send });
    const checkout_url = `${sandbox.url()}/checkout/${uuid}`;
    expect(await sandbox.control("GET", "/messages")).toMatchObject([
      { channel: "email", recipient: "pat@example.com", language: "fr-CA", checkout_url },
      { channel: "sms", recipient: "+16125550147", body: expect.stringContaining("Terminez"), checkout_url },
    ]);
  });
});

describe("an order's checkout", () => {
  it("can be deleted before completion and not after", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.openCheckout();
    expect((await sandbox.gateway("DELETE", `/order/${uuid}/checkout`)).status).toBe(204);
    expect(await sandbox.gateway("GET", `/order/${uuid}`)).toMatchObject({
      body: { checkout_status: "deleted" },
    });
    const completed = await sandbox.authorizedOrder();
    expect(await sandbox.gateway("DELETE", `/order/${completed}/checkout`)).toMatchObject({
      status: 422,
      body: [{ code: "already_completed" }],
    });
  });

  it("expires to the millisecond", async () => {
    const sandbox = await startTestSandbox();
    const expiration = new Date(sandbox.now() + 10 * MINUTE_MS).toISOString();
    const uuid = await sandbox.openCheckout({ checkout_expiration: expiration });
    sandbox.advance(10 * MINUTE_MS - 1);
    expect(await sandbox.gateway("GET", `/order/${uuid}`)).toMatchObject({
      body: { checkout_status: "active" },
    });
    sandbox.advance(1);
    expect(await sandbox.gateway("GET", `/order/${uuid}`)).toMatchObject({
      body: { checkout_status: "deleted" },
    });
  });

  it("takes another reference at any time", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.authorizedOrder();
    expect((await sandbox.gateway("PATCH", `/order/${uuid}`, { reference_id: "no spaces" })).status).toBe(
      422,
    );
    expect((await sandbox.gateway("PATCH", `/order/${uuid}`, { reference_id: "R-2" })).status).toBe(204);
    expect(await sandbox.gateway("GET", `/order/${uuid}`)).toMatchObject({ body: { reference_id: "R-2" } });
    expect((await sandbox.gateway("PATCH", `/order/${UNKNOWN}`, { reference_id: "R-2" })).status).toBe(404);
  });
});

describe("readings", () => {
  it("change shapes and formats as told, and refuse values there are none of", async () => {
    const sandbox = await startTestSandbox();
    await sandbox.control("PUT", "/readings", {
      completeStatus: "completed",
      errorShape: "object",
      amountShape: "flat",
    });
    await sandbox.control("PUT", "/readings", { phoneFormat: "e164", language: "fr" });
    expect(await sandbox.gateway("POST", "/session", sessionRequest())).toMatchObject({
      status: 422,
      body: { code: "invalid", location: "order.send_checkout_url.to_sms_phone" },
    });
    const french = { to_sms_phone: "+16125550147", language: "fr-CA" };
    expect(
      (await sandbox.gateway("POST", "/session", sessionRequest({ send_checkout_url: french }))).status,
    ).toBe(422);
    const uuid = await sandbox.authorizedOrder({
      send_checkout_url: { to_sms_phone: "+16125550147", language: "fr" },
    });
    await sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(4000) });
    expect(await sandbox.gateway("GET", `/order/${uuid}`)).toMatchObject({
      body: {
        checkout_status: "completed",
        authorization: {
          captures: [{ uuid: expect.any(String), amount_in_cents: 4000, currency_code: "USD" }],
        },
      },
    });
    const body = JSON.stringify({ completeStatus: "done" });
    expect(await sandbox.request("PUT", "/control/api/readings", { body })).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining("completeStatus") },
    });
  });
});
