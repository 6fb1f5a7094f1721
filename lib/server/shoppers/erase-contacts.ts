import type { Db } from "#db/engine.ts";
import { type ContactUse, eraseContact } from "#db/queries/contacts.ts";
import { insertHistory } from "#db/queries/history.ts";
import type { Contact } from "#db/queries/sales.ts";
import { listKeptPayloads, replacePayload } from "#db/queries/webhooks.ts";
import { cutPayload } from "../webhooks/cut-payload.ts";

/** Who has contacts erased, and why, as the history says it; `personId` is null for the till itself. */
export type Erasing = { personId: string | null; reason: string; now: Date };

/**
 * Empties contacts, with the words they were found by and what waiting webhooks hold of them, in the caller's transaction. Each sale
 * they were used for gets its line; everything about its money stays. Contacts that are erased already are passed over.
 */
export async function eraseContacts(
  db: Db,
  contacts: Contact[],
  uses: ContactUse[],
  { personId, reason, now }: Erasing,
): Promise<void> {
  const kept = contacts.filter((it) => it.erasedAt === null);
  if (kept.length === 0) return;
  for (const contact of kept) await eraseContact(db, contact.id, now);
  for (const { id, raw } of await listKeptPayloads(db)) {
    const rest = kept.reduce<Buffer | null>((left, contact) => left && cutPayload(left, contact), raw);
    if (rest !== raw) await replacePayload(db, id, rest);
  }
  const ids = new Set(kept.map((it) => it.id));
  const sales = new Map(uses.filter((it) => ids.has(it.contactId)).map((it) => [it.sale.id, it.sale]));
  for (const sale of sales.values()) {
    await insertHistory(db, {
      at: now,
      kind: "contact.erased",
      storeId: sale.storeId,
      saleId: sale.id,
      personId,
      data: { reason },
    });
  }
}
