import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createGateway, type Gateway, type GatewayConfig } from "./client.ts";
import { gatewayFailure } from "./gateway-failure.ts";
import { type ScriptedServer, startScriptedServer } from "./scripted-server.ts";

const amount = { amountCents: 8450, currency: "USD" } as const;

let server: ScriptedServer;
let waits: number[];

beforeEach(async () => {
  server = await startScriptedServer();
  waits = [];
});
afterEach(async () => {
  await server.stop();
});

function gatewayWith(settings: Partial<GatewayConfig> = {}): Gateway {
  const wait = async (delayMs: number) => waits.push(delayMs);
  return createGateway({
    baseUrl: server.url,
    publicKey: "sz_pub_unit",
    privateKey: "sz_pr_unit",
    wait,
    ...settings,
  });
}

describe("a gateway that cannot be reached", () => {
  it("leaves a payment unsent even when a token is at hand", async () => {
    const body = '{"token":"token-1","merchant_uuid":"merchant-1"}';
    server.signInReplies.push({ status: 201, body, headers: { connection: "close" } });
    const gateway = gatewayWith();
    await gateway.authenticate();
    await server.stop();
    const error = await gatewayFailure(gateway.capture("o-1", amount, "operation-1"));
    expect(error).toMatchObject({ outcome: "not_sent", reason: "network", status: null });
  });

  it("is recognised behind a name with several addresses", async () => {
    await server.stop();
    const baseUrl = server.url.replace("127.0.0.1", "localhost");
    const error = await gatewayFailure(gatewayWith({ baseUrl }).authenticate());
    expect(error).toMatchObject({ call: "authenticate", outcome: "not_sent", reason: "network" });
    expect(waits).toHaveLength(2);
  });

  const coded = (code: string, syscall: string) => Object.assign(new Error(code), { code, syscall });
  const refused = coded("ECONNREFUSED", "connect");
  const reset = coded("ECONNRESET", "read");
  it.each([
    ["not_sent", refused],
    ["not_sent", coded("ENOTFOUND", "getaddrinfo")],
    ["not_sent", coded("EAI_AGAIN", "getaddrinfo")],
    ["not_sent", coded("EHOSTUNREACH", "connect")],
    ["not_sent", new AggregateError([refused, coded("ENETUNREACH", "connect")])],
    ["unknown", new AggregateError([refused, reset])],
    ["unknown", reset],
    ["unknown", coded("EPIPE", "write")],
    ["unknown", coded("EHOSTUNREACH", "read")],
    ["unknown", undefined],
  ] as const)("is told from a lost answer: %s after %s", async (outcome, cause) => {
    const failing = async (): Promise<Response> => {
      throw new TypeError("fetch failed", { cause });
    };
    const error = await gatewayFailure(gatewayWith({ fetch: failing }).authenticate());
    expect(error).toMatchObject({ outcome, reason: "network" });
  });

  it("has to have an address in the first place", () => {
    expect(() => gatewayWith({ baseUrl: "gateway" })).toThrow(TypeError);
    expect(() => gatewayWith({ baseUrl: "file:///gateway" })).toThrow(TypeError);
  });
});

describe("what cannot be put into a request", () => {
  it.each<[string, (gateway: Gateway) => Promise<unknown>]>([
    ["an order uuid that is a path", (gateway) => gateway.getOrder("../webhooks")],
    ["an empty order uuid", (gateway) => gateway.deleteCheckout("")],
    ["a fraction of a cent", (gateway) => gateway.capture("o-1", { ...amount, amountCents: 1.5 }, "k")],
    ["an amount of nothing", (gateway) => gateway.refund("o-1", { ...amount, amountCents: 0 }, "k")],
    ["a key that would break the header", (gateway) => gateway.release("o-1", amount, "a\nb")],
  ])("is not sent: %s", async (_, call) => {
    expect(await gatewayFailure(call(gatewayWith()))).toMatchObject({ outcome: "not_sent", reason: "input" });
    expect(server.seen).toEqual([]);
  });
});
