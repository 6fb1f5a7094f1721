import { describe, expect, test, vi } from "vitest";
import { beginAsNewProcess } from "../testing/new-process.ts";
import { clientAddress } from "./address.ts";

/** The address as a process tells it that trusts these proxies. */
function addressBehind(proxies: string, forwardedFor: string | null): string | null {
  beginAsNewProcess();
  vi.stubEnv("TRUSTED_PROXIES", proxies);
  return clientAddress(forwardedFor);
}

describe("the address a request came from", () => {
  test("is not known where no proxy is named, whatever the client says", () => {
    expect(addressBehind("", "203.0.113.7")).toBeNull();
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
    (given, address) => {
      expect(addressBehind("10.0.0.1,10.0.0.2", given)).toBe(address);
    },
  );
});
