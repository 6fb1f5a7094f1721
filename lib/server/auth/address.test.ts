import { afterEach, describe, expect, test, vi } from "vitest";

/** The address as a process tells it that trusts these proxies. */
async function addressBehind(proxies: string, forwardedFor: string | null): Promise<string | null> {
  vi.stubEnv("TRUSTED_PROXIES", proxies);
  vi.resetModules();
  const { clientAddress } = await import("./address.ts");
  return clientAddress(forwardedFor);
}

afterEach(() => vi.unstubAllEnvs());

describe("the address a request came from", () => {
  test("is not known where no proxy is named, whatever the client says", async () => {
    expect(await addressBehind("", "203.0.113.7")).toBeNull();
  });

  test.each([
    ["203.0.113.7", "203.0.113.7"],
    ["198.51.100.1, 203.0.113.7", "203.0.113.7"],
    ["198.51.100.1, 203.0.113.7, 10.0.0.2", "203.0.113.7"],
    ["10.0.0.1, 10.0.0.2", null],
    ["", null],
    [null, null],
  ])(
    "is the last of %s that is no proxy of ours: what comes before, the client may have made up",
    async (given, address) => {
      expect(await addressBehind("10.0.0.1,10.0.0.2", given)).toBe(address);
    },
  );
});
