import { describe, expect, test } from "vitest";
import { locales } from "../language.ts";
import { operationKinds, operationStates } from "../operation.ts";
import type { OperationPurpose } from "../sale-view.ts";
import {
  lostAnswerWords,
  operationNoun,
  operationOutcome,
  operationUnderWay,
  theOperation,
  undecidedWords,
} from "./operation-words.ts";

const purposes: OperationPurpose[] = ["this_order", "new_link", "other_order"];

test("a lost capture forbids a second payment, and claims neither success nor failure", () => {
  expect(lostAnswerWords("capture", "$84.50", "en-US")).toEqual({
    lost: "Sezzle's answer to the capture of $84.50 was lost.",
    money: "The money may or may not have been taken.",
    next: "Do not take another payment for it.",
  });
  expect(lostAnswerWords("capture", "84,50 $", "fr-CA")).toEqual({
    lost: "La réponse de Sezzle pour l'encaissement de 84,50 $ a été perdue.",
    money: "On ne sait pas si l'argent a été pris.",
    next: "N'acceptez pas d'autre paiement pour cette vente.",
  });
});

describe.each(locales)("in %s", (locale) => {
  test.each([...operationKinds])(
    "a lost %s claims neither success nor failure, whatever it was for",
    (kind) => {
      for (const purpose of purposes) {
        const { lost, money, next } = lostAnswerWords(kind, "$1.00", locale, purpose);
        expect([lost, money, next].join(" ")).not.toMatch(/failed|succeeded|went through|échou|réussi/i);
      }
    },
  );

  test("only an operation that Sezzle is known to have done reads as done", () => {
    const done = operationOutcome({ state: "succeeded", settledBy: "reply" }, locale).label;
    for (const state of operationStates.filter((it) => it !== "succeeded")) {
      expect(operationOutcome({ state, settledBy: null }, locale).label).not.toBe(done);
    }
  });
});

test("a capture under way says how much is being taken", () => {
  expect(operationUnderWay("capture", "$84.50", "en-US")).toBe("Taking $84.50");
  expect(operationUnderWay("capture", "84,50 $", "fr-CA")).toBe("Encaissement\u00a0: 84,50 $");
});

test("an operation is called by its amount where it has one", () => {
  expect(operationNoun("refund", "$20.00", "en-CA")).toBe("refund of $20.00");
  expect(operationNoun("refund", "20,00 $", "fr-CA")).toBe("remboursement de 20,00 $");
  expect(theOperation("cancel_checkout", null, "fr-CA")).toBe("l'annulation");
});

test("who may not decide is sent to who may", () => {
  expect(undecidedWords(false, "en-US").next).toContain("Tell a manager");
  expect(undecidedWords(false, "fr-CA").next).toContain("Avisez un gérant");
  expect(undecidedWords(true, "fr-CA").next).not.toContain("gérant");
});
