import { describe, expect, test } from "vitest";
import type { Words } from "../language.ts";
import * as account from "./account-words.ts";
import * as dataRights from "./data-rights-words.ts";
import * as desk from "./desk-words.ts";
import * as disputePage from "./dispute-page-words.ts";
import * as exported from "./export-words.ts";
import * as language from "./language-words.ts";
import * as operatorState from "./operator-state-words.ts";
import * as operator from "./operator-words.ts";
import * as orderList from "./order-list-words.ts";
import * as password from "./password-words.ts";
import * as payoutPart from "./payout-part-words.ts";
import * as payout from "./payout-words.ts";
import * as people from "./people-words.ts";
import * as personStep from "./person-step-words.ts";
import * as person from "./person-words.ts";
import * as secondFactor from "./second-factor-words.ts";
import * as storeChange from "./store-change-words.ts";
import * as storeForm from "./store-form-words.ts";
import * as store from "./store-words.ts";
import * as stores from "./stores-words.ts";
import * as todayMatter from "./today-matter-words.ts";
import * as today from "./today-words.ts";

const modules = { account, dataRights, language, operator, operatorState, password, people, person };
const more = { personStep, secondFactor, store, storeChange, storeForm, stores };
const lists = { desk, disputePage, exported, orderList, payoutPart, payout, todayMatter, today };

function areWords(value: unknown): value is Words<unknown> {
  return typeof value === "object" && value !== null && "en" in value && "fr" in value;
}

/** What stands in a sentence for the name, the amount or the count that is said in it. */
const said = 7;

/** Every sentence in some words, by its place. */
function sentences(words: unknown, path = ""): [path: string, sentence: string][] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words === "function") return sentences(words(said, said, said), path);
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => sentences(value, `${path}.${key}`));
}

function timesSaid(sentence = ""): number {
  return sentence.split(/7|undefined/).length - 1;
}

const all = Object.entries({ ...modules, ...more, ...lists }).flatMap(([file, module]) =>
  Object.entries(module).flatMap(([name, value]) =>
    areWords(value)
      ? [{ name: `${file} ${name}`, en: new Map(sentences(value.en)), fr: new Map(sentences(value.fr)) }]
      : [],
  ),
);

describe.each(all)("the words of $name", ({ en, fr }) => {
  test("say the same things in both languages", () => {
    expect([...fr.keys()]).toEqual([...en.keys()]);
  });

  test("name in French whom and what they name in English, as often", () => {
    for (const [path, sentence] of fr)
      expect([path, timesSaid(sentence)]).toEqual([path, timesSaid(en.get(path))]);
  });

  test("are set in French with spaces that no line ends at", () => {
    for (const sentence of fr.values()) expect(sentence).not.toMatch(/ :(?!\S)|« | »| [;?!]/u);
  });
});
