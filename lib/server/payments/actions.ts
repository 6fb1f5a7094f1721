import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { findOperation, type Operation } from "#db/queries/operations.ts";
import { type ContactAddress, readContact } from "#lib/contact.ts";
import { locales } from "#lib/language.ts";
import { isCents } from "#lib/money.ts";
import type { OperationState } from "#lib/operation.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { readReceiptNumber } from "#lib/reference.ts";
import { contactWords } from "#lib/words/contact-words.ts";
import { type SaleContext, saleAction, stationAction } from "../action.ts";
import { read, write } from "../database.ts";
import { log } from "../log.ts";
import { askSezzle } from "./ask-sezzle.ts";
import { prepareCloseOther } from "./close-other.ts";
import { enterOrder } from "./enter-order.ts";
import { giveUp } from "./give-up.ts";
import { type MoneyWish, prepareOperation } from "./prepare.ts";
import { prepareReauthorization } from "./reauthorize.ts";
import { runOperation } from "./run-operation.ts";
import { prepareLink } from "./send-link.ts";
import { prepareReference } from "./set-reference.ts";
import { prepareSale } from "./start-sale.ts";

/** What an act came to by the time its action answered; the live stream tells the rest. */
export type ActOutcome = { operationId: string | null; state: OperationState | null };

/** How long an action waits for the end of what it started. Longer, and a gateway that hangs would freeze the till. */
const waitMs = 1_000;

const wishId = z.uuid();
const cents = z.number().refine((value) => isCents(value) && value > 0);
const target = { saleId: z.string().max(100), wishId };
const act = z.object({ ...target, seenVersion: z.number().int() });

const newSale = z.object({
  wishId,
  amountCents: cents,
  contact: z.string().max(300),
  shopperName: z.string().trim().max(100).nullable(),
  receiptNumber: z.string().max(100).nullable(),
  shopperLocale: z.enum(locales).nullable().default(null),
});

/** Starts a sale at the viewer's register and has Sezzle send the link. */
export const startSaleAction = stationAction("sale.start", newSale, async ({ store }, asker, input) => {
  const contact = readAddress(input.contact);
  if (!contact.ok) return contact;
  const receipt = readReceipt(input.receiptNumber);
  if (!receipt.ok) return receipt;
  const { wishId, amountCents, shopperLocale } = input;
  const shopperName = input.shopperName || null;
  const sale = {
    wishId,
    amountCents,
    contact: contact.value,
    shopperName,
    shopperLocale,
    receiptNumber: receipt.value,
  };
  const prepared = await write((db) => prepareSale(db, asker, store, sale, new Date()));
  if (!prepared.ok) return prepared;
  await startOperation(prepared.value.operationId);
  return success({ saleId: prepared.value.saleId });
});

/** Deletes the checkout of a sale that was given up. */
export const cancelAction = saleAction("sale.cancel", act, (context, input) =>
  move(context, { ...input, kind: "cancel_checkout", amountCents: null, reason: null, additional: false }),
);

/** Captures all or part of what is approved. */
export const captureAction = saleAction(
  "sale.capture",
  act.extend({ amountCents: cents }),
  (context, input) => move(context, { ...input, kind: "capture", reason: null, additional: false }),
);

/** Lets all or part of what is approved and not captured go. */
export const releaseAction = saleAction(
  "sale.release",
  act.extend({ amountCents: cents }),
  (context, input) => move(context, { ...input, kind: "release", reason: null, additional: false }),
);

/** What a refund is asked for with. */
export const refundInput = act.extend({
  amountCents: cents,
  reason: z.string().trim().max(300),
  additional: z.boolean(),
});

/** Refunds all or part of what is captured. */
export const refundAction = saleAction("sale.refund", refundInput, (context, input) =>
  move(context, { ...input, kind: "refund" }),
);

const referenceInput = z.object({ ...target, receiptNumber: z.string().max(100) });

/** Sets the receipt number as the order's reference at Sezzle. */
export const setReferenceAction = saleAction("sale.set_reference", referenceInput, async (context, input) => {
  const receipt = readReceipt(input.receiptNumber);
  if (!receipt.ok) return receipt;
  const { wishId, saleId } = input;
  const wish = { wishId, saleId, referenceId: receipt.value ?? "" };
  return started(await write((db) => prepareReference(db, context.asker, wish, new Date())));
});

/** Asks Sezzle for the order now, and settles what is not confirmed. */
export const askAction = saleAction("sale.see", z.object({ saleId: target.saleId }), ({ sale, asker }) =>
  asked(sale.id, askSezzle(asker, sale.id)),
);

const decision = z.object({
  saleId: target.saleId,
  operationId: z.string().max(100),
  seenVersion: z.number().int(),
});

/** Lets an operation go whose end nobody can tell, and that Sezzle does not show. */
export const giveUpAction = saleAction("sale.decide", decision, async ({ asker }, input) => {
  const given = await write((db) => giveUp(db, asker, input, new Date()));
  return given.ok ? success(outcomeOf(given.value)) : given;
});

const againInput = act.extend({ contact: z.string().max(300).nullable(), confirmed: z.boolean() });

/** Sends a new link for a sale; one that still works is deleted first. */
export const sendAgainAction = saleAction(
  "sale.start",
  againInput,
  async ({ viewer, sale, asker }, input) => {
    const place = viewer.stores.find(({ store }) => store.id === sale.storeId);
    if (!place) throw new Error(`sale ${sale.id} is in none of the viewer's stores`);
    const contact = input.contact === null ? success(null) : readAddress(input.contact);
    if (!contact.ok) return contact;
    const wish = { ...input, contact: contact.value };
    return started(await write((db) => prepareLink(db, asker, place.store, wish, new Date())));
  },
);

/** Closes another order of a sale: deletes its link, or releases what is approved on it. */
export const closeOtherAction = saleAction(
  "sale.cancel",
  act.extend({ orderUuid: z.string().max(100) }),
  async ({ asker }, input) => started(await write((db) => prepareCloseOther(db, asker, input, new Date()))),
);

/** Has Sezzle approve a sale again whose approval ran out. */
export const reauthorizeAction = saleAction("sale.reauthorize", act, async ({ asker }, input) =>
  started(await write((db) => prepareReauthorization(db, asker, input, new Date()))),
);

const entered = z.object({ saleId: target.saleId, orderUuid: z.string().trim().min(1).max(100) });

/** Finds a sale's order by the uuid that Sezzle's dashboard shows. */
export const enterOrderAction = saleAction("sale.enter_order", entered, ({ asker }, input) =>
  asked(input.saleId, enterOrder(asker, input.saleId, input.orderUuid)),
);

async function move({ asker }: SaleContext, wish: MoneyWish): Promise<Result<ActOutcome>> {
  return started(await write((db) => prepareOperation(db, asker, wish, new Date())));
}

/** Starts what was prepared, and tells how it stands after a moment. */
export async function started(prepared: Result<Operation>): Promise<Result<ActOutcome>> {
  return prepared.ok ? success(outcomeOf(await startOperation(prepared.value.id))) : prepared;
}

/** Waits a moment for what a question to Sezzle comes to; a gateway that hangs must not freeze the till. */
async function asked(saleId: string, asking: Promise<Result<Operation | null>>): Promise<Result<ActOutcome>> {
  const answer = await withinWait(asking);
  if (answer === "later") {
    asking.catch((error) => log().error({ err: error, saleId }, "asking Sezzle failed"));
    return success(outcomeOf(null));
  }
  return answer.ok ? success(outcomeOf(answer.value)) : answer;
}

/** Starts an operation that is on disk, and waits a moment for its end. Returns how it stands then. */
async function startOperation(operationId: string): Promise<Operation | null> {
  const running = runOperation(operationId).catch((error) => {
    log().error({ err: error, operationId }, "an operation could not be carried through");
  });
  await withinWait(running);
  return read((db) => findOperation(db, operationId));
}

function withinWait<Value>(promise: Promise<Value>): Promise<Value | "later"> {
  return Promise.race([promise, sleep(waitMs, "later" as const)]);
}

function outcomeOf(operation: Operation | null): ActOutcome {
  return { operationId: operation?.id ?? null, state: operation?.state ?? null };
}

function readAddress(typed: string): Result<ContactAddress> {
  const reading = readContact(typed);
  if (reading.kind === "sms") return success({ kind: "sms", phone: reading.phone });
  if (reading.kind === "email") return success({ kind: "email", email: reading.email });
  const sentence =
    reading.kind === "wrong"
      ? contactWords.en[reading.fault]
      : "The mobile number or e-mail is not complete.";
  return refusal({
    code: "wrong_contact",
    happened: sentence,
    money: "No link was sent.",
    next: "Check it and send again.",
    fr: {
      happened:
        reading.kind === "wrong"
          ? contactWords.fr[reading.fault]
          : "Le numéro mobile ou le courriel n'est pas complet.",
      money: "Aucun lien n'a été envoyé.",
      next: "Vérifiez-le et envoyez de nouveau.",
    },
    field: "contact",
  });
}

function readReceipt(typed: string | null): Result<string | null> {
  if (!typed?.trim()) return success(null);
  const number = readReceiptNumber(typed);
  return number ? success(number) : refusal(wrongReceipt);
}

const wrongReceipt: Problem = {
  code: "wrong_receipt",
  happened: "Sezzle takes letters, digits, - and _ in a receipt number, 60 at most.",
  money: "Nothing was sent to Sezzle.",
  next: "Change the receipt number.",
  field: "receiptNumber",
  fr: {
    happened: "Sezzle accepte des lettres, des chiffres, - et _ dans un numéro de reçu, 60 au maximum.",
    money: "Rien n'a été envoyé à Sezzle.",
    next: "Changez le numéro de reçu.",
  },
};
