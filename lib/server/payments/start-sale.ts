import { randomBytes, randomUUID } from "node:crypto";
import type { Db } from "#db/engine.ts";
import { afterClosedDays } from "#db/queries/day-closes.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findContactOfAttempt, findSale, insertSale, isNumberTaken, type Sale } from "#db/queries/sales.ts";
import { findRegister, findStore, type Store } from "#db/queries/stores.ts";
import { localDate } from "#lib/business-day.ts";
import type { ContactAddress } from "#lib/contact.ts";
import type { Locale } from "#lib/language.ts";
import { noAmounts } from "#lib/order-state.ts";
import { amountInBoth, type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { saleNumber } from "#lib/reference.ts";
import { contactOf, isAddressOf, newAttempt, openingOf, recipientOf } from "./new-attempt.ts";
import { type Asker, findEarlier, insertPrepared } from "./prepare.ts";
import { reusedWish } from "./prepare-problems.ts";

export type NewSale = {
  wishId: string;
  amountCents: number;
  contact: ContactAddress;
  shopperName: string | null;
  receiptNumber: string | null;
  /** The shopper's language, where it is not the store's. */
  shopperLocale: Locale | null;
};

/** What a sale's opening is to be sent by: the operation on disk, and its sale. */
export type Opening = { saleId: string; operationId: string };

/** Writes a new sale down with its first attempt and the operation that opens its checkout. The same wish finds the first. */
export async function prepareSale(
  db: Db,
  asker: Asker,
  seenStore: Store,
  wish: NewSale,
  now: Date,
): Promise<Result<Opening>> {
  const { wishId, amountCents } = wish;
  // Whoever sends it: a tablet keeps the wish of a lost answer, and another person may have opened it since.
  const earlier = await findEarlier(db, { wishId, amountCents, kind: "open_checkout" });
  if (!earlier.ok) return earlier;
  if (earlier.value) {
    const { id: operationId, saleId, attemptId } = earlier.value;
    const isOfStore = (await findSale(db, saleId))?.storeId === seenStore.id;
    const sentTo = await findContactOfAttempt(db, attemptId);
    return isOfStore && isAddressOf(sentTo, wish.contact)
      ? success({ saleId, operationId })
      : refusal(reusedWish);
  }
  // As they are in this transaction: what a sale is written down with must not be set otherwise at the same moment.
  const store = await findStore(db, seenStore.id);
  const register = asker.registerId ? await findRegister(db, asker.registerId) : null;
  if (!store || register?.closedAt) return refusal(registerClosed);
  if (wish.amountCents < store.minCents || wish.amountCents > store.maxCents) {
    return refusal(amountOutOfBounds(wish.amountCents, store));
  }
  const contact = contactOf(wish.contact, wish.shopperName, now);
  const saleId = randomUUID();
  const number = await freeNumber(db, store, now);
  const attempt = newAttempt({ id: saleId, number }, 1, recipientOf(contact), store, now);
  const sale: Sale = {
    id: saleId,
    storeId: store.id,
    registerId: asker.registerId,
    personId: asker.personId,
    number,
    amountCents: wish.amountCents,
    currency: store.currency,
    receiptNumber: wish.receiptNumber,
    shopperLocale: wish.shopperLocale,
    createdAt: await afterClosedDays(db, store.id, now),
    currentAttemptId: attempt.id,
    version: 1,
    status: "creating",
    statusAt: now,
    ...noAmounts,
    checkoutExpiresAt: attempt.checkoutExpiresAt,
    authorizationExpiresAt: null,
  };
  await insertSale(db, sale, attempt, contact);
  await insertHistory(db, {
    at: now,
    kind: "sale.started",
    storeId: store.id,
    saleId,
    personId: asker.personId,
    registerId: asker.registerId,
    data: { amountCents: sale.amountCents, currency: sale.currency, channel: attempt.channel },
  });
  const operation = openingOf(sale, attempt, asker, wish.wishId, now);
  await insertPrepared(db, operation, store.id, now);
  return success({ saleId, operationId: operation.id });
}

async function freeNumber(db: Db, store: Store, now: Date): Promise<string> {
  for (;;) {
    const number = saleNumber(store.code, localDate(now, store.timeZone), randomBytes(5));
    if (!(await isNumberTaken(db, number))) return number;
  }
}

const registerClosed: Problem = {
  code: "register_closed",
  happened: "This register has been closed.",
  money: "No link was sent.",
  next: "Choose another register, then start the sale there.",
  fr: {
    happened: "Cette caisse a été fermée.",
    money: "Aucun lien n'a été envoyé.",
    next: "Choisissez une autre caisse, puis commencez la vente là.",
  },
};

function amountOutOfBounds(amountCents: number, store: Store): Problem {
  const isSmall = amountCents < store.minCents;
  const bound = amountInBoth(isSmall ? store.minCents : store.maxCents, store.currency);
  return {
    code: isSmall ? "amount_too_small" : "amount_too_large",
    happened: `${store.name} takes Sezzle payments ${isSmall ? "from" : "up to"} ${bound.en}.`,
    money: "No link was sent.",
    next: "Change the amount, or take another way to pay.",
    field: "amount",
    fr: {
      happened: `${store.name} accepte les paiements Sezzle ${isSmall ? "à partir de" : "jusqu'à"} ${bound.fr}.`,
      money: "Aucun lien n'a été envoyé.",
      next: "Changez le montant ou proposez un autre mode de paiement.",
    },
  };
}
