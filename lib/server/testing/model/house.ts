import { randomUUID } from "node:crypto";
import { claimOperation, findOperation, type Operation } from "#db/queries/operations.ts";
import { findAsk, type OrderAsk } from "#db/queries/orders.ts";
import { findPersonBySignInName } from "#db/queries/people.ts";
import { findSale, type Sale } from "#db/queries/sales.ts";
import { listStores, type Store, updateStore } from "#db/queries/stores.ts";
import type { Result } from "#lib/problem.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { read, write } from "../../database.ts";
import { leaseEnd } from "../../lease.ts";
import { type Asker, type MoneyWish, prepareOperation } from "../../payments/prepare.ts";
import { prepareSend, type Send } from "../../payments/send.ts";
import { prepareLink } from "../../payments/send-link.ts";
import { prepareSale } from "../../payments/start-sale.ts";
import { viewSales } from "../../sales/view.ts";
import type { SandboxControl } from "./sandbox-control.ts";
import { faultsOf, type Sky } from "./weather.ts";

const contact = { kind: "email", email: "shopper@example.com" } as const;

/** A request that left a process which then died: it may reach Sezzle at any time, or never. */
export type InFlight = { operationId: string; send: Send };

/** A wish as it was granted, to be made again. */
export type GrantedWish = { wish: MoneyWish; operationId: string };

/** The till's own doors and the sandbox, around one sale, with what a counter does as short calls. */
export class House {
  readonly sandbox: SandboxControl;
  readonly store: Store;
  readonly asker: Asker;
  saleId = "";
  /** The version that a screen shows which nobody has looked after. */
  oldVersion = 0;
  inFlight: InFlight[] = [];
  lastWish: GrantedWish | null = null;
  /** Uuids of the events that Sezzle has delivered. */
  readonly delivered = new Set<string>();
  /** What was last seen of the sale: its version has to rise with it. */
  lastLook: { version: number; facts: string } | null = null;

  constructor(sandbox: SandboxControl, store: Store, asker: Asker) {
    this.sandbox = sandbox;
    this.store = store;
    this.asker = asker;
  }

  /** Sets the store to capture at once what is approved, or at hand-over. */
  captureAtOnce(isAtOnce: boolean): Promise<void> {
    return write((db) =>
      updateStore(db, this.store.id, { capturePolicy: isAtOnce ? "at_once" : "at_hand_over" }),
    );
  }

  /** Writes the sale down. Returns the operation that opens its link. */
  async startSale(amountCents: number, receiptNumber: string | null): Promise<Operation> {
    const wish = {
      wishId: randomUUID(),
      amountCents,
      contact,
      shopperName: null,
      shopperLocale: null,
      receiptNumber,
    };
    const prepared = await write((db) => prepareSale(db, this.asker, this.store, wish, new Date()));
    const { saleId, operationId } = granted(prepared);
    this.saleId = saleId;
    return this.operation(operationId);
  }

  /** Writes a further link of the sale down, or the cancel that makes room for it. */
  sendAgain(seenVersion: number, confirmed: boolean): Promise<Result<Operation>> {
    const wish = { saleId: this.saleId, wishId: randomUUID(), seenVersion, contact: null, confirmed };
    return write((db) => prepareLink(db, this.asker, this.store, wish, new Date()));
  }

  /** A wish for money, as somebody's screen sends it. */
  wish(kind: MoneyWish["kind"], cents: number | null, seenVersion: number, additional = false): MoneyWish {
    const wish = { saleId: this.saleId, wishId: randomUUID(), seenVersion, kind, amountCents: cents };
    return { ...wish, reason: kind === "refund" ? "Returned" : null, additional };
  }

  prepare(wish: MoneyWish): Promise<Result<Operation>> {
    return write((db) => prepareOperation(db, this.asker, wish, new Date()));
  }

  /** A process claims the operation, and dies. What it was about to send is kept for `inFlight`. */
  async claimAndDie(operationId: string): Promise<InFlight> {
    const now = new Date();
    const claim = {
      operationId,
      from: "prepared",
      lease: randomUUID(),
      leaseUntil: leaseEnd(now),
      now,
    } as const;
    const operation = await write((db) => claimOperation(db, claim));
    if (!operation) throw new Error("the operation could not be claimed");
    return { operationId, send: await prepareSend(operation) };
  }

  async sale(): Promise<Sale> {
    return present(await read((db) => findSale(db, this.saleId)));
  }

  async view(): Promise<SaleView> {
    return present((await read((db) => viewSales(db, [this.saleId]))).get(this.saleId));
  }

  async operation(id: string): Promise<Operation> {
    return present(await read((db) => findOperation(db, id)));
  }

  /** When an order is to be asked for; null when it never was. */
  ask(orderUuid: string): Promise<OrderAsk | null> {
    return read((db) => findAsk(db, orderUuid));
  }

  /** Makes the weather of the next step. */
  meet(sky: Sky): Promise<void> {
    return this.sandbox.arm(faultsOf(sky));
  }
}

/** The store and the manager of the demo, with the sandbox they are tried on. */
export async function enterHouse(sandbox: SandboxControl): Promise<House> {
  const store = (await read(listStores)).find((it) => it.code === "MAPLE");
  const manager = await read((db) => findPersonBySignInName(db, "morgan"));
  return new House(sandbox, present(store), {
    personId: present(manager).id,
    registerId: null,
    role: "manager",
  });
}

/** The value of a result. Throws the problem's code when it is a refusal. */
export function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.problem.code}`);
  return result.value;
}

/** Throws when there is none. */
export function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error("there is none");
  return value;
}
