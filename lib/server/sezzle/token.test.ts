import { describe, expect, it } from "vitest";
import { createTokenStore, type GatewayToken } from "./token.ts";

const minuteMs = 60_000;

function storeAt(startMs: number, lifetimesMs: (number | null | Error)[]) {
  const clock = { nowMs: startMs };
  let signIns = 0;
  const signIn = async (): Promise<GatewayToken> => {
    const lifetimeMs = lifetimesMs[signIns];
    signIns += 1;
    if (lifetimeMs instanceof Error) throw lifetimeMs;
    const expiresAt = typeof lifetimeMs === "number" ? new Date(clock.nowMs + lifetimeMs) : null;
    return { token: `token-${signIns}`, merchantUuid: "merchant-1", expiresAt };
  };
  return { clock, tokens: createTokenStore(signIn, () => clock.nowMs), signIns: () => signIns };
}

const start = Date.parse("2026-03-01T12:00:00Z");

describe("the token store", () => {
  it("signs in once for any number of callers at once", async () => {
    const { tokens, signIns } = storeAt(start, [120 * minuteMs]);
    const all = await Promise.all(Array.from({ length: 20 }, () => tokens.current()));
    expect(new Set(all.map(({ token }) => token))).toEqual(new Set(["token-1"]));
    expect(signIns()).toBe(1);
  });

  it.each([
    ["a stated end", 120 * minuteMs, 115 * minuteMs],
    ["no readable end", null, 55 * minuteMs],
    ["an end in the past", -90 * minuteMs, 55 * minuteMs],
    ["an end in four minutes", 4 * minuteMs, 55 * minuteMs],
  ])("renews a token with %s five minutes before its end", async (_, lifetimeMs, servesMs) => {
    const { clock, tokens } = storeAt(start, [lifetimeMs, 120 * minuteMs]);
    await tokens.current();
    clock.nowMs = start + servesMs;
    expect((await tokens.current()).token).toBe("token-1");
    clock.nowMs += 1;
    expect((await tokens.current()).token).toBe("token-2");
  });

  it("goes on with the old token while signing in fails, to its end and no further", async () => {
    const outage = new Error("outage");
    const { clock, tokens } = storeAt(start, [120 * minuteMs, outage, outage]);
    await tokens.current();
    clock.nowMs = start + 119 * minuteMs;
    expect((await tokens.current()).token).toBe("token-1");
    clock.nowMs = start + 120 * minuteMs;
    await expect(tokens.current()).rejects.toBe(outage);
  });

  it("tells every waiting caller of a failed sign-in, and tries anew for the next", async () => {
    const outage = new Error("outage");
    const { tokens, signIns } = storeAt(start, [outage, 120 * minuteMs]);
    const both = await Promise.allSettled([tokens.current(), tokens.current()]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect((await tokens.current()).token).toBe("token-2");
    expect(signIns()).toBe(2);
  });

  it("forgets a dropped token, and keeps a newer one when an old one is dropped late", async () => {
    const { tokens, signIns } = storeAt(start, [120 * minuteMs, 120 * minuteMs]);
    await tokens.current();
    tokens.drop("token-1");
    expect((await tokens.current()).token).toBe("token-2");
    tokens.drop("token-1");
    expect((await tokens.current()).token).toBe("token-2");
    expect(signIns()).toBe(2);
  });
});
