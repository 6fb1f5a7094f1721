import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createGateway, type Gateway, type GatewayConfig } from "./client.ts";
import type { GatewayLogEntry } from "./exchange.ts";
import type { GatewayError } from "./gateway-error.ts";
import { gatewayFailure } from "./gateway-failure.ts";
import { type Reply, type ScriptedServer, startScriptedServer } from "./scripted-server.ts";

const publicKey = "sz_pub_unit";
const privateKey = "sz_pr_unit";
const amount = { amountCents: 8450, currency: "USD" } as const;
const order: Reply = {
  status: 200,
  body: JSON.stringify({
    uuid: "o-1",
    order_amount: { amount_in_cents: 8450, currency: "USD" },
    checkout_status: "active",
  }),
};
const moved: Reply = { status: 200, body: '{"uuid":"m-1"}' };
const refusal: Reply = {
  status: 422,
  body: '[{"code":"invalid","location":"amount","message":"token-2 is too much for jo@shop.example","debug_uuid":"d-1"}]',
};

let server: ScriptedServer;
let waits: number[];
let log: GatewayLogEntry[];

beforeEach(async () => {
  server = await startScriptedServer();
  waits = [];
  log = [];
});
afterEach(async () => {
  await server.stop();
});

function gatewayWith(settings: Partial<GatewayConfig> = {}): Gateway {
  return createGateway({
    baseUrl: server.url,
    publicKey,
    privateKey,
    wait: async (delayMs) => waits.push(delayMs),
    log: (entry) => log.push(entry),
    ...settings,
  });
}

const capture = (gateway: Gateway) => gateway.capture("o-1", amount, "operation-1");

describe("a call that changes something", () => {
  it.each<[string, Reply[], Partial<GatewayError>]>([
    ["400", [{ status: 400 }], { outcome: "refused", status: 400 }],
    ["403", [{ status: 403 }], { outcome: "refused", status: 403 }],
    ["404", [{ status: 404 }], { outcome: "refused", status: 404 }],
    ["409", [{ status: 409 }], { outcome: "refused", status: 409 }],
    ["422", [refusal], { outcome: "refused", status: 422 }],
    ["408", [{ status: 408 }], { outcome: "unknown", status: 408 }],
    ["425", [{ status: 425 }], { outcome: "unknown", status: 425 }],
    ["500", [{ status: 500 }], { outcome: "unknown", status: 500 }],
    ["503", [{ status: 503, headers: { "retry-after": "1" } }], { outcome: "unknown", retryAfterMs: 1000 }],
    ["307", [{ status: 307, headers: { location: "/elsewhere" } }], { outcome: "unknown", status: 307 }],
    ["a lost connection", ["cut"], { outcome: "unknown", status: null, reason: "network" }],
    ["half an answer", ["half"], { outcome: "unknown", status: 200, reason: "network" }],
    ["garbage", [{ status: 200, body: "<html>" }], { outcome: "unknown", status: 200, reason: "unreadable" }],
    ["no uuid", [{ status: 200, body: "{}" }], { outcome: "unknown", status: 200, reason: "unreadable" }],
    ["an empty answer", [{ status: 200 }], { outcome: "unknown", status: 200, reason: "unreadable" }],
  ])("is sent once when it meets %s, and says what is known", async (_, replies, expected) => {
    server.replies.push(...replies);
    expect(await gatewayFailure(capture(gatewayWith()))).toMatchObject({ call: "capture", ...expected });
    expect(server.seen).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it("is sent once when no answer comes in time", async () => {
    server.replies.push("hang");
    const error = await gatewayFailure(gatewayWith({ timeoutMs: 60 }).refund("o-1", amount, "operation-1"));
    expect(error).toMatchObject({ outcome: "unknown", reason: "timeout", status: null });
    expect(server.seen).toHaveLength(1);
  });

  it("does not take in an answer of more than a megabyte", async () => {
    server.replies.push({ status: 200, body: `{"uuid":"m-1","more":"${"m".repeat(1_100_000)}"}` });
    expect(await gatewayFailure(capture(gatewayWith()))).toMatchObject({
      outcome: "unknown",
      reason: "unreadable",
    });
  });

  it("comes again after 429 with the same key and body, as late as Sezzle asks", async () => {
    server.replies.push(
      { status: 429, headers: { "retry-after": "2" } },
      { status: 429, headers: { "retry-after": "1" } },
      moved,
    );
    expect(await capture(gatewayWith())).toEqual({ movementUuid: "m-1" });
    expect(waits).toEqual([2000, 1000]);
    expect(new Set(server.seen.map(({ headers }) => headers["sezzle-request-id"]))).toEqual(
      new Set(["operation-1"]),
    );
    expect(new Set(server.seen.map(({ body }) => body)).size).toBe(1);
  });

  it("is refused when 429 persists, and says when to come back", async () => {
    for (let i = 0; i < 4; i++) server.replies.push({ status: 429, headers: { "retry-after": "1" } });
    const error = await gatewayFailure(capture(gatewayWith()));
    expect(error).toMatchObject({ outcome: "refused", status: 429, retryAfterMs: 1000 });
    expect(server.seen).toHaveLength(3);
  });

  it("does not wait for a 429 that asks for more than five seconds", async () => {
    server.replies.push({ status: 429, headers: { "retry-after": "60" } });
    expect(await gatewayFailure(capture(gatewayWith()))).toMatchObject({
      outcome: "refused",
      retryAfterMs: 60_000,
    });
    expect(waits).toEqual([]);
  });

  it("stays unknown when its answer is lost after a 429", async () => {
    server.replies.push({ status: 429 }, "cut");
    expect(await gatewayFailure(capture(gatewayWith()))).toMatchObject({
      outcome: "unknown",
      reason: "network",
    });
    expect(server.seen).toHaveLength(2);
  });
});

describe("a call that reads", () => {
  it.each<[string, Reply]>([
    ["a 500", { status: 500 }],
    ["a 429", { status: 429 }],
    ["a lost connection", "cut"],
    ["half an answer", "half"],
  ])("gets over %s, twice", async (_, reply) => {
    server.replies.push(reply, reply, order);
    expect(await gatewayWith().getOrder("o-1")).toMatchObject({ orderUuid: "o-1", amount });
    expect(server.seen).toHaveLength(3);
  });

  it("asks for the present, and for nothing remembered on the way", async () => {
    server.replies.push(order);
    await gatewayWith().getOrder("o-1");
    expect(server.seen[0]?.headers["cache-control"]).toBe("no-cache");
  });

  it("gives up after the third try", async () => {
    const error = await gatewayFailure(gatewayWith().getOrder("o-1"));
    expect(error).toMatchObject({ call: "getOrder", status: 500 });
    expect(server.seen).toHaveLength(3);
  });

  it("that nobody waits for is left at its first 429, and gets over the rest", async () => {
    server.replies.push({ status: 429 }, { status: 500 }, order);
    const gateway = gatewayWith();
    expect(await gatewayFailure(gateway.getOrder("o-1", { unhurried: true }))).toMatchObject({ status: 429 });
    expect(server.seen).toHaveLength(1);
    expect(await gateway.getOrder("o-1", { unhurried: true })).toMatchObject({ orderUuid: "o-1" });
    expect(server.seen).toHaveLength(3);
  });

  it("is not repeated after a 404 or a time-out", async () => {
    server.replies.push({ status: 404 }, "hang");
    const gateway = gatewayWith({ timeoutMs: 60 });
    expect(await gatewayFailure(gateway.getOrder("o-1"))).toMatchObject({ outcome: "refused", status: 404 });
    expect(await gatewayFailure(gateway.getOrder("o-1"))).toMatchObject({ reason: "timeout" });
    expect(server.seen).toHaveLength(2);
  });
});

describe("the token", () => {
  it("is taken once for calls at the same time, and reused", async () => {
    for (let i = 0; i < 6; i++) server.replies.push(order);
    const gateway = gatewayWith();
    await Promise.all(Array.from({ length: 5 }, () => gateway.getOrder("o-1")));
    await gateway.getOrder("o-1");
    expect(await gateway.authenticate()).toEqual({ merchantUuid: "merchant-1" });
    expect(server.signIns()).toBe(1);
    expect(new Set(server.seen.map(({ headers }) => headers.authorization))).toEqual(
      new Set(["Bearer token-1"]),
    );
  });

  it("is renewed once after a 401, and the payment goes out again with the same key", async () => {
    server.replies.push({ status: 401, body: '{"code":"token_is_expired"}' }, moved);
    expect(await capture(gatewayWith())).toEqual({ movementUuid: "m-1" });
    expect(server.seen.map(({ headers }) => [headers.authorization, headers["sezzle-request-id"]])).toEqual([
      ["Bearer token-1", "operation-1"],
      ["Bearer token-2", "operation-1"],
    ]);
  });

  it("is renewed by one sign-in when many calls find it expired", async () => {
    for (let i = 0; i < 3; i++) server.replies.push({ status: 401 });
    for (let i = 0; i < 3; i++) server.replies.push(order);
    const gateway = gatewayWith();
    await Promise.all(Array.from({ length: 3 }, () => gateway.getOrder("o-1")));
    expect(server.signIns()).toBe(2);
  });

  it("makes the call refused when the fresh one meets a 401 too", async () => {
    server.replies.push({ status: 401 }, { status: 401 });
    expect(await gatewayFailure(capture(gatewayWith()))).toMatchObject({ outcome: "refused", status: 401 });
    expect(server.seen).toHaveLength(2);
    expect(server.signIns()).toBe(2);
  });

  it.each<[string, Reply[], number, Partial<GatewayError>]>([
    ["is refused", [{ status: 401 }], 1, { status: 401, outcome: "refused" }],
    ["fails", ["cut", { status: 500 }, { status: 502 }], 3, { status: 502 }],
    ["is not understood", [{ status: 201, body: "{}" }], 1, { reason: "unreadable" }],
  ])("that cannot be had leaves a payment unsent: signing in %s", async (_, replies, signIns, cause) => {
    server.signInReplies.push(...replies);
    const error = await gatewayFailure(capture(gatewayWith()));
    expect(error).toMatchObject({ call: "capture", outcome: "not_sent", reason: "token", status: null });
    expect(error.cause).toMatchObject({ call: "authenticate", ...cause });
    expect(server.seen).toEqual([]);
    expect(server.signIns()).toBe(signIns);
  });

  it("is taken again when the first tries to sign in fail", async () => {
    server.signInReplies.push("cut", { status: 503 });
    server.replies.push(moved);
    expect(await capture(gatewayWith())).toEqual({ movementUuid: "m-1" });
    expect(server.signIns()).toBe(3);
  });
});

describe("what leaves the client", () => {
  it("is a log line an exchange, with key and debug uuid, without people and secrets", async () => {
    server.replies.push({ status: 401 }, refusal);
    const error = await gatewayFailure(capture(gatewayWith()));
    expect(log).toMatchObject([
      { call: "authenticate", status: 201 },
      { call: "capture", status: 401, requestId: "operation-1" },
      { call: "authenticate", status: 201 },
      { call: "capture", status: 422, requestId: "operation-1", debugUuid: "d-1" },
    ]);
    expect(error.message).toBe("capture: Sezzle answered 422, invalid at amount");
    expect(error.errors).toEqual([
      { code: "invalid", location: "amount", message: "[token] is too much for [e-mail]", debugUuid: "d-1" },
    ]);
    const everything = JSON.stringify([log, error, error.message, error.stack, String(error.cause)]);
    expect(everything).not.toMatch(/sz_p|token-\d|jo@/);
  });

  it("is not the body of an answer that cannot be read", async () => {
    server.signInReplies.push({ status: 201, body: '{"token":"secret-token", oops' });
    const error = await gatewayFailure(gatewayWith().authenticate());
    expect(`${error.stack}${JSON.stringify(error)}${String(error.cause)}`).not.toContain("secret-token");
  });

  it("goes to the configured address alone, whatever a redirect says", async () => {
    server.replies.push({ status: 302, headers: { location: `${server.url}/elsewhere` } });
    await gatewayFailure(gatewayWith().getOrder("o-1"));
    expect(server.seen.map(({ path }) => path)).toEqual(["/v2/order/o-1"]);
  });
});
