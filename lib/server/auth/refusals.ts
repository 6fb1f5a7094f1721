import { insertHistory } from "#db/queries/history.ts";
import type { RefusableAction } from "#lib/words/refusal-words.ts";
import { write } from "../database.ts";
import type { Viewer } from "./viewer.ts";

/** Writes down that a signed-in person was refused something, and why. */
export async function recordRefusal(
  { personId }: Pick<Viewer, "personId">,
  action: RefusableAction,
  code: string,
  place: { storeId?: string; saleId?: string } = {},
): Promise<void> {
  await write((db) =>
    insertHistory(db, { at: new Date(), kind: "action.refused", ...place, personId, data: { action, code } }),
  );
}
