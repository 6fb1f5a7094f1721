import { expect, test } from "vitest";
import { erasureReasons } from "../shopper-data.ts";
import { erasureReasonIn, keptForReason } from "./data-rights-words.ts";

test.each(erasureReasons)(
  "the reason “%s” is kept in English, and told in French in other words",
  (reason) => {
    expect(erasureReasonIn(reason, "en-US")).toBe(reason);
    expect(erasureReasonIn(reason, "fr-CA")).not.toBe(reason);
  },
);

test("a contact that went by itself says in both languages after how many days", () => {
  const reason = keptForReason(90);
  expect(erasureReasonIn(reason, "en-CA")).toBe("kept for 90 days, as the store is set");
  expect(erasureReasonIn(reason, "fr-CA")).toBe("gardé 90 jours, selon les réglages du magasin");
});

test("a reason that is not known stays as it was written", () => {
  expect(erasureReasonIn("asked by letter", "fr-CA")).toBe("asked by letter");
});
