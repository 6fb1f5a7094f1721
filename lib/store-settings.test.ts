import { expect, test } from "vitest";
import { storeDefaults } from "./store.ts";
import { type StoreSettings, settingsFault } from "./store-settings.ts";
import { settingWords } from "./words/store-words.ts";

const right: StoreSettings = {
  ...{ name: "Maple Street", code: "MAPLE", currency: "USD", timeZone: "America/Chicago", locale: "en-US" },
  ...{ minCents: 100, maxCents: 250_000, checkoutTtlMs: 30 * 60_000, cashierRefundLimitCents: 0 },
  ...storeDefaults("en-US"),
};

test("what a new store begins with is right", () => {
  expect(settingsFault(right)).toBeNull();
});

test.each<[string, Partial<StoreSettings>]>([
  ["name", { name: " " }],
  ["code", { code: "no code" }],
  ["timeZone", { timeZone: "Mars/Olympus" }],
  ["minCents", { minCents: 0 }],
  ["minCents", { minCents: Number.NaN }],
  ["maxCents", { maxCents: 99 }],
  ["checkoutTtlMs", { checkoutTtlMs: 60_000 }],
  ["checkoutTtlMs", { checkoutTtlMs: 25 * 3_600_000 }],
  ["cashierRefundLimitCents", { cashierRefundLimitCents: -1 }],
  ["cutOffHour", { cutOffHour: 24 }],
  ["refundReasons", { refundReasons: [] }],
  ["refundReasons", { refundReasons: ["Mistake", " mistake "] }],
  ["refundReasons", { refundReasons: [""] }],
  ["contactRetentionDays", { contactRetentionDays: 29 }],
])("a store cannot have a %s of %j", (field, change) => {
  expect(settingsFault({ ...right, ...change })).toBe(field);
});

test.each([
  ["minCents", "$1.00"],
  ["checkoutTtlMs", "30 minutes"],
  ["cutOffHour", "00:00"],
  ["contactRetentionDays", "kept until somebody erases them"],
  ["cashierRefundLimitCents", "none alone"],
] as const)("%s reads %s", (field, words) => {
  expect(settingWords(field, right, "en-US")).toBe(words);
});

test("a link of an hour and a half reads so", () => {
  expect(settingWords("checkoutTtlMs", { ...right, checkoutTtlMs: 90 * 60_000 }, "en-US")).toBe(
    "1 hour 30 minutes",
  );
});
