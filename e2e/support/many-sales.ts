import { randomUUID } from "node:crypto";
import { type Db, openEngine } from "#db/engine.ts";
import { insertSale } from "#db/queries/sales.ts";
import { findStore, listRegisters, type Store } from "#db/queries/stores.ts";
import { operations } from "#db/schema/operations.ts";
import { movements, orders } from "#db/schema/orders.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import type { House } from "./house.ts";
import { personIdOf, storeIdOf } from "./staff.ts";

export type PastSale = {
  at: Date;
  status: SaleStatus;
  amountCents: number;
  phone?: string;
  name?: string;
  /** The register it was started at, and paid at. */
  register?: string;
  /** When the till saw that it was paid: then it has the order, the operation and the movement of that. */
  paidAt?: Date;
};

/** Writes sales that were made and ended earlier straight into the app's database, as another process of it would. */
export async function writePastSales(
  house: House,
  code: "MAPLE" | "HARBR",
  sales: PastSale[],
): Promise<void> {
  const engine = openEngine(house.database);
  const storeId = storeIdOf(house, code);
  const personId = personIdOf(house, code === "MAPLE" ? "casey" : "robin");
  try {
    await engine.write(async (db) => {
      const store = await findStore(db, storeId);
      if (!store) throw new Error(`no store ${code}`);
      const ofStore = await listRegisters(db, [storeId]);
      for (const sale of sales) {
        const { at, status, amountCents, phone = "+16125550100", name = null, register } = sale;
        const registerId = ofStore.find((it) => it.name === register)?.id ?? null;
        const [saleId, attemptId, contactId] = [randomUUID(), randomUUID(), randomUUID()];
        const number = `${code}-261101-${saleId.slice(0, 8).toUpperCase()}`;
        const isPaid = status === "captured";
        await insertSale(
          db,
          {
            id: saleId,
            storeId,
            registerId,
            personId,
            number,
            amountCents,
            currency: store.currency,
            receiptNumber: null,
            shopperLocale: null,
            createdAt: at,
            currentAttemptId: attemptId,
            version: 1,
            status,
            statusAt: at,
            authorizedCents: isPaid ? amountCents : 0,
            capturedCents: isPaid ? amountCents : 0,
            releasedCents: 0,
            refundedCents: 0,
            checkoutExpiresAt: at,
            authorizationExpiresAt: null,
          },
          {
            id: attemptId,
            saleId,
            ordinal: 1,
            channel: "sms",
            contactId,
            referenceId: number,
            shopperToken: randomUUID(),
            renewalOperationId: null,
            checkoutExpiresAt: at,
            createdAt: at,
          },
          { id: contactId, phone, email: null, name, createdAt: at, erasedAt: null },
        );
        if (sale.paidAt) await writePayment(db, { saleId, attemptId, store, personId, registerId }, sale);
      }
    });
  } finally {
    await engine.close();
  }
}

type PaidSale = {
  saleId: string;
  attemptId: string;
  store: Store;
  personId: string;
  registerId: string | null;
};

/** What a capture leaves in the database: its order, the operation, and what Sezzle's order lists of it. */
async function writePayment(
  db: Db,
  { saleId, attemptId, store, personId, registerId }: PaidSale,
  { at, paidAt = at, amountCents }: PastSale,
): Promise<void> {
  const [orderUuid, operationId, movementUuid] = [randomUUID(), randomUUID(), randomUUID()];
  const { id: storeId, currency } = store;
  await db.insert(orders).values({ uuid: orderUuid, kind: "main", attemptId, createdAt: at });
  await db.insert(operations).values({
    ...{ id: operationId, kind: "capture", state: "succeeded", saleId, attemptId, orderUuid },
    ...{ amountCents, currency, input: {}, wishId: randomUUID(), seenVersion: 1, personId, registerId },
    ...{
      preparedAt: paidAt,
      firstSentAt: paidAt,
      tries: 1,
      endedAt: paidAt,
      settledBy: "reply",
      movementUuid,
    },
  });
  await db.insert(movements).values({
    ...{ uuid: movementUuid, orderUuid, storeId, saleId, kind: "capture", amountCents, operationId },
    firstSeenAt: paidAt,
  });
}
