import { z } from "zod";
import type { Db } from "#db/engine.ts";
import { listContactsBeingSent, listContactsOfWord, listUsesOfContacts } from "#db/queries/contacts.ts";
import { insertHistory } from "#db/queries/history.ts";
import { type ContactAddress, formatContact, readContact } from "#lib/contact.ts";
import { may } from "#lib/people.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { emailWord, phoneWord } from "#lib/search-words.ts";
import { erasureReasons, type ShopperData } from "#lib/shopper-data.ts";
import { contactWords } from "#lib/words/contact-words.ts";
import type { RefusableAction } from "#lib/words/refusal-words.ts";
import { refuse, rightAction } from "../action.ts";
import { notAllowed } from "../action-problems.ts";
import type { Viewer } from "../auth/viewer.ts";
import { emptyJournal, write } from "../database.ts";
import { log } from "../log.ts";
import { standingNow } from "../people/person-action.ts";
import { eraseContacts } from "./erase-contacts.ts";

/** How many of a shopper's sales a look-up shows; it counts them all. */
const mostShown = 50;

const lookedUp = z.object({ contact: z.string().max(300) });
const erased = lookedUp.extend({ reason: z.enum(erasureReasons) });

/**
 * Finds what the stores in which the viewer may erase contacts hold of one shopper, by their whole number or e-mail. That somebody
 * looked is written down, and not for whom.
 */
export const lookUpShopperAction = rightAction(
  "contact.erase",
  "shoppers.look_up",
  lookedUp,
  async (viewer, input) => {
    const address = readAddress(input.contact);
    if (!address.ok) return address;
    const result = await write<Result<ShopperData>>(async (db) => {
      const held = await findHeld(db, viewer, address.value);
      if (!held) return refusal(notAllowed);
      const sales = [...new Map(held.uses.map((it) => [it.sale.id, it])).values()];
      await insertHistory(db, {
        at: new Date(),
        kind: "contact.looked_up",
        personId: viewer.personId,
        data: { count: sales.length },
      });
      return success({
        contact: formatContact(address.value),
        names: [...new Set(held.contacts.flatMap((it) => it.name ?? []))],
        count: sales.length,
        sales: sales.slice(0, mostShown).map(({ sale, store }) => ({
          saleId: sale.id,
          number: sale.number,
          storeName: store.name,
          timeZone: store.timeZone,
          createdAt: sale.createdAt.toISOString(),
          amountCents: sale.amountCents,
          currency: sale.currency,
          status: sale.status,
        })),
      });
    });
    return refusedHere(viewer, "shoppers.look_up", result);
  },
);

/** Erases a shopper's contact from every sale of those stores, for ever. Answers from how many sales. */
export const eraseShopperAction = rightAction(
  "contact.erase",
  "shoppers.erase",
  erased,
  async (viewer, input) => {
    const address = readAddress(input.contact);
    if (!address.ok) return address;
    const result = await write<Result<{ sales: number }>>(async (db) => {
      const held = await findHeld(db, viewer, address.value);
      if (!held) return refusal(notAllowed);
      const ids = held.contacts.map((it) => it.id);
      if ((await listContactsBeingSent(db, ids)).length > 0) return refusal(beingSent);
      const erasing = { personId: viewer.personId, reason: input.reason, now: new Date() };
      await eraseContacts(db, held.contacts, held.uses, erasing);
      return success({ sales: new Set(held.uses.map((it) => it.sale.id)).size });
    });
    if (result.ok) await forgetNow();
    return refusedHere(viewer, "shoppers.erase", result);
  },
);

/**
 * The contacts of an address that belong to stores in which the viewer may erase them, as they stand now, with their sales; null
 * when there is no such store any more. What belongs to no sale belongs to no store, and goes with the rest.
 */
async function findHeld(db: Db, viewer: Viewer, address: ContactAddress) {
  const { isOwner, roles } = await standingNow(db, viewer);
  const stores = new Set(roles.filter((it) => may(it.role, "contact.erase")).map((it) => it.storeId));
  if (!isOwner && stores.size === 0) return null;
  const word =
    address.kind === "sms" ? phoneWord(address.phone.replace(/\D/g, "")) : emailWord(address.email);
  const found = await listContactsOfWord(db, word);
  const all = await listUsesOfContacts(
    db,
    found.map((it) => it.id),
  );
  const isTheirs = (storeId: string) => isOwner || stores.has(storeId);
  const uses = all.filter((it) => isTheirs(it.sale.storeId));
  const contacts = found.filter((contact) =>
    all.filter((it) => it.contactId === contact.id).every((it) => isTheirs(it.sale.storeId)),
  );
  return { contacts, uses };
}

/** The erasure stands, whatever comes of this: what is in the way of it is so for a moment, and the job does it then. */
async function forgetNow(): Promise<void> {
  try {
    await emptyJournal();
  } catch (error) {
    log().warn({ err: error }, "the journal could not be emptied after an erasure");
  }
}

function readAddress(text: string): Result<ContactAddress> {
  const reading = readContact(text);
  if (reading.kind === "sms" || reading.kind === "email") return success(reading);
  if (reading.kind === "incomplete") return refusal(notWhole);
  const { en, fr } = contactWords;
  return refusal({
    ...notWhole,
    happened: en[reading.fault],
    fr: { ...notWholeInFrench, happened: fr[reading.fault] },
  });
}

async function refusedHere<Value>(
  viewer: Viewer,
  action: RefusableAction,
  result: Result<Value>,
): Promise<Result<Value>> {
  const isNoMore = !result.ok && result.problem.code === notAllowed.code;
  return isNoMore ? refuse(viewer, action, notAllowed) : result;
}

const notWholeInFrench = {
  happened: "Ce n'est pas un numéro de téléphone ou un courriel complet.",
  money: "Rien n'a été recherché.",
  next: "Saisissez-le en entier, comme le client l'a donné.",
};

const notWhole: Problem = {
  code: "wrong_contact",
  happened: "This is not a whole phone number or e-mail.",
  money: "Nothing was looked up.",
  next: "Type it whole, as the shopper gave it.",
  fr: notWholeInFrench,
  field: "contact",
};

const beingSent: Problem = {
  code: "being_sent",
  happened: "A link is just being sent to this shopper.",
  money: "Nothing was erased. The sale goes on.",
  next: "Wait until the sale says what became of its link, then erase.",
  fr: {
    happened: "Un lien est justement en cours d'envoi à ce client.",
    money: "Rien n'a été effacé. La vente continue.",
    next: "Attendez que la vente dise ce qu'est devenu son lien, puis effacez.",
  },
};
