import { expect, test } from "vitest";
import { disputeSentence, disputeWords, dueWords, reportedWords, timeToAnswer } from "./dispute-words.ts";

const now = new Date("2026-11-24T12:00:00Z");
const chicago = { timeZone: "America/Chicago", locale: "en-US" };
const open = { outcome: null, dueAt: "2026-12-01T20:00:00.000Z" };

test.each([
  [{ ...open, stage: "input_requested" }, "Answer needed", "dashboard"],
  [{ ...open, stage: "deadline_approaching" }, "Deadline is near", "dashboard"],
  [{ ...open, stage: "deadline_approaching", dueAt: null }, "Deadline is near", "dashboard"],
  [{ ...open, stage: "input_requested", dueAt: "2026-11-24T11:00:00.000Z" }, "Deadline passed", "support"],
] as const)("of %o it says %s, and where to turn", (dispute, label, where) => {
  expect(disputeWords(dispute, now, "en-US")).toMatchObject({ label, next: expect.stringContaining(where) });
});

test.each([
  ["customer_win", "Decided for the shopper"],
  ["merchant_win", "Decided for the store"],
  ["neutral", "Closed for neither side"],
  [null, "Closed"],
] as const)("closed as %s it says %s, and asks for nothing", (outcome, label) => {
  const words = disputeWords({ stage: "closed", outcome, dueAt: open.dueAt }, now, "en-US");
  expect(words).toMatchObject({ label, next: null });
});

test("a deadline is told in the store's own time; a day without a time as that day, whatever the time zone", () => {
  expect(dueWords(new Date("2026-12-01T20:00:00Z"), chicago)).toBe("Tue, Dec 1, 14:00");
  expect(dueWords(new Date("2026-12-01T00:00:00Z"), chicago)).toBe("Tue, Dec 1");
});

test.each([
  ["2026-11-24T12:00:30Z", "0 minutes left"],
  ["2026-11-24T12:01:00Z", "1 minute left"],
  ["2026-11-24T13:30:00Z", "1 hour left"],
  ["2026-11-26T11:00:00Z", "47 hours left"],
  ["2026-12-01T20:00:00Z", "7 days left"],
  ["2026-11-24T11:59:00Z", "passed"],
  ["2026-11-24T00:00:00Z", "today"],
  ["2026-11-23T00:00:00Z", "passed"],
])("until %s it is: %s", (dueAt, words) => {
  expect(timeToAnswer(new Date(dueAt), now, "en-US")).toBe(words);
});

test.each([
  ["product_not_received", "Product not received"],
  ["IN-REVIEW", "IN REVIEW"],
  ["", null],
  [null, null],
])("Sezzle's word %j reads %j", (text, words) => {
  expect(reportedWords(text)).toBe(words);
});

test.each([
  [
    { stage: "input_requested", date: "2026-12-01" },
    "Sezzle asks for the store's side in a dispute over $40.00",
    "answer in Sezzle's dashboard by Dec 1",
  ],
  [
    { stage: "deadline_approaching" },
    "The deadline of a dispute over $40.00 is near",
    "answer in Sezzle's dashboard",
  ],
  [{ stage: "closed", outcome: "neutral" }, "Sezzle closed a dispute over $40.00", "closed for neither side"],
] as const)("a line of history about %o", (data, title, detail) => {
  expect(disputeSentence(data, "$40.00", "en-US")).toEqual({ title, detail });
});

test("a dispute is told in French with the same amount, day and time", () => {
  const montreal = { timeZone: "America/Toronto", locale: "fr-CA" };
  expect(dueWords(new Date("2026-12-01T20:00:00Z"), montreal)).toBe("mar. 1 déc., 15\u00a0h\u00a000");
  expect(timeToAnswer(new Date("2026-11-26T11:00:00Z"), now, "fr-CA")).toBe("reste 47 heures");
  expect(disputeWords({ ...open, stage: "input_requested" }, now, "fr-CA").label).toBe("Réponse demandée");
  expect(disputeSentence({ stage: "input_requested", date: "2026-12-01" }, "40,00\u00a0$", "fr-CA")).toEqual({
    title: "Sezzle demande la version du magasin dans un litige de 40,00\u00a0$",
    detail: "répondre dans le tableau de bord de Sezzle d'ici le 1 déc.",
  });
});
