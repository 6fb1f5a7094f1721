import { expect, test } from "vitest";
import { clockWarning, connectionWarning } from "./connection-words.ts";
import { modeBanner } from "./mode-words.ts";

test("a till says which mode it is in, unless it is in production", () => {
  expect(modeBanner("local", "en-US")).toBe("Demo with the local sandbox: no real money moves");
  expect(modeBanner("sandbox", "en-CA")).toBe("Sezzle's sandbox: no real money moves");
  expect(modeBanner("production", "fr-CA")).toBeNull();
  expect(modeBanner("local", "fr-CA")).toContain("aucun argent réel");
});

const place = { timeZone: "America/Chicago", locale: "en-US" };

test.each([
  ["live", null],
  ["connecting", null],
  ["checking", null],
  ["stale", "No connection since 14:03. What you see may be out of date. Trying again…"],
  ["signed_out", "You are signed out here. What you see may be out of date."],
] as const)("while %s the strip says %j", (connection, expected) => {
  expect(connectionWarning(connection, new Date("2026-11-22T20:03:07Z"), place)).toBe(expected);
});

test("a screen that never heard anything names no time", () => {
  expect(connectionWarning("stale", null, place)).toBe(
    "No connection. What you see may be out of date. Trying again…",
  );
});

test("in French the strip says the same", () => {
  const french = { ...place, locale: "fr-CA" };
  expect(connectionWarning("stale", new Date("2026-11-22T20:03:07Z"), french)).toBe(
    "Hors connexion depuis 14\u00a0h\u00a003. Données peut-être périmées. Nouvel essai…",
  );
});

test.each([
  [0, null],
  [60_000, null],
  [-59_000, null],
  [300_000, "This device's clock is 5 min slow. The times shown here are right."],
  [-120_000, "This device's clock is 2 min fast. The times shown here are right."],
])("a clock that the server's is %i ms ahead of is told as %j", (offsetMs, expected) => {
  expect(clockWarning(offsetMs, "en-US")).toBe(expected);
});
