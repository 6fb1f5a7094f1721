import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { DatabaseError } from "pg";
import { inject, onTestFinished } from "vitest";
import { storeDefaults } from "#lib/store.ts";
import { type Engine, openEngine } from "./engine.ts";
import { dropDatabase, makeDatabase, refusalText } from "./postgres/testing.ts";
import { insertOperation, type Operation } from "./queries/operations.ts";
import { insertPerson } from "./queries/people.ts";
import { insertSale } from "./queries/sales.ts";
import { insertStore } from "./queries/stores.ts";

/** A moment that the rows of a test are about. */
export const noon = new Date("2026-11-22T12:00:00Z");

/** A moment so many milliseconds after noon. */
export const afterNoon = (ms: number) => new Date(noon.getTime() + ms);

/** The path of a database file that does not exist yet, in a folder that goes when the running test ends. */
export function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "till-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "till.db");
}

const postgres = inject("postgres");

/** Whether these tests run on PostgreSQL; else they run on SQLite. */
export const isOnPostgres = postgres !== undefined;

/** The address of a database that is new: empty, or with the schema in place. Gone when the running test ends. */
export async function temporaryDatabase({ isEmpty } = { isEmpty: true }): Promise<string> {
  if (postgres === undefined) return temporaryFile();
  const address = await makeDatabase(postgres, { isEmpty });
  onTestFinished(() => dropDatabase(address));
  return address;
}

/** Opens an engine on a database (a new one unless given) with the schema in place. Closed when the running test ends. */
export async function openMigrated(address?: string): Promise<Engine> {
  const engine = openEngine(address ?? (await temporaryDatabase({ isEmpty: false })));
  onTestFinished(() => engine.close());
  await engine.migrate();
  return engine;
}

/** Another program holds a database file, so that nothing can be written, for so long or until what is returned is called. */
export function holdFile(file: string, ms: number): () => void {
  const other = new Database(file, { timeout: 5_000 });
  other.exec("BEGIN IMMEDIATE");
  const letGo = () => {
    clearTimeout(timer);
    other.close();
  };
  const timer = setTimeout(letGo, ms);
  onTestFinished(letGo);
  return letGo;
}

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

/** What the database itself said when it refused a query, in words that the engines share; rethrows anything else. */
export async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    const said = error instanceof Error && error.cause ? error.cause : error;
    if (said instanceof Database.SqliteError) return said.message;
    if (said instanceof DatabaseError) return refusalText(said);
    throw error;
  }
  throw new Error("the database refused nothing");
}
