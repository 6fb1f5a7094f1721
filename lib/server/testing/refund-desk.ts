import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Operation } from "#db/queries/operations.ts";
import { insertPerson, type Membership, type Person } from "#db/queries/people.ts";
import type { RefundRequest } from "#db/queries/refund-requests.ts";
import type { Store } from "#db/queries/stores.ts";
import { stores } from "#db/schema/stores.ts";
import type { Result } from "#lib/problem.ts";
import { write } from "../database.ts";
import type { Asker } from "../payments/prepare.ts";
import { type AskedWish, askManager } from "../refunds/ask-manager.ts";
import { approveRefund, declineRefund, withdrawRefund } from "../refunds/decide.ts";
import { granted, type Till } from "./till.ts";

/** What is asked for, of a sale as somebody sees it now. */
export type RefundWish = AskedWish;

/** Adds somebody to the shop. */
export async function addPerson(
  name: string,
  roles: Omit<Membership, "personId">[],
  change: Partial<Person> = {},
): Promise<Person> {
  const person: Person = {
    id: randomUUID(),
    signInName: `${name.toLowerCase()}-${randomUUID().slice(0, 8)}`,
    name,
    passwordHash: "none",
    passwordUntil: null,
    pinHash: null,
    locale: null,
    isOwner: false,
    disabledAt: null,
    rolesChangedAt: null,
    createdAt: new Date(),
    ...change,
  };
  await write((db) => insertPerson(db, person, roles));
  return person;
}

/** Changes how a store is set. */
export function setStore(storeId: string, change: Partial<Store>): Promise<unknown> {
  return write(async (db) => db.update(stores).set(change).where(eq(stores.id, storeId)));
}

/** Refunds that wait for a manager, as short calls. */
export class RefundDesk {
  readonly till: Till;
  readonly casey: Asker;

  constructor(till: Till, caseyId: string) {
    this.till = till;
    this.casey = { personId: caseyId, registerId: null, role: "cashier" };
  }

  /** A refund of $60.00 of the sale as it is now. */
  async wish(saleId: string, change: Partial<RefundWish> = {}): Promise<RefundWish> {
    const { version } = await this.till.sale(saleId);
    const wish = { saleId, wishId: randomUUID(), seenVersion: version, amountCents: 6_000 };
    return { ...wish, reason: "Returned goods", additional: false, ...change };
  }

  ask(wish: RefundWish, asker = this.casey): Promise<Result<RefundRequest>> {
    return write((db) => askManager(db, asker, wish, new Date()));
  }

  /** A paid sale of which Casey asks to refund $60.00. */
  async asked(change: Partial<RefundWish> = {}) {
    const sale = await this.till.openCaptured();
    const wish = await this.wish(sale.saleId, change);
    return { ...sale, wish, request: granted(await this.ask(wish)) };
  }

  /** Approves as somebody who sees the sale as it is now. */
  async approve(
    { saleId, id }: RefundRequest,
    personId = this.till.asker.personId,
    seenVersion?: number,
  ): Promise<Result<Operation>> {
    const seen = seenVersion ?? (await this.till.sale(saleId)).version;
    const decided = { saleId, requestId: id, seenVersion: seen };
    const decider = { personId, registerId: null, byPin: false };
    return write((db) => approveRefund(db, decider, decided, new Date()));
  }

  decline({ saleId, id }: RefundRequest, personId = this.till.asker.personId, reason: string | null = null) {
    const decider = { personId, registerId: null, byPin: false };
    return write((db) => declineRefund(db, decider, { saleId, requestId: id, reason }, new Date()));
  }

  withdraw({ saleId, id }: RefundRequest, asker = this.casey) {
    return write((db) => withdrawRefund(db, asker, { saleId, requestId: id }, new Date()));
  }
}
