import { randomBytes, randomUUID } from "node:crypto";
import { type Db, openEngine } from "#db/engine.ts";
import { insertOperation } from "#db/queries/operations.ts";
import { insertOrder } from "#db/queries/orders.ts";
import { insertSale, type Sale } from "#db/queries/sales.ts";
import type { Store } from "#db/queries/stores.ts";
import { orderAsks } from "#db/schema/orders.ts";
import { noAmounts } from "#lib/order-state.ts";
import { saleNumber } from "#lib/reference.ts";
import { contactOf, newAttempt, openingOf, recipientOf } from "#lib/server/payments/new-attempt.ts";
import type { GatewayOrder } from "./gateway-orders.ts";
import type { Chain, Screen } from "./shop.ts";

/** A sale whose link was sent, and what the gateway has of it. */
export type OpenSale = { saleId: string; storeId: string; version: number; order: GatewayOrder };

/** So often an open order is asked for that no screen shows: those of a shop are spread over it. */
const pollMs = 50_000;
const approvalMs = 7 * 24 * 60 * 60_000;

/** Writes down so many sales whose links were sent, or (`approved`) that wait to be captured, over the tablets in turn. */
export async function writeOpenSales(
  databaseFile: string,
  chain: Chain,
  { count, approved = false }: { count: number; approved?: boolean },
): Promise<OpenSale[]> {
  const engine = openEngine(databaseFile);
  const stores = new Map(chain.stores.map((it) => [it.id, it]));
  try {
    return await engine.write(async (db) => {
      const all: OpenSale[] = [];
      for (let index = 0; index < count; index += 1) {
        const tablet = chain.tablets[index % chain.tablets.length];
        const store = stores.get(tablet?.storeId ?? "");
        if (!tablet || !store) throw new Error("the chain has no tablets");
        all.push(await writeOpenSale(db, { tablet, store, approved, index }));
      }
      return all;
    });
  } finally {
    engine.close();
  }
}

type Writing = { tablet: Screen; store: Store; approved: boolean; index: number };

async function writeOpenSale(db: Db, { tablet, store, approved, index }: Writing): Promise<OpenSale> {
  const now = new Date();
  const contact = contactOf({ kind: "email", email: `shopper${index}@example.com` }, null, now);
  const saleId = randomUUID();
  const number = saleNumber(store.code, now.toISOString().slice(0, 10), randomBytes(5));
  const attempt = newAttempt({ id: saleId, number }, 1, recipientOf(contact), store, now);
  const amountCents = 5_000 + (index % 1_000);
  const order: GatewayOrder = {
    ...{ uuid: randomUUID(), reference: number, amountCents, currency: store.currency },
    metadata: { till_attempt: attempt.id, till_sale: number },
    expiresAt: attempt.checkoutExpiresAt.toISOString(),
    approvedUntil: approved ? new Date(now.getTime() + approvalMs).toISOString() : null,
    captures: [],
  };
  const authorizationExpiresAt = order.approvedUntil ? new Date(order.approvedUntil) : null;
  const sale: Sale = {
    ...{ id: saleId, number, storeId: store.id, registerId: tablet.registerId, personId: tablet.personId },
    ...{ amountCents, currency: store.currency, receiptNumber: null, shopperLocale: null, createdAt: now },
    ...{
      currentAttemptId: attempt.id,
      version: 2,
      status: approved ? "authorized" : "link_sent",
      statusAt: now,
    },
    ...{ ...noAmounts, authorizedCents: approved ? amountCents : 0 },
    ...{ checkoutExpiresAt: attempt.checkoutExpiresAt, authorizationExpiresAt },
  };
  await insertSale(db, sale, attempt, contact);
  const opening = openingOf(sale, attempt, tablet, randomUUID(), now);
  await insertOperation(db, {
    ...opening,
    ...{ state: "succeeded", orderUuid: order.uuid, firstSentAt: now, tries: 1, endedAt: now },
    ...{ settledBy: "reply", leaseUntil: null },
  });
  await insertOrder(db, {
    ...{ uuid: order.uuid, kind: "main", attemptId: attempt.id, sessionUuid: randomUUID() },
    ...{ checkoutUrl: `https://checkout.example/${order.uuid}`, snapshot: snapshotOf(order, sale) },
    ...{ askedAt: now, confirmedAt: now, confirmedBy: "operation", createdAt: now },
  });
  const nextAskAt = new Date(now.getTime() + Math.random() * pollMs);
  await db
    .insert(orderAsks)
    .values({ orderUuid: order.uuid, wanted: 1, done: 1, hint: "operation", nextAskAt });
  return { saleId, storeId: store.id, version: sale.version, order };
}

function snapshotOf(order: GatewayOrder, { amountCents, currency, authorizationExpiresAt }: Sale) {
  const amount = { amountCents, currency };
  const authorization = {
    ...{ amount, approved: true, expiresAt: authorizationExpiresAt, financingOption: "4-pay-biweekly" },
    ...{ sezzleOrderId: null, captures: [], refunds: [], releases: [] },
  };
  return {
    ...{ orderUuid: order.uuid, intent: "AUTH", referenceId: order.reference, amount },
    checkoutStatus: order.approvedUntil ? ("complete" as const) : ("active" as const),
    checkoutExpiresAt: new Date(order.expiresAt),
    metadata: order.metadata,
    authorization: order.approvedUntil ? authorization : null,
  };
}
