import { expect, test } from "vitest";
import {
  clockTime,
  confirmedWords,
  countdown,
  spokenTimeLeft,
  timeOrDay,
  unansweredWords,
} from "./time-words.ts";

const chicago = { timeZone: "America/Chicago", locale: "en-US" };
const now = new Date("2026-11-22T20:03:20Z");

test.each([
  ["2026-11-22T20:03:07Z", "America/Chicago", "14:03:07"],
  ["2026-11-22T20:03:07Z", "America/Toronto", "15:03:07"],
  ["2026-11-22T06:00:00Z", "America/Chicago", "00:00:00"],
  ["2026-07-01T20:03:07Z", "America/Chicago", "15:03:07"],
])("%s reads in %s as %s on the clock", (at, timeZone, expected) => {
  expect(clockTime(new Date(at), { timeZone, locale: "en-US" }, true)).toBe(expected);
});

test("a clock time without seconds is hours and minutes", () => {
  expect(clockTime(new Date("2026-11-22T20:03:59Z"), chicago)).toBe("14:03");
});

test.each([
  ["2026-11-22T06:00:00Z", "00:00"],
  // One minute before the store's midnight, though the day in UTC is the same.
  ["2026-11-22T05:59:00Z", "Nov 21, 23:59"],
  ["2025-11-22T20:03:00Z", "Nov 22, 14:03"],
])("%s is told with its day only when the store's day is another: %s", (at, expected) => {
  expect(timeOrDay(new Date(at), now, chicago)).toBe(expected);
});

test.each([
  [581_000, "9:41"],
  [580_001, "9:41"],
  [1000, "0:01"],
  [0, "0:00"],
  [-5000, "0:00"],
  [3_600_000, "1:00:00"],
  [3_730_000, "1:02:10"],
  [47 * 3_600_000 + 59 * 60_000, "47:59:00"],
  [3 * 86_400_000, "3 days"],
])("%i ms left are counted down as %s", (ms, expected) => {
  expect(countdown(new Date(now.getTime() + ms), now, "en-US")).toBe(expected);
});

test.each([
  [30_000, "less than a minute"],
  [-1000, "less than a minute"],
  [60_000, "1 minute"],
  [581_000, "10 minutes"],
  [3 * 3_600_000, "3 hours"],
  [3 * 86_400_000, "3 days"],
])("%i ms left are spoken as %s", (ms, expected) => {
  expect(spokenTimeLeft(new Date(now.getTime() + ms), now, "en-CA")).toBe(expected);
});

test.each([
  ["webhook", "confirmed 14:03:07 by webhook"],
  ["poll", "confirmed 14:03:07 by a regular check"],
  ["operation", "confirmed 14:03:07 by Sezzle's answer"],
  ["person", "confirmed 14:03:07 on request"],
  ["start", "confirmed 14:03:07 when the till started"],
  [null, "confirmed 14:03:07"],
] as const)("what was confirmed by %s says so: %s", (by, expected) => {
  expect(confirmedWords(new Date("2026-11-22T20:03:07Z"), by, now, chicago)).toBe(expected);
});

test("what Sezzle never confirmed says so", () => {
  expect(confirmedWords(null, null, now, chicago)).toBe("not confirmed by Sezzle yet");
});

const montreal = { timeZone: "America/Toronto", locale: "fr-CA" };

test("in French a clock time is written as Québec writes it, and with seconds in figures alone", () => {
  const at = new Date("2026-11-22T20:03:07Z");
  expect(clockTime(at, montreal)).toBe("15\u00a0h\u00a003");
  expect(clockTime(at, montreal, true)).toBe("15:03:07");
  expect(timeOrDay(new Date("2026-11-21T20:03:00Z"), now, montreal)).toBe("21 nov., 15\u00a0h\u00a003");
});

test.each([
  [581_000, "9:41", "10 minutes"],
  [30_000, "0:30", "moins d'une minute"],
  [3 * 3_600_000, "3:00:00", "3 heures"],
  [3 * 86_400_000, "3 jours", "3 jours"],
])("in French %i ms left are counted down as %s and spoken as %s", (ms, shown, spoken) => {
  const until = new Date(now.getTime() + ms);
  expect(countdown(until, now, "fr-CA")).toBe(shown);
  expect(spokenTimeLeft(until, now, "fr-CA")).toBe(spoken);
});

test("in French, too, every status says when and how Sezzle confirmed it", () => {
  const at = new Date("2026-11-22T20:03:07Z");
  expect(confirmedWords(at, "webhook", now, montreal)).toBe("confirmé 15:03:07 par webhook");
  expect(confirmedWords(null, null, now, montreal)).toBe("pas encore confirmé par Sezzle");
  expect(unansweredWords(at, now, montreal).happened).toContain("15:03:07");
});
