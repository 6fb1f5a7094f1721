import { randomUUID } from "node:crypto";
import type { NewHistoryLine } from "#db/queries/history.ts";
import type { Operation } from "#db/queries/operations.ts";
import type { Order } from "#db/queries/orders.ts";
import type { Attempt, Sale } from "#db/queries/sales.ts";
import type { MovingKind } from "#lib/operation.ts";
import { deriveOrderState, movementsOf, noAmounts } from "#lib/order-state.ts";
import type { Problem } from "#lib/problem.ts";
import { newAttempt, openingOf, recipientOf } from "#lib/server/payments/new-attempt.ts";
import type { SezzleOrder } from "#lib/sezzle-order.ts";
import { approval, refusedOpening, sentOrder, wishedOperation } from "./parts.ts";
import type { Random } from "./random.ts";
import type { SaleRows } from "./rows.ts";
import type { LargeStore } from "./shop.ts";
import { shopper } from "./shoppers.ts";

const second = 1_000;

/** What begins a story. */
export type Beginning = {
  random: Random;
  place: LargeStore;
  number: string;
  amountCents: number;
  receiptNumber: string | null;
  at: Date;
};

/**
 * One sale as it would have been written down, step by step: each step moves the clock on, and what the sale is follows from
 * Sezzle's order and our operations as it always does.
 */
export class Story {
  readonly rows: SaleRows;
  readonly lines: NewHistoryLine[] = [];
  at: Date;
  #random: Random;
  #place: LargeStore;
  #attempt: Attempt;
  #opening: Operation;
  #order: Order | null = null;

  constructor({ random, place, number, amountCents, receiptNumber, at }: Beginning) {
    const { store } = place;
    const contact = shopper(random, store.country, at);
    const ids = { id: randomUUID(), number };
    const attempt = newAttempt(ids, 1, recipientOf(contact), store, at);
    const sale: Sale = {
      ...ids,
      storeId: store.id,
      registerId: random.of(place.registerIds),
      personId: random.of(place.cashierIds),
      amountCents,
      currency: store.currency,
      receiptNumber,
      shopperLocale: null,
      createdAt: at,
      currentAttemptId: attempt.id,
      version: 1,
      status: "creating",
      statusAt: at,
      ...noAmounts,
      checkoutExpiresAt: attempt.checkoutExpiresAt,
      authorizationExpiresAt: null,
    };
    this.#random = random;
    this.#place = place;
    this.at = at;
    this.#attempt = attempt;
    this.rows = { sale, attempts: [attempt], contacts: [contact], orders: [], operations: [], movements: [] };
    this.#tell("sale.started", {
      data: { amountCents, currency: sale.currency, channel: attempt.channel },
      ...this.#by,
    });
    this.#opening = this.#begin(openingOf(sale, attempt, this.#asker, randomUUID(), at), 1_200);
  }

  /** The link is sent. */
  send(): void {
    this.#open();
    this.#settle();
  }

  /** Sezzle refuses to send it. */
  refuseLink(): void {
    this.#end(this.#opening, "rejected", refusedOpening);
    this.#settle();
  }

  /** The link is over, and a new one goes out. */
  sendAnother(): void {
    const { sale, attempts } = this.rows;
    this.at = this.#later(60, 600);
    const recipient = { contactId: this.#attempt.contactId, channel: this.#attempt.channel };
    this.#attempt = newAttempt(sale, attempts.length + 1, recipient, this.#place.store, this.at);
    attempts.push(this.#attempt);
    sale.currentAttemptId = this.#attempt.id;
    this.#order = null;
    this.#opening = this.#begin(openingOf(sale, this.#attempt, this.#asker, randomUUID(), this.at), 1_200);
    this.send();
  }

  /** The shopper is approved. */
  approve(): void {
    this.at = this.#later(40, 900);
    const { amount } = this.#snapshot;
    this.#answer({
      checkoutStatus: "complete",
      authorization: approval(amount, this.at, String(this.#random.int(10_000_000, 99_999_999))),
    });
  }

  /** The shopper is not. */
  deny(): void {
    this.at = this.#later(40, 900);
    this.#answer({ checkoutStatus: "denied" });
  }

  /** The shopper does nothing until the link has run out. */
  letExpire(): void {
    this.at = new Date(this.#attempt.checkoutExpiresAt.getTime() + 5 * second);
    this.#answer({ checkoutStatus: "deleted" });
  }

  /** The cashier takes the link back. */
  cancel(): void {
    this.at = this.#later(60, 600);
    const operation = this.#operation("cancel_checkout", null, null);
    this.#begin(operation, 900);
    this.#end(operation, "succeeded");
    this.#answer({ checkoutStatus: "deleted" });
  }

  /** Somebody captures, refunds or releases, so many milliseconds after what came before. */
  move(kind: MovingKind, amountCents: number, afterMs: number, reason: string | null = null): void {
    this.at = new Date(this.at.getTime() + afterMs);
    const operation = this.#operation(kind, amountCents, reason);
    operation.movementUuid = randomUUID();
    this.#begin(operation, 800);
    this.#end(operation, "succeeded");
    this.#shows(kind, amountCents, operation.movementUuid, operation.id);
  }

  /** The same at Sezzle itself, at a moment. */
  moveElsewhere(kind: "refund" | "release", amountCents: number, at: Date): void {
    this.at = at;
    const { currency } = this.rows.sale;
    this.#tell("movement.elsewhere", { data: { movement: kind, amountCents, currency } });
    this.#shows(kind, amountCents, randomUUID(), null);
  }

  /** A capture whose answer was lost. */
  loseCapture(amountCents: number): void {
    this.at = this.#later(30, 300);
    const operation = this.#operation("capture", amountCents, null);
    this.#begin(operation, 10_000);
    this.#end(operation, "unconfirmed");
    operation.unconfirmedAt = this.at;
    this.#settle();
  }

  get approvalEndsAt(): Date {
    return this.#order?.snapshot?.authorization?.expiresAt ?? this.at;
  }

  get #by() {
    return { personId: this.rows.sale.personId, registerId: this.rows.sale.registerId };
  }

  get #asker() {
    const { personId, registerId } = this.rows.sale;
    return { personId, registerId };
  }

  get #snapshot(): SezzleOrder {
    if (!this.#order?.snapshot) throw new Error("there is no order yet");
    return this.#order.snapshot;
  }

  #later(least: number, most: number): Date {
    return new Date(this.at.getTime() + this.#random.int(least * second, most * second));
  }

  #tell(kind: NewHistoryLine["kind"], rest: Partial<NewHistoryLine> = {}): void {
    const { id: saleId, storeId } = this.rows.sale;
    this.lines.push({ at: this.at, kind, storeId, saleId, orderUuid: this.#order?.uuid ?? null, ...rest });
  }

  #operation(
    kind: MovingKind | "cancel_checkout",
    amountCents: number | null,
    reason: string | null,
  ): Operation {
    const { sale } = this.rows;
    const orderUuid = this.#order?.uuid ?? null;
    return wishedOperation(sale, this.#attempt, { kind, orderUuid, amountCents, reason }, this.at);
  }

  /** Asks for something, which takes so long to be answered. */
  #begin(operation: Operation, tookMs: number): Operation {
    this.rows.operations.push(operation);
    const { kind, amountCents, currency, reason } = operation;
    this.#tell("operation.prepared", {
      operationId: operation.id,
      ...this.#by,
      data: {
        operation: kind,
        amountCents: amountCents ?? undefined,
        currency,
        reason: reason ?? undefined,
        channel: kind === "open_checkout" ? this.#attempt.channel : undefined,
      },
    });
    operation.firstSentAt = this.at;
    operation.tries = 1;
    this.at = new Date(this.at.getTime() + tookMs);
    return operation;
  }

  #end(
    operation: Operation,
    state: "succeeded" | "rejected" | "unconfirmed",
    problem: Problem | null = null,
  ): void {
    operation.state = state;
    operation.leaseUntil = null;
    operation.problem = problem;
    if (state !== "unconfirmed") operation.endedAt = this.at;
    if (state === "succeeded") operation.settledBy = "reply";
    this.rows.sale.version += 1;
    const { kind, amountCents, currency } = operation;
    const data = { operation: kind, amountCents: amountCents ?? undefined, currency, code: problem?.code };
    this.#tell(`operation.${state}`, { operationId: operation.id, ...this.#by, data });
  }

  #open(): void {
    const { sale } = this.rows;
    this.#order = sentOrder(sale, this.#attempt, this.at);
    this.rows.orders.push(this.#order);
    this.#opening.orderUuid = this.#order.uuid;
    this.#end(this.#opening, "succeeded");
  }

  #answer(change: Partial<SezzleOrder>): void {
    if (!this.#order) throw new Error("there is no order yet");
    this.#order.snapshot = { ...this.#snapshot, ...change };
    this.#settle();
  }

  #shows(kind: MovingKind, amountCents: number, movementUuid: string, operationId: string | null): void {
    const { sale, movements } = this.rows;
    const { uuid: orderUuid } = this.#order ?? { uuid: "" };
    this.at = new Date(this.at.getTime() + 300);
    movementsOf(this.#snapshot, kind).push({
      movementUuid,
      amount: { amountCents, currency: sale.currency },
    });
    movements.push({
      uuid: movementUuid,
      orderUuid,
      storeId: sale.storeId,
      saleId: sale.id,
      kind,
      amountCents,
      operationId,
      source: operationId ? null : "dashboard",
      firstSeenAt: this.at,
    });
    this.#settle();
  }

  /** Sezzle has been asked: the sale is what follows. */
  #settle(): void {
    const { sale, operations } = this.rows;
    const order = this.#order;
    if (order) Object.assign(order, { askedAt: this.at, confirmedAt: this.at, confirmedBy: "webhook" });
    const snapshot = order?.snapshot ? { order: order.snapshot, askedAt: this.at } : null;
    const { checkoutExpiresAt } = this.#attempt;
    const state = deriveOrderState({
      opening: { state: this.#opening.state, checkoutExpiresAt },
      snapshot,
      operations: operations.filter((it) => it.attemptId === this.#attempt.id),
      now: this.at,
    });
    const from = sale.status;
    Object.assign(sale, state, { statusAt: state.status === from ? sale.statusAt : this.at });
    sale.version += 1;
    const { authorizedCents, capturedCents, releasedCents, refundedCents } = sale;
    const amounts = { authorizedCents, capturedCents, releasedCents, refundedCents };
    const data = { from, to: sale.status, amounts, currency: sale.currency, confirmedBy: "webhook" as const };
    this.#tell("order.changed", { data });
  }
}
