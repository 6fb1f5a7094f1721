import type { Db } from "#db/engine.ts";
import { findOpenOperation, type Operation } from "#db/queries/operations.ts";
import { listOrdersOfSales } from "#db/queries/orders.ts";
import {
  type Contact,
  findContact,
  findContactOfAttempt,
  insertAttempt,
  insertContact,
  listLostAttempts,
  nextOrdinal,
} from "#db/queries/sales.ts";
import type { Store } from "#db/queries/stores.ts";
import type { ContactAddress } from "#lib/contact.ts";
import type { OperationKind } from "#lib/operation.ts";
import { isOverForCertain, lostLinkGraceMs } from "#lib/order-state.ts";
import { type Result, refusal, success } from "#lib/problem.ts";
import { ownReason } from "#lib/words/kept-words.ts";
import { approvedCents, isCheckoutOpen } from "../orders/facts.ts";
import { type AttemptFacts, loadSaleFacts, stateOf, writeSaleState } from "../orders/write-state.ts";
import { contactOf, isAddressOf, newAttempt, openingOf, recipientOf } from "./new-attempt.ts";
import { type Asker, findEarlier, insertPrepared, prepareOperation } from "./prepare.ts";
import { reusedWish } from "./prepare-problems.ts";
import { contactErased, mayStillBePaid, notOver } from "./send-link-problems.ts";
import { staleProblem } from "./stale.ts";

/** What somebody wants who has a sale's link sent again. */
export type LinkWish = {
  saleId: string;
  wishId: string;
  seenVersion: number;
  /** Null: to where the last one went. */
  contact: ContactAddress | null;
  /** Says in so many words that a link whose answer was lost may still be paid. */
  confirmed: boolean;
};

/**
 * Writes down that a sale gets a new link. One that still works is deleted first, by a cancel that names what takes its
 * place: nobody ever holds two. Returns the operation to be run; the same wish again finds the first.
 */
export async function prepareLink(
  db: Db,
  asker: Asker,
  store: Store,
  wish: LinkWish,
  now: Date,
): Promise<Result<Operation>> {
  const { wishId, saleId } = wish;
  const kind: OperationKind[] = ["open_checkout", "cancel_checkout"];
  const earlier = await findEarlier(db, { wishId, saleId, personId: asker.personId, kind });
  if (!earlier.ok) return earlier;
  if (earlier.value) {
    const sentTo = await contactOfLink(db, earlier.value);
    if (wish.contact && !isAddressOf(sentTo, wish.contact)) return refusal(reusedWish);
    return success(earlier.value);
  }
  const facts = await loadSaleFacts(db, wish.saleId);
  const { status } = stateOf(facts, now);
  const isLinkAlive = isCheckoutOpen(facts.order) && (status === "link_sent" || status === "checking");
  return isLinkAlive
    ? prepareReplacement(db, asker, facts, wish, now)
    : prepareAttempt(db, asker, store, wish, now);
}

/** Whom an opening, or a cancel that makes room for a new link, sends it to. */
async function contactOfLink(db: Db, { attemptId, input }: Operation): Promise<Contact | null> {
  return input.replacement
    ? findContact(db, input.replacement.contactId)
    : findContactOfAttempt(db, attemptId);
}

async function isErased(db: Db, contactId: string): Promise<boolean> {
  return (await findContact(db, contactId))?.erasedAt != null;
}

async function prepareReplacement(
  db: Db,
  asker: Asker,
  { attempt }: AttemptFacts,
  { saleId, wishId, seenVersion, contact: address }: LinkWish,
  now: Date,
): Promise<Result<Operation>> {
  const contact = address && contactOf(address, null, now);
  const replacement = contact
    ? recipientOf(contact)
    : { contactId: attempt.contactId, channel: attempt.channel };
  if (!contact && (await isErased(db, attempt.contactId))) return refusal(contactErased);
  const prepared = await prepareOperation(
    db,
    asker,
    {
      ...{ saleId, wishId, seenVersion, replacement },
      kind: "cancel_checkout",
      amountCents: null,
      reason: null,
      additional: false,
    },
    now,
  );
  if (prepared.ok && contact) await insertContact(db, contact);
  return prepared;
}

/**
 * Writes a further attempt of a sale down: only when nothing was taken and the one before is over for certain, or its
 * answer was lost and a person confirms in words that its link may still be paid.
 */
export async function prepareAttempt(
  db: Db,
  asker: Asker,
  store: Store,
  wish: LinkWish,
  now: Date,
): Promise<Result<Operation>> {
  const facts = await loadSaleFacts(db, wish.saleId);
  const { sale, attempt: before } = facts;
  const state = stateOf(facts, now);
  const others = (await listOrdersOfSales(db, [sale.id])).filter((it) => it.order.uuid !== facts.order?.uuid);
  if (sale.version !== wish.seenVersion) {
    return refusal(await staleProblem(db, sale, state.status, wish.seenVersion));
  }
  const mayBegin =
    (isOverForCertain(state.status) || state.status === "unconfirmed") &&
    state.capturedCents === 0 &&
    others.every((it) => approvedCents(it.order) === 0 && !isCheckoutOpen(it.order)) &&
    (await findOpenOperation(db, sale.id)) === null;
  if (!mayBegin) return refusal(notOver);
  const [lost] = await listLostAttempts(db, [sale.id], new Date(now.getTime() - lostLinkGraceMs));
  if (lost && !wish.confirmed) return refusal(mayStillBePaid(lost.checkoutExpiresAt, store));
  if (!wish.contact && (await isErased(db, before.contactId))) return refusal(contactErased);
  const contact = wish.contact && contactOf(wish.contact, null, now);
  if (contact) await insertContact(db, contact);
  const recipient = contact ? recipientOf(contact) : { contactId: before.contactId, channel: before.channel };
  const attempt = newAttempt(sale, await nextOrdinal(db, sale.id), recipient, store, now);
  await insertAttempt(db, attempt);
  const reason = lost ? ownReason("although_doubtful") : null;
  const operation = { ...openingOf(sale, attempt, asker, wish.wishId, now), reason };
  await insertPrepared(db, operation, store.id, now);
  await writeSaleState(db, sale.id, { now, counts: true });
  return success(operation);
}
