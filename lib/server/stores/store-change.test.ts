import { expect, test } from "vitest";
import { formatMoney } from "#lib/money.ts";
import { changedMeanwhile, inBothLanguages, wrongSetting } from "./store-change.ts";

const amount = (locale: string) => formatMoney(120_000, "CAD", locale);

test("the history keeps a change in English, as the store's country writes amounts, and in French", () => {
  const line = inBothLanguages({ currency: "CAD" }, (locale) => ({ what: "amount", to: amount(locale) }));
  expect(line).toEqual({
    what: "amount",
    to: "$1,200.00",
    fr: { what: "amount", to: "1\u00a0200,00\u00a0$" },
  });
});

test("whoever saves what another changed meanwhile is told in both languages what it is now", () => {
  const problem = changedMeanwhile({ currency: "CAD" }, (locale) => ({
    what: locale.startsWith("fr") ? "Montant maximal" : "Most amount",
    isNow: amount(locale),
  }));
  expect(problem.happened).toBe("This was changed meanwhile. Most amount is now: $1,200.00.");
  expect(problem.fr).toEqual({
    happened: "Ceci a été changé entre-temps. Maintenant, Montant maximal\u00a0: 1\u00a0200,00\u00a0$.",
    money: "Rien de vos changements n'a été enregistré.",
    next: "Regardez ce qu'il en est maintenant, puis décidez de nouveau.",
  });
});

test("a wrong setting says where it is wrong, and what is, in both languages", () => {
  const problem = wrongSetting("code", (locale) =>
    locale.startsWith("fr") ? "Mauvais code." : "Wrong code.",
  );
  expect(problem).toMatchObject({ field: "code", happened: "Wrong code.", money: "Nothing has changed." });
  expect(problem.fr).toMatchObject({ happened: "Mauvais code.", money: "Rien n'a changé." });
});
