import { randomBytes, randomUUID } from "node:crypto";
import type { Operation } from "#db/queries/operations.ts";
import type { Attempt, Contact, Sale } from "#db/queries/sales.ts";
import type { Store } from "#db/queries/stores.ts";
import type { ContactAddress } from "#lib/contact.ts";
import { type Asker, newOperation } from "./prepare.ts";

/** A shopper's contact as a row of its own. */
export function contactOf(address: ContactAddress, name: string | null, now: Date): Contact {
  return {
    id: randomUUID(),
    phone: address.kind === "sms" ? address.phone : null,
    email: address.kind === "email" ? address.email : null,
    name,
    createdAt: now,
    erasedAt: null,
  };
}

/** Where an attempt's link goes. */
export type Recipient = Pick<Attempt, "contactId" | "channel">;

/** Where a link goes that is sent to this contact: by text when it has a number. */
export function recipientOf(contact: Contact): Recipient {
  return { contactId: contact.id, channel: contact.phone ? "sms" : "email" };
}

/** An attempt to have a sale paid; the first one's reference is the sale's number, and each further one's has its count. */
export function newAttempt(
  sale: Pick<Sale, "id" | "number">,
  ordinal: number,
  { contactId, channel }: Recipient,
  store: Store,
  now: Date,
): Attempt {
  return {
    id: randomUUID(),
    saleId: sale.id,
    ordinal,
    contactId,
    channel,
    referenceId: ordinal === 1 ? sale.number : `${sale.number}-${ordinal}`,
    shopperToken: randomBytes(18).toString("base64url"),
    checkoutExpiresAt: new Date(now.getTime() + store.checkoutTtlMs),
    renewalOperationId: null,
    createdAt: now,
  };
}

/** The operation that opens an attempt's checkout. */
export function openingOf(
  sale: Sale,
  attempt: Attempt,
  asker: Pick<Asker, "personId" | "registerId">,
  wishId: string,
  now: Date,
): Operation {
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

/** Tells whether an address is a contact's; of one that was erased meanwhile that cannot be told. */
export function isAddressOf(contact: Contact | null, address: ContactAddress): boolean {
  if (!contact || contact.erasedAt) return true;
  return address.kind === "sms" ? contact.phone === address.phone : contact.email === address.email;
}
