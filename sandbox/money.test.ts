import { describe, expect, it } from "vitest";
import { startTestSandbox, usd } from "./testing/harness.ts";

const HALF_HOUR_MS = 30 * 60 * 1000;

describe("capture, release and refund", () => {
  it("move what is there, in parts, and not a cent more", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.authorizedOrder();
    const path = `/order/${uuid}`;
    expect(await sandbox.gateway("POST", `${path}/refund`, usd(1))).toMatchObject({ status: 422 });
    expect(await sandbox.gateway("POST", `${path}/capture`, { capture_amount: usd(2000) })).toMatchObject({
      status: 200,
      body: { uuid: expect.any(String) },
    });
    expect((await sandbox.gateway("POST", `${path}/release`, usd(3000))).status).toBe(200);
    expect(await sandbox.gateway("POST", `${path}/capture`, { capture_amount: usd(5001) })).toMatchObject({
      status: 422,
      body: [{ location: "capture_amount.amount_in_cents" }],
    });
    expect((await sandbox.gateway("POST", `${path}/release`, usd(5001))).status).toBe(422);
    expect((await sandbox.gateway("POST", `${path}/capture`, { capture_amount: usd(5000) })).status).toBe(
      200,
    );
    expect((await sandbox.gateway("POST", `${path}/refund`, usd(7001))).status).toBe(422);
    expect((await sandbox.gateway("POST", `${path}/refund`, usd(7000))).status).toBe(200);
    expect((await sandbox.gateway("POST", `${path}/refund`, usd(1))).status).toBe(422);
    expect((await sandbox.gateway("GET", path)).body).toMatchObject({
      checkout_status: "complete",
      authorization: {
        authorization_amount: usd(10_000),
        approved: true,
        financing_option: "4-pay-biweekly",
        captures: [{ amount: usd(2000) }, { amount: usd(5000) }],
        releases: [{ amount: usd(3000) }],
        refunds: [{ amount: usd(7000) }],
      },
    });
  });

  const malformed: [string, unknown, number][] = [
    ["without an amount", {}, 400],
    ["of nothing", usd(0), 422],
    ["of a negative amount", usd(-1), 422],
    ["of a fraction", usd(1.5), 400],
    ["in another currency than the order's", { amount_in_cents: 1, currency: "CAD" }, 422],
    ["in an unknown currency", { amount_in_cents: 1, currency: "EUR" }, 422],
  ];

  it.each(malformed)("%s are refused", async (_what, amount, status) => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.authorizedOrder();
    await sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(100) });
    for (const [call, body] of [
      ["capture", { capture_amount: amount }],
      ["release", amount],
      ["refund", amount],
    ]) {
      expect((await sandbox.gateway("POST", `/order/${uuid}/${call}`, body)).status).toBe(status);
    }
    expect((await sandbox.books(uuid)).movements).toHaveLength(1);
  });

  it("need an authorization, and an order", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.openCheckout();
    expect(
      await sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(100) }),
    ).toMatchObject({
      status: 422,
      body: [{ code: "invalid_authorization" }],
    });
    const nowhere = "/order/00000000-0000-4000-8000-000000000000/capture";
    expect((await sandbox.gateway("POST", nowhere, { capture_amount: usd(100) })).status).toBe(404);
  });

  it("that release all of an uncaptured order delete it", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.authorizedOrder();
    await sandbox.gateway("POST", `/order/${uuid}/release`, usd(4000));
    expect((await sandbox.books(uuid)).checkout_status).toBe("complete");
    await sandbox.gateway("POST", `/order/${uuid}/release`, usd(6000));
    expect((await sandbox.books(uuid)).checkout_status).toBe("deleted");
  });
});

describe("an authorization that runs out", () => {
  it("releases what is left, to the millisecond, and keeps an order that was captured in part", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.authorizedOrder();
    const capture = (cents: number) =>
      sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(cents) });
    sandbox.advance(HALF_HOUR_MS - 1);
    expect((await capture(2000)).status).toBe(200);
    sandbox.advance(1);
    expect(await capture(1)).toMatchObject({ status: 422, body: [{ code: "invalid_authorization" }] });
    expect((await sandbox.gateway("GET", `/order/${uuid}`)).body).toMatchObject({
      checkout_status: "complete",
      authorization: { captures: [{ amount: usd(2000) }], releases: [{ amount: usd(8000) }] },
    });
  });

  it("deletes an order of which nothing was captured", async () => {
    const sandbox = await startTestSandbox();
    await sandbox.control("PUT", "/settings", { authorizationTtlSeconds: 60 });
    const uuid = await sandbox.authorizedOrder();
    sandbox.advance(60_000);
    expect(await sandbox.books(uuid)).toMatchObject({
      checkout_status: "deleted",
      released_in_cents: 10_000,
      movements: [{ kind: "release", amount_in_cents: 10_000, source: "expiry" }],
    });
  });

  it("can be followed by a new order, approved or not, and only then", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.authorizedOrder();
    expect((await sandbox.gateway("POST", `/order/${uuid}/reauthorize`, usd(10_000))).status).toBe(422);
    await sandbox.control("POST", `/orders/${uuid}/expire-authorization`);
    expect((await sandbox.gateway("POST", `/order/${uuid}/reauthorize`, usd(10_001))).status).toBe(422);
    const renewed = await sandbox.gateway("POST", `/order/${uuid}/reauthorize`, usd(9000));
    expect(renewed).toMatchObject({
      status: 200,
      body: {
        intent: "AUTH",
        reference_id: "R-1001",
        order_amount: usd(9000),
        authorization: { approved: true },
      },
    });
    const { uuid: renewedUuid } = renewed.body as { uuid: string };
    expect(renewedUuid).not.toBe(uuid);
    expect(
      (await sandbox.gateway("POST", `/order/${renewedUuid}/capture`, { capture_amount: usd(9000) })).status,
    ).toBe(200);
    await sandbox.control("PUT", "/settings", { spendingPowerCents: 100 });
    expect(await sandbox.gateway("POST", `/order/${uuid}/reauthorize`, usd(9000))).toMatchObject({
      status: 200,
      body: { authorization: { approved: false } },
    });
  });
});

describe("Sezzle-Request-Id", () => {
  it("makes a repeated call answer the same and act once", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.authorizedOrder();
    const capture = () =>
      sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(3000) }, "key-1");
    const [first, second] = [await capture(), await capture()];
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect((await sandbox.books(uuid)).movements).toEqual([
      expect.objectContaining({
        kind: "capture",
        amount_in_cents: 3000,
        request_id: "key-1",
        source: "gateway",
      }),
    ]);
    expect(await sandbox.control("GET", "/requests?call=capture")).toMatchObject([
      { acted: false, replayed: true, status: 200, request_id: "key-1", order_uuid: uuid },
      { acted: true, replayed: false, status: 200 },
    ]);
  });

  it("with equal amounts under different keys moves twice", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.authorizedOrder();
    for (const key of ["key-1", "key-2"]) {
      await sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(3000) }, key);
    }
    expect((await sandbox.books(uuid)).captured_in_cents).toBe(6000);
  });

  it("gives a refusal again too, even when it would be granted by now", async () => {
    const sandbox = await startTestSandbox();
    const uuid = await sandbox.openCheckout();
    const capture = () =>
      sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(3000) }, "key-1");
    const first = await capture();
    expect(first.status).toBe(422);
    await sandbox.control("POST", `/orders/${uuid}/complete`);
    expect(await capture()).toMatchObject({ status: 422, body: first.body });
  });

  it.each([
    [409, 409],
    [422, 422],
    ["replay", 200],
  ])("reused for another amount, order or call answers by the reading %s", async (reading, status) => {
    const sandbox = await startTestSandbox();
    await sandbox.control("PUT", "/readings", { idempotencyConflict: reading });
    const uuid = await sandbox.authorizedOrder();
    const other = await sandbox.authorizedOrder();
    await sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(3000) }, "key-1");
    const reuses = [
      await sandbox.gateway("POST", `/order/${uuid}/capture`, { capture_amount: usd(3001) }, "key-1"),
      await sandbox.gateway("POST", `/order/${other}/capture`, { capture_amount: usd(3000) }, "key-1"),
      await sandbox.gateway("POST", `/order/${uuid}/refund`, usd(3000), "key-1"),
    ];
    expect(reuses.map((answer) => answer.status)).toEqual([status, status, status]);
    expect((await sandbox.books(uuid)).movements).toHaveLength(1);
    expect((await sandbox.books(other)).movements).toHaveLength(0);
  });
});
