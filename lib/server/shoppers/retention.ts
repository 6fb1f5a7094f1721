import type { Db } from "#db/engine.ts";
import {
  type ContactUse,
  listContactsBeingSent,
  listUnsettledSales,
  listUsesOfContacts,
  walkContacts,
} from "#db/queries/contacts.ts";
import { listStores } from "#db/queries/stores.ts";
import { waitingStatuses } from "#lib/order-state.ts";
import { keptForReason } from "#lib/words/data-rights-words.ts";
import { emptyJournal, read, write } from "../database.ts";
import { oncePerProcess } from "../once.ts";
import { eraseContacts } from "./erase-contacts.ts";

const dayMs = 24 * 60 * 60_000;

/** How many contacts are looked at in one step, and how many steps one run takes: a till has others to serve. */
const stepSize = 200;
const stepsARun = 20;

/** The pause after the last contact, before all are looked at again. */
const restMs = 6 * 60 * 60_000;

const walk = () => oncePerProcess("contacts walk", () => ({ after: 0, restsUntil: 0 }));

/**
 * Erases the contacts whose time is over in their stores, a few at a time. Where the walk stands is each process's own; a contact is
 * looked at again in the transaction that erases it, so that several processes erase each one once.
 */
export async function eraseOldContacts(): Promise<void> {
  const walking = walk();
  const stores = await read(listStores);
  const isAsked = stores.some((it) => it.contactRetentionDays !== null);
  if (!isAsked || Date.now() < walking.restsUntil) return;
  for (let step = 0; step < stepsARun; step += 1) {
    const after = await retentionStep(walking.after, new Date());
    if (after === null) {
      Object.assign(walking, { after: 0, restsUntil: Date.now() + restMs });
      return;
    }
    walking.after = after;
  }
}

/**
 * Looks at the contacts that came after a place, and erases those whose time is over. Answers the place to go on from; null at the
 * end.
 */
export async function retentionStep(after: number, now: Date): Promise<number | null> {
  const rows = await read((db) => walkContacts(db, after, stepSize));
  const ids = rows.filter((it) => it.contact.erasedAt === null).map((it) => it.contact.id);
  const due = await read((db) => listDue(db, ids, now));
  if (due.size > 0) {
    await write(async (db) => {
      const again = await listDue(db, [...due.keys()], now);
      const contacts = (await walkContacts(db, after, stepSize)).map((it) => it.contact);
      const byDays = Map.groupBy([...again], ([, uses]) => uses[0]?.store.contactRetentionDays);
      for (const [days, its] of byDays) {
        const ids = new Set(its.map(([id]) => id));
        if (days == null) continue;
        const reason = keptForReason(days);
        await eraseContacts(
          db,
          contacts.filter((it) => ids.has(it.id)),
          its.flatMap(([, uses]) => uses),
          { personId: null, reason, now },
        );
      }
    });
  }
  const last = rows.at(-1);
  return last && rows.length === stepSize ? last.place : null;
}

/** Of some contacts, those whose time is over, with their sales. It begins anew with everything that happens to one of these. */
async function listDue(db: Db, contactIds: string[], now: Date): Promise<Map<string, ContactUse[]>> {
  const uses = Map.groupBy(await listUsesOfContacts(db, contactIds), (it) => it.contactId);
  const over = [...uses].filter(([, its]) => its.every((it) => isOver(it, now)));
  if (over.length === 0) return new Map();
  const sales = over.flatMap(([, its]) => its.map((it) => it.sale.id));
  const unsettled = new Set(await listUnsettledSales(db, sales));
  const sent = new Set(
    await listContactsBeingSent(
      db,
      over.map(([id]) => id),
    ),
  );
  return new Map(over.filter(([id, its]) => !sent.has(id) && its.every((it) => !unsettled.has(it.sale.id))));
}

function isOver({ sale, store, attemptedAt }: ContactUse, now: Date): boolean {
  if (store.contactRetentionDays === null || waitingStatuses.includes(sale.status)) return false;
  const lastAt = Math.max(sale.createdAt.getTime(), sale.statusAt.getTime(), attemptedAt.getTime());
  return lastAt + store.contactRetentionDays * dayMs <= now.getTime();
}

/** Has what was erased go from the journal, too: also what a worked-off webhook held. */
export async function forgetErased(): Promise<void> {
  await emptyJournal();
}
