import { expect, test } from "vitest";
import { actionWords, refusableActions, refusedWhy } from "./refusal-words.ts";

test.each([...refusableActions])("what is refused as %s is named in each language", (action) => {
  const [english, french] = [actionWords(action, "en-US"), actionWords(action, "fr-CA")];
  expect(english).not.toBe(actionWords(undefined, "en-US"));
  expect(french).not.toBe(actionWords(undefined, "fr-CA"));
  expect(french).not.toBe(english);
});

test("what has no name is spoken of all the same", () => {
  expect(actionWords("something.new", "en-US")).toBe("what they asked for");
  expect(actionWords("toString", "fr-CA")).toBe("ce qui était demandé");
});

test("why is told in the reader's language, and a code without words as it is", () => {
  expect(refusedWhy("wrong_pin", "en-CA")).toBe("wrong PIN");
  expect(refusedWhy("wrong_pin", "fr-CA")).toBe("NIP incorrect");
  expect(refusedWhy("something_new", "fr-CA")).toBe("something_new");
  expect(refusedWhy(undefined, "fr-CA")).toBeUndefined();
});
