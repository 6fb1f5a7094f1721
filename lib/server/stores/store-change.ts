import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findStore, type Store } from "#db/queries/stores.ts";
import { type Locale, wordsIn } from "#lib/language.ts";
import { type Problem, type Result, refusal } from "#lib/problem.ts";
import type { HistoryData } from "#lib/sale-view.ts";
import type { RefusableAction } from "#lib/words/refusal-words.ts";
import { storeChangeWords } from "#lib/words/store-change-words.ts";
import { refuse } from "../action.ts";
import { notAllowed, unknownStore } from "../action-problems.ts";
import type { Viewer } from "../auth/viewer.ts";
import { write } from "../database.ts";
import { standingNow } from "../people/person-action.ts";

/** Somebody who is an owner at this moment, about to change a store, inside one transaction. */
export type StoreChange = { db: Db; viewer: Viewer; store: Store; now: Date };

type StoreChangeLine = NonNullable<HistoryData["changes"]>[number];

/** Changes a store in one transaction: whoever is no owner any more at that moment changes nothing. */
export async function changeStoreAs<Value>(
  viewer: Viewer,
  action: RefusableAction,
  storeId: string,
  change: (context: StoreChange) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const result = await write<Result<Value>>(async (db) => {
    if (!(await standingNow(db, viewer)).isOwner) return refusal(notAllowed);
    const store = await findStore(db, storeId);
    return store ? change({ db, viewer, store, now: new Date() }) : refusal(unknownStore);
  });
  return result.ok || result.problem.code !== notAllowed.code ? result : refuse(viewer, action, notAllowed);
}

/** Writes down what somebody changed of a store. */
export async function noteChanges(
  { db, viewer, store, now }: StoreChange,
  changes: StoreChangeLine[],
): Promise<void> {
  await insertHistory(db, {
    at: now,
    kind: "store.changed",
    storeId: store.id,
    personId: viewer.personId,
    data: { store: store.name, changes },
  });
}

/** A change as the history keeps it: in English, and in French beside it. */
export function inBothLanguages(
  store: Pick<Store, "currency">,
  wordsOf: (locale: string) => Omit<StoreChangeLine, "fr">,
): StoreChangeLine {
  return { ...wordsOf(homeEnglish(store)), fr: wordsOf("fr-CA") };
}

/** Somebody else saved something meanwhile: what the screen showed is no longer so. */
export function changedMeanwhile(
  store: Pick<Store, "currency">,
  factOf: (locale: string) => { what: string; isNow: string },
): Problem {
  const sentences = (locale: string) => wordsIn(storeChangeWords, locale).changedMeanwhile(factOf(locale));
  return { code: "changed_meanwhile", ...sentences(homeEnglish(store)), fr: sentences("fr-CA") };
}

/** Something was set to what it cannot be; `field` says where. */
export function wrongSetting(field: string, happenedIn: (locale: string) => string): Problem {
  const sentences = (locale: string) => wordsIn(storeChangeWords, locale).wrongSetting(happenedIn(locale));
  return { code: "wrong_setting", ...sentences("en-US"), fr: sentences("fr-CA"), field };
}

/** English as the store's country writes it: a dollar of its own is no "CA$" there. */
function homeEnglish({ currency }: Pick<Store, "currency">): Locale {
  return currency === "CAD" ? "en-CA" : "en-US";
}
