import type { Db } from "#db/engine.ts";
import type { Operation } from "#db/queries/operations.ts";
import { deleteUnusedContact, findSale, insertAttempt, nextOrdinal } from "#db/queries/sales.ts";
import { findStore } from "#db/queries/stores.ts";
import { newAttempt, openingOf } from "./new-attempt.ts";
import { insertPrepared } from "./prepare.ts";

/**
 * Begins what takes the place of a link that is deleted for certain: a further attempt, and the operation that opens its
 * checkout, due to be sent at once by whichever process is alive. The wish is made from the cancel's id, so that one
 * cancel has one replacement. Returns the operation's id. Run in the transaction that ends the cancel.
 */
export async function beginReplacement(db: Db, cancel: Operation, now: Date): Promise<string | null> {
  const { replacement } = cancel.input;
  const sale = await findSale(db, cancel.saleId);
  const store = sale && (await findStore(db, sale.storeId));
  if (!replacement || !store) return null;
  // The sale stands for another link by now: one that turned out to be paid.
  if (sale.currentAttemptId !== cancel.attemptId) return null;
  const attempt = newAttempt(sale, await nextOrdinal(db, sale.id), replacement, store, now);
  await insertAttempt(db, attempt);
  const opening = openingOf(sale, attempt, cancel, `replacement:${cancel.id}`, now);
  await insertPrepared(db, { ...opening, nextRepeatAt: now }, store.id, now);
  return opening.id;
}

/** The link was not deleted: whom the new one was meant for is not kept. */
export async function dropReplacement(db: Db, { input }: Operation): Promise<void> {
  if (input.replacement) await deleteUnusedContact(db, input.replacement.contactId);
}
