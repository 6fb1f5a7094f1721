import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findEqualRefund } from "#db/queries/operations.ts";
import { findRoleIn } from "#db/queries/people.ts";
import { type AskedRefund, decideRequest, listOpenRequestsOfSales } from "#db/queries/refund-requests.ts";
import type { Sale } from "#db/queries/sales.ts";
import type { Language } from "#lib/language.ts";
import { may } from "#lib/people.ts";
import { amountInBoth } from "#lib/problem.ts";

/** Declines the refund that waits on a sale when what became of the sale leaves no way to make it, and says why in the history. */
export async function declineUnfit(db: Db, sale: Sale, now: Date): Promise<void> {
  const [asked] = await listOpenRequestsOfSales(db, [sale.id]);
  const why = asked && (await whyUnfit(db, sale, asked));
  if (!asked || !why) return;
  const { request } = asked;
  await decideRequest(db, request.id, {
    decision: "declined",
    decidedBy: null,
    decidedAt: now,
    operationId: null,
  });
  await insertHistory(db, {
    at: now,
    kind: "refund.declined",
    storeId: sale.storeId,
    saleId: sale.id,
    aboutPersonId: request.personId,
    data: { amountCents: request.amountCents, currency: sale.currency, message: why.en, messageFr: why.fr },
  });
}

async function whyUnfit(
  db: Db,
  sale: Sale,
  { request, person }: AskedRefund,
): Promise<Record<Language, string> | null> {
  const { amountCents } = request;
  const money = (cents: number) => amountInBoth(cents, sale.currency);
  // What is under way keeps its amount back, and may yet fail: only what is done counts.
  const leftCents = sale.capturedCents - sale.refundedCents;
  if (leftCents <= 0) return { en: "nothing is left to refund", fr: "il ne reste rien à rembourser" };
  if (amountCents > leftCents) {
    const left = money(leftCents);
    return {
      en: `only ${left.en} is left to refund`,
      fr: `il ne reste que ${left.fr} à rembourser`,
    };
  }
  const equal = request.additional ? null : await findEqualRefund(db, sale.id, amountCents);
  if (equal?.state === "given_up") {
    return {
      en: "an equal refund was closed meanwhile without Sezzle's answer",
      fr: "un remboursement du même montant a été fermé entre-temps sans réponse de Sezzle",
    };
  }
  if (equal) {
    const amount = money(amountCents);
    return {
      en: `${amount.en} was refunded meanwhile`,
      fr: `${amount.fr} a été remboursé entre-temps`,
    };
  }
  const role = await findRoleIn(db, request.personId, sale.storeId);
  if (role && may(role, "sale.refund")) return null;
  return {
    en: `${person} no longer works in this store`,
    fr: `${person} ne travaille plus dans ce magasin`,
  };
}
