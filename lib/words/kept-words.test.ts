import { expect, test } from "vitest";
import { erasedContact, maskedWords } from "./erased-words.ts";
import { keptMessage, keptReason, ownReason } from "./kept-words.ts";
import { planWords } from "./plan-words.ts";
import { eventTroubleWords, keptTroubleWords } from "./webhook-words.ts";

test.each([
  ["4-pay-biweekly", "4 payments, every 2 weeks", "4 versements, toutes les 2 semaines"],
  ["4-pay-monthly", "4 payments, every month", "4 versements, chaque mois"],
  ["6-pay-monthly", "6 payments, every month", "6 versements, chaque mois"],
  ["pay-in-full", "plan pay-in-full", "plan pay-in-full"],
  ["5-pay-quarterly", "plan 5-pay-quarterly", "plan 5-pay-quarterly"],
])("the plan %s reads: %s; in French: %s", (code, english, french) => {
  expect(planWords(code, "en-US")).toBe(english);
  expect(planWords(code, "fr-CA")).toBe(french);
});

test("a reason the till wrote is read in one's own language, a person's as it was typed", () => {
  const kept = ownReason("at_once");
  expect(keptReason(kept, "en-CA")).toBe("captured at once, as the store is set");
  expect(keptReason(kept, "fr-CA")).toBe("encaissé aussitôt, selon le réglage du magasin");
  expect(keptReason("Returned goods", "fr-CA")).toBe("Returned goods");
});

test("what an event failed on is read in one's own language, an older sentence as it was written", () => {
  const kept = eventTroubleWords("unreachable");
  expect(keptTroubleWords(kept, "en-US")).toBe(kept);
  expect(keptTroubleWords(kept, "fr-CA")).toBe("Impossible de joindre Sezzle au sujet de cette commande.");
  expect(keptTroubleWords("Something of last year.", "fr-CA")).toBe("Something of last year.");
});

test("that a contact was erased is said in the reader's language", () => {
  expect(maskedWords(erasedContact, "en-US")).toBe("contact erased");
  expect(maskedWords(erasedContact, "fr-CA")).toBe("coordonnées effacées");
  expect(maskedWords("(•••) •••-0147", "fr-CA")).toBe("(•••) •••-0147");
});

test("words the till wrote into the history are read in one's own language, where they were kept in it", () => {
  const kept = { message: "nothing is left to refund", messageFr: "il ne reste rien à rembourser" };
  expect(keptMessage(kept, "en-CA")).toBe(kept.message);
  expect(keptMessage(kept, "fr-CA")).toBe(kept.messageFr);
  expect(keptMessage({ message: "Not today." }, "fr-CA")).toBe("Not today.");
});
