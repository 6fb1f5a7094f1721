import { z } from "zod";
import { insertHistory } from "#db/queries/history.ts";
import { findContactOfAttempt } from "#db/queries/sales.ts";
import { type Result, refusal, success } from "#lib/problem.ts";
import { saleAction } from "../action.ts";
import { write } from "../database.ts";

/** A shopper's contact in full. Only for the person who asked, and only for as long as their screen shows it. */
export type ShownContact = { phone: string | null; email: string | null };

/** Shows the contact that a sale's link went to, and writes down who looked. */
export const showContactAction = saleAction(
  "contact.show",
  z.object({ saleId: z.string().max(100) }),
  ({ viewer, sale, asker }) =>
    write<Result<ShownContact>>(async (db) => {
      const contact = await findContactOfAttempt(db, sale.currentAttemptId);
      if (!contact || contact.erasedAt) return refusal(erased);
      await insertHistory(db, {
        at: new Date(),
        kind: "contact.shown",
        storeId: sale.storeId,
        saleId: sale.id,
        personId: viewer.personId,
        registerId: asker.registerId,
      });
      return success({ phone: contact.phone, email: contact.email });
    }),
);

const erased = {
  code: "erased",
  happened: "The shopper's contact has been erased.",
  money: "The records of the money are as they were.",
  next: "There is nothing to show.",
};
