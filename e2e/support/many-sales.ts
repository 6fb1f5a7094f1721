import { randomUUID } from "node:crypto";
import { openEngine } from "#db/engine.ts";
import { insertSale } from "#db/queries/sales.ts";
import { findStore } from "#db/queries/stores.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import type { House } from "./house.ts";
import { personIdOf, storeIdOf } from "./staff.ts";

export type PastSale = {
  at: Date;
  status: SaleStatus;
  amountCents: number;
  phone?: string;
  name?: string;
};

/** Writes sales that were made and ended earlier straight into the app's database, as another process of it would. */
export async function writePastSales(
  house: House,
  code: "MAPLE" | "HARBR",
  sales: PastSale[],
): Promise<void> {
  const engine = openEngine(house.databaseFile);
  const storeId = storeIdOf(house, code);
  const personId = personIdOf(house, code === "MAPLE" ? "casey" : "robin");
  try {
    await engine.write(async (db) => {
      const store = await findStore(db, storeId);
      if (!store) throw new Error(`no store ${code}`);
      for (const { at, status, amountCents, phone = "+16125550100", name = null } of sales) {
        const [saleId, attemptId, contactId] = [randomUUID(), randomUUID(), randomUUID()];
        const number = `${code}-261101-${saleId.slice(0, 8).toUpperCase()}`;
        const isPaid = status === "captured";
        await insertSale(
          db,
          {
            id: saleId,
            storeId,
            registerId: null,
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
      }
    });
  } finally {
    engine.close();
  }
}
