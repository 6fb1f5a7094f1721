import { expect, test } from "vitest";
import { languageOf, locales, wordsIn } from "../language.ts";
import { isPin } from "../pin.ts";
import type { HistoryData, HistoryKind, HistoryLineView } from "../sale-view.ts";
import { amountsIn } from "./amounts-testing.ts";
import { declineWords } from "./decline-words.ts";
import { moreAskedWords, refundWords } from "./refund-words.ts";

const now = new Date("2026-11-22T20:00:00Z");
const usd = { amountCents: 4620, currency: "USD" as const };

function line(seq: number, kind: HistoryKind, data: HistoryData = usd, at = "2026-11-22T19:59:00Z") {
  const about = kind === "refund.declined" ? "Casey" : null;
  return { seq, at, kind, person: "Morgan", about, register: null, data } satisfies HistoryLineView;
}

const asked = line(1, "refund.asked");
const declined = line(2, "refund.declined", { ...usd, reason: "No receipt" });

test("the last word on a refund that was asked for is told when it was a no", () => {
  expect(declineWords([declined, asked], now, "en-US")).toEqual({
    seq: 2,
    title: "Morgan declined the refund of $46.20",
    detail: "asked for by Casey · reason: No receipt",
  });
});

test.each<[string, HistoryLineView]>([
  ["it was asked for again", line(3, "refund.asked")],
  ["it was approved since", line(3, "refund.approved")],
  ["a refund was made since", line(3, "operation.prepared", { operation: "refund", ...usd })],
])("no longer when %s", (_why, later) => {
  expect(declineWords([asked, later, declined], now, "en-US")).toBeNull();
});

test("still when something else happened since, and for a day", () => {
  const later = line(3, "operation.prepared", { operation: "set_reference" });
  expect(declineWords([later, declined], now, "en-US")).not.toBeNull();
  const old = line(2, "refund.declined", usd, "2026-11-21T19:59:00Z");
  expect(declineWords([old], now, "en-US")).toBeNull();
});

test("nothing where nothing was asked for", () => {
  expect(declineWords([], now, "en-US")).toBeNull();
});

test.each(locales)("in %s what is said of a refund that needs a manager names its amount once", (locale) => {
  const words = wordsIn(refundWords, locale);
  const amount = languageOf(locale) === "fr" ? "46,20 $" : "$46.20";
  for (const sentence of [
    words.overLimit(amount),
    words.askConsequence(amount),
    words.askedLine("Casey", amount),
    words.asked(null, amount, "14:02"),
    words.asked("Casey", amount, "14:02"),
    words.approveTitle(amount),
    words.approveLabel(amount),
    words.declineTitle(amount),
  ]) {
    expect(amountsIn(sentence)).toEqual([4620]);
  }
  expect(moreAskedWords(1, locale)).not.toMatch(/1/);
  expect(moreAskedWords(3, locale)).toMatch(/^3 /);
});

test("a PIN is as long as is said", () => {
  expect(wordsIn(refundWords, "en-US").pinLength).toBe("A PIN has 4 to 8 digits.");
  expect(wordsIn(refundWords, "fr-CA").pinLength).toBe("Un NIP compte de 4 à 8 chiffres.");
  const digits = [3, 4, 8, 9].map((length) => isPin("1".repeat(length)));
  expect(digits).toEqual([false, true, true, false]);
});
