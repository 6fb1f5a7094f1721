import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findEqualRefund } from "#db/queries/operations.ts";
import { findRoleIn } from "#db/queries/people.ts";
import { type AskedRefund, decideRequest, listOpenRequestsOfSales } from "#db/queries/refund-requests.ts";
import type { Sale } from "#db/queries/sales.ts";
import { formatMoney } from "#lib/money.ts";
import { may } from "#lib/people.ts";

/** Declines the refund that waits on a sale when what became of the sale leaves no way to make it, and says why in the history. */
export async function declineUnfit(db: Db, sale: Sale, now: Date): Promise<void> {
  const [asked] = await listOpenRequestsOfSales(db, [sale.id]);
  const message = asked && (await whyUnfit(db, sale, asked));
  if (!asked || !message) return;
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
    data: { amountCents: request.amountCents, currency: sale.currency, message },
  });
}

async function whyUnfit(db: Db, sale: Sale, { request, person }: AskedRefund): Promise<string | null> {
  const { amountCents } = request;
  const money = (cents: number) => formatMoney(cents, sale.currency);
  // What is under way keeps its amount back, and may yet fail: only what is done counts.
  const leftCents = sale.capturedCents - sale.refundedCents;
  if (leftCents <= 0) return "nothing is left to refund";
  if (amountCents > leftCents) return `only ${money(leftCents)} is left to refund`;
  const equal = request.additional ? null : await findEqualRefund(db, sale.id, amountCents);
  if (equal?.state === "given_up") return "an equal refund was closed meanwhile without Sezzle's answer";
  if (equal) return `${money(amountCents)} was refunded meanwhile`;
  const role = await findRoleIn(db, request.personId, sale.storeId);
  return role && may(role, "sale.refund") ? null : `${person} no longer works in this store`;
}
