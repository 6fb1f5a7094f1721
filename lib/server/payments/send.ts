import type { Operation } from "#db/queries/operations.ts";
import { findAttempt, findContactOfAttempt, findSale } from "#db/queries/sales.ts";
import { findRegister, findStore } from "#db/queries/stores.ts";
import { languageOf } from "#lib/language.ts";
import { read } from "../database.ts";
import { env } from "../env.ts";
import { gateway } from "../gateway.ts";
import type { CreateSessionInput } from "../sezzle/session-request.ts";

/** What Sezzle's answer to an operation brought. */
export type Sent = {
  movementUuid?: string;
  checkout?: { orderUuid: string; sessionUuid: string; checkoutUrl: string };
  /** The new order of a reauthorization. Sezzle answers 200 to a refusal too: `approved` decides. */
  renewal?: { orderUuid: string; approved: boolean };
};

/** Makes the call. Throws what the gateway client throws. */
export type Send = () => Promise<Sent>;

/**
 * Gets everything ready for the one gateway call an operation stands for, under the operation's id as its key: what fails here
 * fails before anything was sent. Never called but by the door for money.
 */
export async function prepareSend(operation: Operation): Promise<Send> {
  const session = operation.kind === "open_checkout" ? await sessionInput(operation) : null;
  const it = await gateway();
  if (session) return async () => ({ checkout: await it.createSession(session) });
  const orderUuid = required(operation.orderUuid, "order");
  switch (operation.kind) {
    case "cancel_checkout":
      return async () => {
        await it.deleteCheckout(orderUuid);
        return {};
      };
    case "set_reference": {
      const referenceId = required(operation.input.referenceId, "reference");
      return async () => {
        await it.setReference(orderUuid, referenceId);
        return {};
      };
    }
    case "capture":
    case "release":
    case "refund": {
      const { kind, currency, id } = operation;
      const amount = { amountCents: required(operation.amountCents, "amount"), currency };
      return () => it[kind](orderUuid, amount, id);
    }
    case "reauthorize": {
      const { currency, id } = operation;
      const amount = { amountCents: required(operation.amountCents, "amount"), currency };
      return async () => ({ renewal: await it.reauthorize(orderUuid, amount, id) });
    }
    case "open_checkout":
      throw new Error("a checkout is opened above");
  }
}

async function sessionInput(operation: Operation): Promise<CreateSessionInput> {
  const { sale, attempt, contact, store, register } = await read(async (db) => {
    const sale = required(await findSale(db, operation.saleId), "sale");
    return {
      sale,
      attempt: required(await findAttempt(db, operation.attemptId), "attempt"),
      contact: required(await findContactOfAttempt(db, operation.attemptId), "contact"),
      store: required(await findStore(db, sale.storeId), "store"),
      register: sale.registerId ? await findRegister(db, sale.registerId) : null,
    };
  });
  const shopperPage = `${env().appUrl}/s/${attempt.shopperToken}`;
  const locale = sale.shopperLocale ?? store.locale;
  const [firstName, ...rest] = contact.name?.split(/\s+/) ?? [];
  return {
    amount: { amountCents: sale.amountCents, currency: sale.currency },
    referenceId: attempt.referenceId,
    description: `${store.name} ${sale.number}`,
    metadata: {
      till_attempt: attempt.id,
      till_sale: sale.number,
      location_id: store.code,
      store_name: store.name,
      ...(register ? { register: register.name } : {}),
    },
    locale,
    checkoutExpiresAt: attempt.checkoutExpiresAt,
    completeUrl: `${shopperPage}/complete`,
    cancelUrl: `${shopperPage}/cancelled`,
    customer: {
      ...(firstName ? { firstName } : {}),
      ...(rest.length > 0 ? { lastName: rest.join(" ") } : {}),
      ...(contact.phone ? { phone: contact.phone } : {}),
      ...(contact.email ? { email: contact.email } : {}),
    },
    sendTo:
      attempt.channel === "sms"
        ? { kind: "sms", phone: required(contact.phone, "phone") }
        : { kind: "email", email: required(contact.email, "e-mail") },
    language: languageOf(locale),
  };
}

function required<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`the operation has no ${what}`);
  return value;
}
