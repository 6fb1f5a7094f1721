import { expect, test } from "vitest";
import type { Matter } from "../today-matters.ts";
import { matterWords } from "./today-matter-words.ts";
import { comparedWords, dayName, hourWords, lastWeekday, openWords, startedWords } from "./today-words.ts";

const sum = (cents: number, count = 1) => ({ cents, count });
const compare = (now: number, before: number | null) =>
  comparedWords(
    { now: sum(now), before: before === null ? null : sum(before) },
    "USD",
    "en-US",
    "last Thursday",
  );

test.each([
  [10_000, 6_000, "$40.00 more than last Thursday by now"],
  [1_000, 6_000, "$50.00 less than last Thursday by now"],
  [6_000, 6_000, "As much as last Thursday by now"],
  [0, 0, "Nothing last Thursday by now"],
  [5, null, "Nothing to compare with yet"],
  [250_000_000, 100, "$2,499,999.00 more than last Thursday by now"],
])("%d cents beside %s: %s", (now, before, words) => {
  expect(compare(now, before)).toBe(words);
});

test("a day and the one it is compared with have their names", () => {
  expect(dayName("2026-11-26", "en-US")).toBe("Thursday, November 26");
  expect(lastWeekday("2026-11-19", "en-US")).toBe("last Thursday");
});

test("in French a day, its counts and its sums are told with the same numbers", () => {
  expect(dayName("2026-11-26", "fr-CA")).toBe("Jeudi 26 novembre");
  const beforeDay = lastWeekday("2026-11-19", "fr-CA");
  expect(beforeDay).toBe("jeudi dernier");
  expect(comparedWords({ now: sum(10_000), before: sum(6_000) }, "CAD", "fr-CA", beforeDay)).toBe(
    "40,00\u00a0$ de plus que jeudi dernier à cette heure",
  );
  expect(startedWords({ now: sum(0, 1), before: sum(0, 6) }, beforeDay, "fr-CA")).toBe(
    "1 vente aujourd'hui, 6 jeudi dernier à cette heure",
  );
  expect(openWords({ ...sum(0, 0), earlier: 0 }, "fr-CA")).toBe("Aucune vente");
});

test.each([
  ["en-US", "$40.00 more than last Thursday by now", "CA$40.00 more than last Thursday by now"],
  ["en-CA", "US$40.00 more than last Thursday by now", "$40.00 more than last Thursday by now"],
])("a reader in %s tells the two dollars apart", (locale, us, canadian) => {
  const compared = { now: sum(10_000), before: sum(6_000) };
  expect(comparedWords(compared, "USD", locale, "last Thursday")).toBe(us);
  expect(comparedWords(compared, "CAD", locale, "last Thursday")).toBe(canadian);
});

test("counts read as a person would say them", () => {
  expect(startedWords({ now: sum(0, 1), before: sum(0, 6) }, "last Thursday", "en-US")).toBe(
    "1 sale started today, 6 last Thursday by now",
  );
  expect(openWords({ ...sum(0, 3), earlier: 1 }, "en-US")).toBe("3 sales, 1 from earlier days");
  expect(openWords({ ...sum(0, 0), earlier: 0 }, "en-US")).toBe("No sales");
});

test("an hour that comes a second time says so", () => {
  const hour = { now: sum(0), before: sum(0), state: "begun" as const };
  expect(hourWords({ ...hour, key: "01" }, "en-US")).toBe("01:00");
  expect(hourWords({ ...hour, key: "01+" }, "en-US")).toBe("01:00 again");
});

const now = new Date("2026-11-26T20:00:00Z");
const place = { timeZone: "America/Chicago", locale: "en-US" };
const sale = { saleId: "s", storeId: "m", number: "MAPLE-1", cents: 4_000, currency: "USD" as const };
const at = "2026-11-26T19:00:00.000Z";

test.each<[Matter, string, string, string]>([
  [
    { ...sale, kind: "second_approval" },
    "$40.00 is approved on a second order",
    "MAPLE-1 · the shopper has approved this sale twice: release one",
    "Open the order",
  ],
  [
    { ...sale, kind: "unconfirmed", operation: "capture", at },
    "Capture of $40.00 not confirmed",
    "MAPLE-1 · since 13:00",
    "Open the order",
  ],
  [
    { ...sale, kind: "unsure_link", at },
    "Not sure the link for $40.00 was sent",
    "MAPLE-1 · since 13:00",
    "Open the order",
  ],
  [
    { ...sale, kind: "refund_asked", person: "Casey", at },
    "Casey asks for a refund of $40.00",
    "MAPLE-1 · since 13:00",
    "Decide",
  ],
  [
    {
      ...{ kind: "dispute", disputeId: "d", storeId: null, saleId: null, name: "web-1", cents: null },
      ...{ currency: null, stage: "input_requested", dueAt: null },
    },
    "Dispute: answer it",
    "web-1 · Sezzle named no deadline",
    "What to do",
  ],
  [
    { kind: "webhooks", count: 2, since: at },
    "2 messages from Sezzle could not be worked off",
    "since 13:00 · the till goes on trying, and asks Sezzle by itself meanwhile",
    "See them",
  ],
])("%o is told in words, with one button", (matter, title, detail, button) => {
  expect(matterWords(matter, now, place)).toMatchObject({ title, detail, button });
  const french = matterWords(matter, now, { ...place, locale: "fr-CA" });
  expect(french.tone).toBe(matterWords(matter, now, place).tone);
  expect(french.title.includes("40,00")).toBe(title.includes("40.00"));
  expect(french.button).not.toBe(button);
});
