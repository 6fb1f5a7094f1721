import { expect, test } from "vitest";
import { dateWords, dayState, matterWords, signingWords, spanWords } from "./day-words.ts";

const place = { timeZone: "America/Chicago", locale: "en-US" };

test("a date is told with its weekday, whatever the time zone of whoever reads it", () => {
  expect(dateWords("2026-11-22", "en-US")).toBe("Sunday, November 22, 2026");
  expect(dateWords("2026-11-22", "fr-CA")).toBe("dimanche 22 novembre 2026");
});

test.each([
  ["2026-11-22T10:00:00Z", "2026-11-23T10:00:00Z", "Sun, Nov 22, 04:00 to Mon, Nov 23, 04:00"],
  ["2026-11-01T05:00:00Z", "2026-11-02T06:00:00Z", "Sun, Nov 1, 00:00 to Mon, Nov 2, 00:00 (25 hours)"],
  ["2026-03-08T06:00:00Z", "2026-03-09T05:00:00Z", "Sun, Mar 8, 00:00 to Mon, Mar 9, 00:00 (23 hours)"],
  ["2026-11-22T06:00:00Z", "2026-11-22T15:30:00Z", "Sun, Nov 22, 00:00 to Sun, Nov 22, 09:30 (9 h 30 min)"],
])("a day from %s to %s reads %j", (from, to, words) => {
  expect(spanWords({ from, to }, place)).toBe(words);
});

test("closing early says in words that the next day begins at that moment", () => {
  const day = { date: "2026-11-22", to: "2026-11-23T10:00:00Z" };
  const early = signingWords(day, new Date("2026-11-23T03:15:00Z"), place);
  expect(early.title).toBe("Close Sun, Nov 22 before its end?");
  expect(early.consequence).toContain("It is 21:15; this day would last until Mon, Nov 23, 04:00.");
  expect(early.consequence).toContain("Mon, Nov 23 begins at this moment");
  const over = signingWords(day, new Date("2026-11-23T10:00:00Z"), place);
  expect(over.title).toBe("Close Sun, Nov 22?");
  expect(over.consequence).toContain("What is refunded later counts on the day it is refunded.");
});

test("a day of a list is closed, running, to be closed or empty", () => {
  const empty = { closed: null, started: 0, capturedCents: 0, refundedCents: 0 };
  const closed = { by: "Morgan", at: "2026-11-22T10:00:00Z", isEarly: false };
  expect(dayState({ ...empty, closed }, false).label).toBe("Closed");
  expect(dayState(empty, true).label).toBe("Running");
  expect(dayState(empty, false).label).toBe("Nothing happened");
  expect(dayState({ ...empty, refundedCents: 1 }, false).label).toBe("To be closed");
});

test("a matter is told apart by whether its answer is lost or still to come", () => {
  const of = (state: "sending" | "unconfirmed") =>
    matterWords({ kind: "operation", operation: { kind: "refund", state } }).label;
  expect(of("sending")).toBe("Refund under way");
  expect(of("unconfirmed")).toBe("Refund not confirmed");
});
