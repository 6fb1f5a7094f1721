import { expect, test } from "vitest";
import { sentencesOf } from "../problem.ts";
import { closedAlready, dateWords, dayState, signingWords, spanWords } from "./day-words.ts";
import { matterWords } from "./open-matter-words.ts";

const place = { timeZone: "America/Chicago", locale: "en-US" };
const french = { timeZone: "America/Toronto", locale: "fr-CA" };

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

test.each([
  [
    "2026-11-01T04:00:00Z",
    "2026-11-02T05:00:00Z",
    "du dim. 1 nov., 00 h 00 au lun. 2 nov., 00 h 00 (25 heures)",
  ],
  [
    "2026-03-08T05:00:00Z",
    "2026-03-09T04:00:00Z",
    "du dim. 8 mars, 00 h 00 au lun. 9 mars, 00 h 00 (23 heures)",
  ],
])("in French, a day from %s to %s reads %j", (from, to, words) => {
  expect(spanWords({ from, to }, french).replaceAll(/\s/g, " ")).toBe(words);
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

test("in French, closing early says the same", () => {
  const day = { date: "2026-11-22", to: "2026-11-23T09:00:00Z" };
  const early = signingWords(day, new Date("2026-11-23T03:15:00Z"), french);
  expect(early.title).toBe("Fermer la journée du dim. 22 nov. avant sa fin?");
  expect(early.consequence.replaceAll(/\s/g, " ")).toContain(
    "Il est 22 h 15; cette journée durerait jusqu'au lun. 23 nov., 04 h 00.",
  );
  expect(early.consequence).toContain("celle du lun. 23 nov. commence à cet instant");
  const over = signingWords(day, new Date("2026-11-23T09:00:00Z"), french);
  expect(over.consequence).toContain("Ce qui est remboursé plus tard compte le jour du remboursement.");
});

test("who was faster to sign a day is told with the time on the store's clock, in both languages", () => {
  const problem = closedAlready("Morgan", new Date("2026-11-23T03:15:00Z"), "America/Chicago");
  expect(sentencesOf(problem, "en-CA").happened).toBe("Morgan closed this day at 21:15.");
  expect(sentencesOf(problem, "fr-CA").happened.replaceAll(/\s/g, " ")).toBe(
    "Morgan a fermé cette journée à 21 h 15.",
  );
});

test("a day of a list is closed, running, to be closed or empty", () => {
  const empty = { closed: null, started: 0, capturedCents: 0, refundedCents: 0 };
  const closed = { by: "Morgan", at: "2026-11-22T10:00:00Z", isEarly: false };
  expect(dayState({ ...empty, closed }, false, "en-US").label).toBe("Closed");
  expect(dayState(empty, true, "en-US").label).toBe("Running");
  expect(dayState(empty, false, "en-US").label).toBe("Nothing happened");
  expect(dayState({ ...empty, refundedCents: 1 }, false, "en-US").label).toBe("To be closed");
});

test("a matter is told apart by whether its answer is lost or still to come", () => {
  const of = (state: "sending" | "unconfirmed", locale: string) =>
    matterWords({ kind: "operation", operation: { kind: "refund", state } }, locale).label;
  expect(of("sending", "en-CA")).toBe("Refund under way");
  expect(of("unconfirmed", "en-CA")).toBe("Refund not confirmed");
  expect(of("sending", "fr-CA")).toMatch(/^En cours\u00a0: /);
  expect(of("unconfirmed", "fr-CA")).toMatch(/^Non confirmé\u00a0: /);
});
