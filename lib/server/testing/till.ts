import { createHmac, randomUUID } from "node:crypto";
import { afterAll, afterEach, vi } from "vitest";
import { prepareDatabase } from "#db/prepare.ts";
import { listHistoryOfSale } from "#db/queries/history.ts";
import { findOperation, type Operation } from "#db/queries/operations.ts";
import { findAsk, findMainOrder, type OrderAsk } from "#db/queries/orders.ts";
import { findPersonBySignInName } from "#db/queries/people.ts";
import { findSale, type Sale } from "#db/queries/sales.ts";
import { listStores, type Store } from "#db/queries/stores.ts";
import type { Result } from "#lib/problem.ts";
import type { HistoryLineView, SaleView } from "#lib/sale-view.ts";
import { read, write } from "../database.ts";
import { env } from "../env.ts";
import { learn } from "../orders/learn.ts";
import { type Asker, type MoneyWish, prepareOperation } from "../payments/prepare.ts";
import { runOperation } from "../payments/run-operation.ts";
import { type LinkWish, prepareAttempt, prepareLink } from "../payments/send-link.ts";
import { type NewSale, type Opening, prepareSale } from "../payments/start-sale.ts";
import { viewSales } from "../sales/view.ts";
import { receiveWebhook } from "../webhooks/receive.ts";
import { authorize, type ScriptedOrder } from "./scripted-order.ts";
import { ScriptedSezzle } from "./scripted-sezzle.ts";
import { stubDatabase } from "./stub-database.ts";

/** A sale with the operation that opened its checkout, and the order at Sezzle. */
export type OpenedSale = Opening & { order: ScriptedOrder };

type MoneyKind = MoneyWish["kind"];

/** The till's own modules on a database of their own, before a scripted Sezzle, with what a counter does as short calls. */
export class Till {
  readonly sezzle: ScriptedSezzle;
  readonly store: Store;
  readonly otherStore: Store;
  readonly asker: Asker;

  constructor(sezzle: ScriptedSezzle, [store, otherStore]: [Store, Store], personId: string) {
    this.sezzle = sezzle;
    this.store = store;
    this.otherStore = otherStore;
    this.asker = { personId, registerId: null, role: "manager" };
  }

  /** Writes a sale of $100.00 down, to be sent by `runOperation`. */
  async prepareSale(change: Partial<NewSale> = {}, store = this.store): Promise<Opening> {
    const contact = { kind: "email", email: "shopper@example.com" } as const;
    const wish = {
      wishId: randomUUID(),
      amountCents: 10_000,
      contact,
      shopperName: null,
      shopperLocale: null,
      receiptNumber: null,
    };
    const sale = { ...wish, ...change };
    return granted(await write((db) => prepareSale(db, this.asker, store, sale, new Date())));
  }

  /** A sale whose link Sezzle has sent. */
  async open(change: Partial<NewSale> = {}): Promise<OpenedSale> {
    const opening = await this.prepareSale(change);
    await runOperation(opening.operationId);
    return { ...opening, order: this.sezzle.order(await this.orderUuid(opening.saleId)) };
  }

  /** A sale that the shopper has completed, and the till knows. */
  async openAuthorized(approval: Parameters<typeof authorize>[1] = {}): Promise<OpenedSale> {
    const sale = await this.open();
    authorize(sale.order, approval);
    await learn(sale.order.uuid, "poll");
    return sale;
  }

  /** A sale that is paid. */
  async openCaptured(): Promise<OpenedSale> {
    const sale = await this.openAuthorized();
    await this.act(sale.saleId, "capture", 10_000);
    return sale;
  }

  /** Writes down what somebody wants who sees the sale as it is now. */
  async prepare(
    saleId: string,
    kind: MoneyKind,
    amountCents: number | null = null,
    change: Partial<MoneyWish> = {},
  ): Promise<Result<Operation>> {
    const { version } = await this.sale(saleId);
    const wish = { saleId, wishId: randomUUID(), seenVersion: version, kind, amountCents };
    const reason = kind === "refund" ? "Returned" : null;
    return write((db) =>
      prepareOperation(db, this.asker, { ...wish, reason, additional: false, ...change }, new Date()),
    );
  }

  /** Does it. Returns the operation as it stands after Sezzle was asked. */
  async act(saleId: string, kind: MoneyKind, amountCents: number | null = null): Promise<Operation> {
    const { id } = granted(await this.prepare(saleId, kind, amountCents));
    await runOperation(id);
    return this.operation(id);
  }

  /** Writes a further attempt down, for a sale whose link is over. */
  async prepareAgain(saleId: string, change: Partial<LinkWish> = {}): Promise<Result<Operation>> {
    const wish = { ...(await this.#linkWish(saleId)), ...change };
    return write((db) => prepareAttempt(db, this.asker, this.store, wish, new Date()));
  }

  /** Writes down that the sale gets a new link, whatever became of the one before. */
  async prepareLink(saleId: string, change: Partial<LinkWish> = {}): Promise<Result<Operation>> {
    const wish = { ...(await this.#linkWish(saleId)), ...change };
    return write((db) => prepareLink(db, this.asker, this.store, wish, new Date()));
  }

  async #linkWish(saleId: string): Promise<LinkWish> {
    const { version } = await this.sale(saleId);
    return { saleId, wishId: randomUUID(), seenVersion: version, contact: null, confirmed: false };
  }

  /** Sends the sale's link again. */
  async sendAgain(saleId: string, change: Partial<LinkWish> = {}): Promise<OpenedSale> {
    const { id } = granted(await this.prepareAgain(saleId, change));
    await runOperation(id);
    return { saleId, operationId: id, order: this.sezzle.order(await this.orderUuid(saleId)) };
  }

  async sale(saleId: string): Promise<Sale> {
    return present(await read((db) => findSale(db, saleId)));
  }

  async view(saleId: string): Promise<SaleView> {
    return present((await read((db) => viewSales(db, [saleId]))).get(saleId));
  }

  async operation(id: string): Promise<Operation> {
    return present(await read((db) => findOperation(db, id)));
  }

  async ask(orderUuid: string): Promise<OrderAsk> {
    return present(await read((db) => findAsk(db, orderUuid)));
  }

  /** The order the sale stands for now; null while none is known. */
  async orderUuid(saleId: string): Promise<string | null> {
    const { currentAttemptId } = await this.sale(saleId);
    return (await read((db) => findMainOrder(db, currentAttemptId)))?.uuid ?? null;
  }

  /** The sale's lines of history of some kinds, oldest first. */
  async lines(saleId: string, ...kinds: HistoryLineView["kind"][]): Promise<HistoryLineView[]> {
    const newestFirst = await read((db) => listHistoryOfSale(db, saleId, 200));
    return newestFirst.reverse().filter((it) => kinds.includes(it.kind));
  }

  /** Sezzle delivers an event about an order. Returns the event's uuid once it is on disk. */
  async deliver(
    event: string,
    orderUuid: string,
    { eventUuid = randomUUID(), data = {} }: { eventUuid?: string; data?: Record<string, unknown> } = {},
  ): Promise<string> {
    const raw = Buffer.from(JSON.stringify({ uuid: eventUuid, event, data: { uuid: orderUuid, ...data } }));
    const signature = createHmac("sha256", env().privateKey).update(raw).digest("hex");
    if (!(await receiveWebhook(raw, signature))) throw new Error("the signature was refused");
    return eventUuid;
  }
}

/** Starts a till for the tests of one file, on a new database and before a new scripted Sezzle. Gone when they are done. */
export async function startTill(): Promise<Till> {
  const sezzle = new ScriptedSezzle();
  const till = await startTillBefore(await sezzle.start(), sezzle);
  afterEach(() => sezzle.calm());
  afterAll(() => sezzle.stop());
  return till;
}

/** The same before a gateway that is there already: what needs the scripted Sezzle cannot be used then. */
export async function startTillBefore(gatewayUrl: string, sezzle = new ScriptedSezzle()): Promise<Till> {
  await stubDatabase();
  vi.stubEnv("SEZZLE_ENV", "local");
  vi.stubEnv("SEZZLE_GATEWAY_URL", gatewayUrl);
  vi.stubEnv("SEZZLE_PUBLIC_KEY", "sz_pub_local");
  vi.stubEnv("SEZZLE_PRIVATE_KEY", "sz_pr_local");
  vi.stubEnv("LOG_LEVEL", "error");
  const prepared = await prepareDatabase(env());
  if (!prepared.ok) throw new Error(prepared.problem);
  const stores = await read(listStores);
  const storeOf = (code: string) => present(stores.find((it) => it.code === code));
  const manager = present(await read((db) => findPersonBySignInName(db, "morgan")));
  return new Till(sezzle, [storeOf("MAPLE"), storeOf("HARBR")], manager.id);
}

/** The value of a result. Throws the problem's code when it is a refusal. */
export function granted<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.problem.code}`);
  return result.value;
}

/** The code of a refusal. Throws when it is none. */
export function refusalCode(result: Result<unknown>): string {
  if (result.ok) throw new Error("granted");
  return result.problem.code;
}

/** Waits until the check no longer throws, for ten seconds at most. */
export function eventually<Value>(check: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(check, { timeout: 10_000, interval: 20 });
}

function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error("there is none");
  return value;
}
