import { randomUUID } from "node:crypto";
import { storeDefaults } from "#lib/store.ts";
import type { Engine } from "./engine.ts";
import { insertOperation, type Operation } from "./queries/operations.ts";
import { insertPerson } from "./queries/people.ts";
import { insertSale } from "./queries/sales.ts";
import { insertStore } from "./queries/stores.ts";

/** A moment that the rows of a test are about. */
export const noon = new Date("2026-11-22T12:00:00Z");

/** A moment so many milliseconds after noon. */
export const afterNoon = (ms: number) => new Date(noon.getTime() + ms);

/** A store with a register and someone who works there. */
export type Shop = { storeId: string; registerId: string; personId: string };

/** Writes a store with a register and someone who works there. */
export async function addShop(engine: Engine, code = "MAPLE"): Promise<Shop> {
  const shop = { storeId: randomUUID(), registerId: randomUUID(), personId: randomUUID() };
  await engine.write(async (db) => {
    await insertStore(
      db,
      {
        id: shop.storeId,
        code,
        name: code,
        country: "US",
        currency: "USD",
        locale: "en-US",
        timeZone: "America/Chicago",
        minCents: 100,
        maxCents: 250_000,
        checkoutTtlMs: 30 * 60_000,
        ...storeDefaults("en-US"),
        cashierRefundLimitCents: 20_000,
        createdAt: noon,
      },
      [{ id: shop.registerId, name: "Register 1", closedAt: null }],
    );
    await insertPerson(
      db,
      {
        id: shop.personId,
        signInName: `casey-${code.toLowerCase()}`,
        name: "Casey",
        passwordHash: "not a hash: nobody signs in here",
        passwordUntil: null,
        pinHash: null,
        locale: null,
        isOwner: false,
        disabledAt: null,
        rolesChangedAt: null,
        createdAt: noon,
      },
      [{ storeId: shop.storeId, role: "cashier" }],
    );
  });
  return shop;
}

/** A sale with its first attempt. */
export type AddedSale = Shop & { saleId: string; attemptId: string };

/** Writes a sale of $100.00 with its first attempt. */
export async function addSale(engine: Engine, shop: Shop, createdAt = noon): Promise<AddedSale> {
  const [saleId, attemptId, contactId] = [randomUUID(), randomUUID(), randomUUID()];
  const number = `MAPLE-261122-${saleId.slice(0, 8)}`;
  await engine.write((db) =>
    insertSale(
      db,
      {
        id: saleId,
        storeId: shop.storeId,
        registerId: shop.registerId,
        personId: shop.personId,
        number,
        amountCents: 10_000,
        currency: "USD",
        receiptNumber: null,
        shopperLocale: null,
        createdAt,
        currentAttemptId: attemptId,
        version: 1,
        status: "creating",
        statusAt: createdAt,
        authorizedCents: 0,
        capturedCents: 0,
        releasedCents: 0,
        refundedCents: 0,
        checkoutExpiresAt: null,
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
        checkoutExpiresAt: afterNoon(30 * 60_000),
        createdAt,
      },
      { id: contactId, phone: "+15125550147", email: null, name: null, createdAt, erasedAt: null },
    ),
  );
  return { ...shop, saleId, attemptId };
}

/** An operation of a sale, `prepared` at noon under a lease of a minute unless changed. */
export function operationOf(sale: AddedSale, change: Partial<Operation> = {}): Operation {
  return {
    id: randomUUID(),
    kind: "capture",
    state: "prepared",
    saleId: sale.saleId,
    attemptId: sale.attemptId,
    orderUuid: null,
    amountCents: 2000,
    currency: "USD",
    input: {},
    reason: null,
    approvedBy: null,
    wishId: randomUUID(),
    seenVersion: 1,
    personId: sale.personId,
    registerId: sale.registerId,
    preparedAt: noon,
    firstSentAt: null,
    tries: 0,
    lease: null,
    leaseUntil: afterNoon(60_000),
    unconfirmedAt: null,
    nextRepeatAt: null,
    endedAt: null,
    settledBy: null,
    movementUuid: null,
    problem: null,
    ...change,
  };
}

/** Writes an operation in a transaction of its own. */
export async function addOperation(engine: Engine, operation: Operation): Promise<Operation> {
  await engine.write((db) => insertOperation(db, operation));
  return operation;
}
