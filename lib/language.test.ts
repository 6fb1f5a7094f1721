import { describe, expect, test } from "vitest";
import { bestLocale, defineWords, wordsIn } from "./language.ts";

describe("the language of a browser that nobody has signed in on", () => {
  test.each([
    [null, "en-US"],
    ["", "en-US"],
    ["fr-CA,fr;q=0.9,en;q=0.8", "fr-CA"],
    ["fr", "fr-CA"],
    ["en-CA", "en-CA"],
    ["en-GB,en;q=0.9", "en-US"],
    ["de-DE,de;q=0.9,fr;q=0.5,en;q=0.4", "fr-CA"],
    ["en;q=0.2, fr-FR ; q=0.7", "fr-CA"],
    ["fr;q=0, en-CA", "en-CA"],
    ["*", "en-US"],
    [";;;,q=,fr;q=x", "en-US"],
  ])("%j is read in %s", (header, locale) => {
    expect(bestLocale(header)).toBe(locale);
  });
});

test("both kinds of English share their words", () => {
  const words = defineWords({ en: { send: "Send" }, fr: { send: "Envoyer" } });
  expect([wordsIn(words, "en-US"), wordsIn(words, "en-CA"), wordsIn(words, "fr-CA")]).toEqual([
    { send: "Send" },
    { send: "Send" },
    { send: "Envoyer" },
  ]);
});
