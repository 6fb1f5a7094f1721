import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findStore, type Store } from "#db/queries/stores.ts";
import type { Problem, Result } from "#lib/problem.ts";
import { refusal } from "#lib/problem.ts";
import type { HistoryData } from "#lib/sale-view.ts";
import { refuse } from "../action.ts";
import { notAllowed, unknownStore } from "../action-problems.ts";
import type { Viewer } from "../auth/viewer.ts";
import { write } from "../database.ts";
import { standingNow } from "../people/person-action.ts";

/** Somebody who is an owner at this moment, about to change a store, inside one transaction. */
export type StoreChange = { db: Db; viewer: Viewer; store: Store; now: Date };

/** Changes a store in one transaction: whoever is no owner any more at that moment changes nothing. */
export async function changeStoreAs<Value>(
  viewer: Viewer,
  action: string,
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
  changes: NonNullable<HistoryData["changes"]>,
): Promise<void> {
  await insertHistory(db, {
    at: now,
    kind: "store.changed",
    storeId: store.id,
    personId: viewer.personId,
    data: { store: store.name, changes },
  });
}

/** Somebody else saved something meanwhile: what the screen showed is no longer so. */
export function changedMeanwhile(what: string, isNow: string): Problem {
  return {
    code: "changed_meanwhile",
    happened: `This was changed meanwhile. ${what} is now: ${isNow}.`,
    money: "Nothing of yours was saved.",
    next: "Look at what it is now, then decide again.",
  };
}

/** Something was set to what it cannot be; `field` says where. */
export function wrongSetting(field: string, sentence: string): Problem {
  return {
    code: "wrong_setting",
    happened: sentence,
    money: "Nothing has changed.",
    next: "Correct it and save again.",
    field,
  };
}
