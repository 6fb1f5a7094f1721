import { z } from "zod";
import { insertHistory } from "#db/queries/history.ts";
import { type Contact, findContactOfAttempt } from "#db/queries/sales.ts";
import { formatContact } from "#lib/contact.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { saleAction } from "../action.ts";
import { write } from "../database.ts";

/** A shopper's contact in full. Only for the person who asked, and only for as long as their screen shows it. */
export type ShownContact = { contact: string };

/** Shows the contact that a sale's link went to, and writes down who looked. */
export const showContactAction = saleAction(
  "contact.show",
  z.object({ saleId: z.string().max(100) }),
  ({ viewer, sale, asker }) =>
    write<Result<ShownContact>>(async (db) => {
      const contact = await findContactOfAttempt(db, sale.currentAttemptId);
      const words = contact && wholeContact(contact);
      if (!words) return refusal(erased);
      await insertHistory(db, {
        at: new Date(),
        kind: "contact.shown",
        storeId: sale.storeId,
        saleId: sale.id,
        personId: viewer.personId,
        registerId: asker.registerId,
      });
      return success({ contact: words });
    }),
);

function wholeContact({ phone, email }: Contact): string | null {
  if (phone) return formatContact({ kind: "sms", phone });
  return email;
}

const erased: Problem = {
  code: "erased",
  happened: "The shopper's contact has been erased.",
  money: "The records of the money are as they were.",
  next: "There is nothing to show.",
  fr: {
    happened: "Les coordonnées du client ont été effacées.",
    money: "Les écritures d'argent sont telles qu'elles étaient.",
    next: "Il n'y a rien à afficher.",
  },
};
