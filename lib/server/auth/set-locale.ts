import { updatePerson } from "#db/queries/people.ts";
import type { Locale } from "#lib/language.ts";
import { type Result, success } from "#lib/problem.ts";
import { write } from "../database.ts";
import type { Viewer } from "./viewer.ts";

/** Sets what the viewer reads the till in; null: their store's language. */
export async function setLocale(viewer: Viewer, locale: Locale | null): Promise<Result<null>> {
  await write((db) => updatePerson(db, viewer.personId, { locale }));
  return success(null);
}
