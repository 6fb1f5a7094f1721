import { describe, expect, it } from "vitest";
import { GatewayError } from "./gateway-error.ts";
import { parseRetryAfterMs, retryDelayMs } from "./retry.ts";

const now = Date.parse("2026-03-01T12:00:00Z");

describe("parseRetryAfterMs", () => {
  it.each([
    ["3", 3000],
    [" 0 ", 0],
    ["Sun, 01 Mar 2026 12:00:02 GMT", 2000],
    ["Sun, 01 Mar 2026 11:00:00 GMT", 0],
    ["-5", undefined],
    ["1.5", undefined],
    ["soon", undefined],
    [null, undefined],
  ])("reads %j as %j", (header, expected) => {
    expect(parseRetryAfterMs(header, now)).toBe(expected);
  });
});

describe("retryDelayMs", () => {
  const answered = (status: number, retryAfterMs?: number) =>
    new GatewayError("getOrder", "", { reason: "answer", outcome: "unknown", status, retryAfterMs });
  const failed = (reason: "network" | "timeout" | "unreadable" | "token" | "input") =>
    new GatewayError("getOrder", "", { reason, outcome: "unknown" });
  const fresh = { retries: 0, waitedMs: 0 };

  it.each([
    ["a lost connection", failed("network"), true, false],
    ["a 500", answered(500), true, false],
    ["a 503", answered(503), true, false],
    ["a 429", answered(429), true, true],
    ["a time-out", failed("timeout"), false, false],
    ["an unreadable answer", failed("unreadable"), false, false],
    ["a sign-in that failed", failed("token"), false, false],
    ["a bad input", failed("input"), false, false],
    ["a redirect", answered(302), false, false],
    ["a 404", answered(404), false, false],
    ["a 408", answered(408), false, false],
    ["a 422", answered(422), false, false],
  ])("after %s repeats a safe call: %o, %s; a changing one: %s", (_, error, safe, changing) => {
    expect(retryDelayMs(error, "safe", fresh) !== null).toBe(safe);
    expect(retryDelayMs(error, "changing", fresh) !== null).toBe(changing);
    const isTooMany = error.status === 429;
    expect(retryDelayMs(error, "unhurried", fresh) !== null).toBe(safe && !isTooMany);
  });

  it("waits longer the second time, and gives up after it", () => {
    const first = retryDelayMs(answered(500), "safe", fresh);
    const second = retryDelayMs(answered(500), "safe", { retries: 1, waitedMs: 250 });
    expect(first).toBeGreaterThanOrEqual(125);
    expect(first).toBeLessThanOrEqual(250);
    expect(second).toBeGreaterThanOrEqual(250);
    expect(second).toBeLessThanOrEqual(500);
    expect(retryDelayMs(answered(500), "safe", { retries: 2, waitedMs: 750 })).toBeNull();
  });

  it("keeps to Retry-After as long as all waiting stays within five seconds", () => {
    expect(retryDelayMs(answered(429, 3000), "changing", fresh)).toBe(3000);
    expect(retryDelayMs(answered(429, 2000), "changing", { retries: 1, waitedMs: 3000 })).toBe(2000);
    expect(retryDelayMs(answered(429, 3000), "changing", { retries: 1, waitedMs: 3000 })).toBeNull();
    expect(retryDelayMs(answered(429, 60_000), "safe", fresh)).toBeNull();
  });

  it("waits a little even when told to come back at once", () => {
    expect(retryDelayMs(answered(429, 0), "changing", fresh)).toBeGreaterThanOrEqual(125);
  });
});
