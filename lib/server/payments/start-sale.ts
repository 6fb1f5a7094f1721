import { randomBytes, randomUUID } from "node:crypto";
import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findOpenOperation, type Operation } from "#db/queries/operations.ts";
import { listOrdersOfSales } from "#db/queries/orders.ts";
import {
  type Attempt,
  type Contact,
  findContactOfAttempt,
  insertAttempt,
  insertSale,
  isNumberTaken,
  type Sale,
} from "#db/queries/sales.ts";
import type { Store } from "#db/queries/stores.ts";
import { localDate } from "#lib/business-day.ts";
import type { ContactAddress } from "#lib/contact.ts";
import { formatMoney } from "#lib/money.ts";
import { isOverForCertain, noAmounts } from "#lib/order-state.ts";
import { type Result, refusal, success } from "#lib/problem.ts";
import { saleNumber } from "#lib/reference.ts";
import { approvedCents } from "../orders/facts.ts";
import { loadSaleFacts, stateOf, writeSaleState } from "../orders/write-state.ts";
import { type Asker, findEarlier, insertPrepared, newOperation } from "./prepare.ts";
import { reusedWish } from "./prepare-problems.ts";

export type NewSale = {
  wishId: string;
  amountCents: number;
  contact: ContactAddress;
  shopperName: string | null;
  receiptNumber: string | null;
};

/** What a sale's opening is to be sent by: the operation on disk, and its sale. */
export type Opening = { saleId: string; operationId: string };

/** Writes a new sale down with its first attempt and the operation that opens its checkout. The same wish finds the first. */
export async function prepareSale(
  db: Db,
  asker: Asker,
  store: Store,
  wish: NewSale,
  now: Date,
): Promise<Result<Opening>> {
  const { wishId, amountCents } = wish;
  const { personId } = asker;
  const earlier = await findEarlier(db, { wishId, amountCents, personId, kind: "open_checkout" });
  if (!earlier.ok) return earlier;
  if (earlier.value && !(await isSentTo(db, earlier.value, wish.contact))) return refusal(reusedWish);
  if (earlier.value) return success({ saleId: earlier.value.saleId, operationId: earlier.value.id });
  if (wish.amountCents < store.minCents || wish.amountCents > store.maxCents) {
    return refusal(amountOutOfBounds(wish.amountCents, store));
  }
  const contact = contactOf(wish.contact, wish.shopperName, now);
  const saleId = randomUUID();
  const number = await freeNumber(db, store, now);
  const attempt = newAttempt(saleId, 1, number, contact, store, now);
  const sale: Sale = {
    id: saleId,
    storeId: store.id,
    registerId: asker.registerId,
    personId: asker.personId,
    number,
    amountCents: wish.amountCents,
    currency: store.currency,
    receiptNumber: wish.receiptNumber,
    createdAt: now,
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

/** Writes a further attempt of a sale down; only when the one before is over for certain and nothing was taken. */
export async function prepareAttempt(
  db: Db,
  asker: Asker,
  store: Store,
  wish: { saleId: string; wishId: string; seenVersion: number; contact: ContactAddress | null },
  now: Date,
): Promise<Result<Opening>> {
  const { wishId, saleId } = wish;
  const { personId } = asker;
  const earlier = await findEarlier(db, { wishId, saleId, personId, kind: "open_checkout" });
  if (!earlier.ok) return earlier;
  if (earlier.value && wish.contact && !(await isSentTo(db, earlier.value, wish.contact)))
    return refusal(reusedWish);
  if (earlier.value) return success({ saleId: wish.saleId, operationId: earlier.value.id });
  const facts = await loadSaleFacts(db, wish.saleId);
  const { sale, attempt: before } = facts;
  const state = stateOf(facts, now);
  const others = (await listOrdersOfSales(db, [sale.id])).filter((it) => it.order.uuid !== facts.order?.uuid);
  const mayBegin =
    sale.version === wish.seenVersion &&
    isOverForCertain(state.status) &&
    state.capturedCents === 0 &&
    others.every((it) => approvedCents(it.order) === 0) &&
    (await findOpenOperation(db, sale.id)) === null;
  if (!mayBegin) {
    return refusal({
      code: "not_over",
      happened: "Another link cannot be sent for this sale now.",
      money: "Nothing was sent to Sezzle. What was sent before is as the sale shows it.",
      next: "Look at what the sale shows, then decide again.",
    });
  }
  const contact = wish.contact ? contactOf(wish.contact, null, now) : null;
  const ordinal = before.ordinal + 1;
  const attempt: Attempt = contact
    ? newAttempt(sale.id, ordinal, `${sale.number}-${ordinal}`, contact, store, now)
    : {
        ...newAttempt(
          sale.id,
          ordinal,
          `${sale.number}-${ordinal}`,
          { id: before.contactId, phone: null },
          store,
          now,
        ),
        channel: before.channel,
      };
  await insertAttempt(db, attempt, contact);
  const operation = openingOf(sale, attempt, asker, wish.wishId, now);
  await insertPrepared(db, operation, store.id, now);
  await writeSaleState(db, sale.id, { now, counts: true });
  return success({ saleId: sale.id, operationId: operation.id });
}

/** Whether an opening sends its link to this address; one that was erased meanwhile cannot be told from it. */
async function isSentTo(db: Db, opening: Operation, address: ContactAddress): Promise<boolean> {
  const contact = await findContactOfAttempt(db, opening.attemptId);
  if (!contact || contact.erasedAt) return true;
  return address.kind === "sms" ? contact.phone === address.phone : contact.email === address.email;
}

function contactOf(address: ContactAddress, name: string | null, now: Date): Contact {
  return {
    id: randomUUID(),
    phone: address.kind === "sms" ? address.phone : null,
    email: address.kind === "email" ? address.email : null,
    name,
    createdAt: now,
    erasedAt: null,
  };
}

function newAttempt(
  saleId: string,
  ordinal: number,
  referenceId: string,
  contact: Pick<Contact, "id" | "phone">,
  store: Store,
  now: Date,
): Attempt {
  return {
    id: randomUUID(),
    saleId,
    ordinal,
    channel: contact.phone ? "sms" : "email",
    contactId: contact.id,
    referenceId,
    shopperToken: randomBytes(18).toString("base64url"),
    checkoutExpiresAt: new Date(now.getTime() + store.checkoutTtlMs),
    renewalOperationId: null,
    createdAt: now,
  };
}

function openingOf(sale: Sale, attempt: Attempt, asker: Asker, wishId: string, now: Date): Operation {
  return {
    ...newOperation("open_checkout", now),
    saleId: sale.id,
    attemptId: attempt.id,
    orderUuid: null,
    amountCents: sale.amountCents,
    currency: sale.currency,
    wishId,
    seenVersion: sale.version,
    personId: asker.personId,
    registerId: asker.registerId,
  };
}

function amountOutOfBounds(amountCents: number, store: Store) {
  const isSmall = amountCents < store.minCents;
  const bound = formatMoney(isSmall ? store.minCents : store.maxCents, store.currency, store.locale);
  return {
    code: isSmall ? "amount_too_small" : "amount_too_large",
    happened: `${store.name} takes Sezzle payments ${isSmall ? "from" : "up to"} ${bound}.`,
    money: "No link was sent.",
    next: "Change the amount, or take another way to pay.",
    field: "amount",
  };
}
