import { randomUUID } from "node:crypto";
import type { Operation } from "#db/queries/operations.ts";
import type { Order } from "#db/queries/orders.ts";
import type { Attempt, Sale } from "#db/queries/sales.ts";
import type { Money } from "#lib/money.ts";
import type { OperationKind } from "#lib/operation.ts";
import type { Problem } from "#lib/problem.ts";
import { newOperation } from "#lib/server/payments/prepare.ts";
import type { SezzleAuthorization } from "#lib/sezzle-order.ts";

/** Why Sezzle sends no link. */
export const refusedOpening: Problem = {
  code: "refused",
  happened: "Sezzle did not open the checkout.",
  money: "Nothing is charged.",
  next: "Check the contact and send again.",
  fr: {
    happened: "Sezzle n'a pas ouvert le paiement.",
    money: "Rien n'est facturé.",
    next: "Vérifiez le contact et envoyez de nouveau.",
  },
};

/** The order of a link that was just sent. */
export function sentOrder(sale: Sale, attempt: Attempt, at: Date): Order {
  const uuid = randomUUID();
  return {
    uuid,
    kind: "main",
    attemptId: attempt.id,
    sessionUuid: randomUUID(),
    checkoutUrl: `https://checkout.example/${uuid}`,
    snapshot: {
      orderUuid: uuid,
      intent: "AUTH",
      referenceId: attempt.referenceId,
      amount: { amountCents: sale.amountCents, currency: sale.currency },
      checkoutStatus: "active",
      checkoutExpiresAt: attempt.checkoutExpiresAt,
      metadata: {},
      authorization: null,
    },
    askedAt: at,
    confirmedAt: at,
    confirmedBy: "operation",
    createdAt: at,
  };
}

/** How long an approval holds. */
const approvalMs = 7 * 24 * 60 * 60_000;

/** What Sezzle approves at a moment, of which nothing is captured yet. */
export function approval(amount: Money, at: Date, sezzleOrderId: string): SezzleAuthorization {
  return {
    amount,
    approved: true,
    expiresAt: new Date(at.getTime() + approvalMs),
    financingOption: "4-pay-biweekly",
    sezzleOrderId,
    captures: [],
    refunds: [],
    releases: [],
  };
}

type Wished = {
  kind: OperationKind;
  orderUuid: string | null;
  amountCents: number | null;
  reason: string | null;
};

/** What the person who started a sale asks for later. */
export function wishedOperation(sale: Sale, attempt: Attempt, wished: Wished, at: Date): Operation {
  return {
    ...newOperation(wished.kind, at),
    ...wished,
    saleId: sale.id,
    attemptId: attempt.id,
    currency: sale.currency,
    wishId: randomUUID(),
    seenVersion: sale.version,
    personId: sale.personId,
    registerId: sale.registerId,
  };
}
