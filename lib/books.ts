import { type Currency, formatMoney, isCents } from "./money.ts";
import { isMoving, type OperationKind, type OperationState } from "./operation.ts";
import {
  type Amounts,
  movementsOf,
  noAmounts,
  type OrderState,
  statusAt,
  totalCents,
} from "./order-state.ts";
import type { HistoryData, HistoryKind } from "./sale-view.ts";
import type { MovementKind, SezzleOrder } from "./sezzle-order.ts";

/** A sale as the lists have it. */
export type BookSale = OrderState & { number: string; amountCents: number; currency: Currency };

/** One of its orders with Sezzle's last answer. */
export type BookOrder = { uuid: string; kind: string; askedAt: Date | null; snapshot: SezzleOrder | null };

export type BookMovement = {
  uuid: string;
  orderUuid: string;
  kind: MovementKind;
  amountCents: number;
  operationId: string | null;
};

export type BookOperation = {
  id: string;
  kind: OperationKind;
  state: OperationState;
  amountCents: number | null;
  orderUuid: string | null;
  movementUuid: string | null;
  leaseUntil: Date | null;
  endedAt: Date | null;
};

export type BookLine = { kind: HistoryKind; operationId: string | null; data: HistoryData };

/** Everything that was written down of one sale, of all its attempts; lines in their order. */
export type Books = {
  sale: BookSale;
  /** What Sezzle's last answer to the current attempt's order, and our operations, make of the sale. */
  state: OrderState;
  /** The operation that opened the current attempt, or the reauthorization that made it. */
  openingId: string;
  orders: BookOrder[];
  movements: BookMovement[];
  operations: BookOperation[];
  lines: BookLine[];
};

type Rule = (books: Books, now: Date) => string[];

/** How long a passed lease may stand before somebody should have noticed. */
const leaseGraceMs = 60_000;

/** Adds a sale's operations, history, movements and amounts up. Returns each difference as a sentence; none when all agree. */
export function bookDifferences(books: Books, now: Date): string[] {
  return rules.flatMap((rule) => rule(books, now)).map((it) => `${books.sale.number}: ${it}`);
}

const kept: Rule = ({ sale, state }, now) => {
  const differences = amountKeys
    .filter((key) => sale[key] !== state[key])
    .map(
      (key) => `the list has ${said(sale, key)}, Sezzle's last answer ${said({ ...sale, ...state }, key)}.`,
    );
  const status = statusAt(sale, now);
  if (status === state.status) return differences;
  return [...differences, `the list has it as ${status}, Sezzle's last answer as ${state.status}.`];
};

const told: Rule = ({ sale, openingId, lines }) => {
  const begun = lines.findIndex((it) => it.operationId === openingId);
  const last = lines.slice(begun + 1).findLast((it) => it.kind === "order.changed")?.data.amounts;
  return amountKeys
    .filter((key) => sale[key] !== (last?.[key] ?? 0))
    .map(
      (key) =>
        `the list has ${said(sale, key)}, the history ${said({ ...sale, ...noAmounts, ...last }, key)}.`,
    );
};

const bounds: Rule = ({ sale, orders }) => {
  const { currency } = sale;
  const approved = orders.flatMap(({ uuid, snapshot }) =>
    snapshot?.authorization?.approved ? [{ uuid, authorization: snapshot.authorization }] : [],
  );
  const differences = approved.flatMap(({ uuid, authorization }) => {
    const captured = totalCents(authorization.captures);
    const gone = captured + totalCents(authorization.releases);
    const refunded = totalCents(authorization.refunds);
    const { amountCents } = authorization.amount;
    const over = [];
    if (gone > amountCents) {
      const more = `${money(gone, currency)} captured and released, of ${money(amountCents, currency)} approved`;
      over.push(`Sezzle shows ${more}, on order ${uuid}.`);
    }
    if (refunded > captured) {
      const more = `${money(refunded, currency)} refunded, of ${money(captured, currency)} captured`;
      over.push(`Sezzle shows ${more}, on order ${uuid}.`);
    }
    return over;
  });
  const all = approved.reduce((total, { authorization }) => total + totalCents(authorization.captures), 0);
  if (all <= sale.amountCents) return differences;
  const more = `${money(all, currency)} captured over all its links, for a sale of ${money(sale.amountCents, currency)}`;
  return [...differences, `Sezzle shows ${more}.`];
};

const movementsShown: Rule = ({ sale, orders, movements }) =>
  orders.flatMap(({ uuid, kind, snapshot }) => {
    if (kind !== "main" || !snapshot) return [];
    const shown = (["capture", "release", "refund"] as const).flatMap((movement) =>
      movementsOf(snapshot, movement).map(
        (it) => [it.movementUuid, movement, it.amount.amountCents] as const,
      ),
    );
    const ours = movements.filter((it) => it.orderUuid === uuid);
    const missing = shown
      .filter(([id, movement, cents]) => !ours.some((it) => isSame(it, id, movement, cents)))
      .map(
        ([id, movement, cents]) => `the ${movement} of ${money(cents, sale.currency)} (${id}) is not kept.`,
      );
    const gone = ours
      .filter((it) => !shown.some(([id, movement, cents]) => isSame(it, id, movement, cents)))
      .map((it) => `Sezzle no longer shows the ${nameOf(it, sale)} (${it.uuid}).`);
    return [...missing, ...gone];
  });

const makers: Rule = ({ sale, orders, movements, operations, lines }) => {
  const differences: string[] = [];
  for (const movement of movements) {
    const maker = operations.find((it) => it.id === movement.operationId);
    const fits =
      maker?.state === "succeeded" &&
      maker.kind === movement.kind &&
      maker.amountCents === movement.amountCents &&
      maker.orderUuid === movement.orderUuid;
    if (movement.operationId && !fits) {
      differences.push(
        `the ${nameOf(movement, sale)} (${movement.uuid}) does not fit operation ${movement.operationId}.`,
      );
    }
  }
  for (const it of operations) {
    if (it.state !== "succeeded" || !isMoving(it.kind)) continue;
    const askedAt = orders.find(({ uuid }) => uuid === it.orderUuid)?.askedAt;
    // Sezzle has not answered since: its answer is still owed.
    if (!askedAt || !it.endedAt || askedAt <= it.endedAt) continue;
    if (movements.some(({ operationId }) => operationId === it.id)) continue;
    differences.push(
      `the ${nameOf(it, sale)} (operation ${it.id}) succeeded, and Sezzle's order does not show it.`,
    );
  }
  const elsewhere = lines.filter((it) => it.kind === "movement.elsewhere").map((it) => it.data);
  for (const movement of movements.filter((it) => it.operationId === null)) {
    const at = elsewhere.findIndex(
      (it) => it.movement === movement.kind && it.amountCents === movement.amountCents,
    );
    if (at < 0)
      differences.push(`no line tells of the ${nameOf(movement, sale)} made elsewhere (${movement.uuid}).`);
    else elsewhere.splice(at, 1);
  }
  return differences;
};

const endKinds: readonly HistoryKind[] = [
  "operation.succeeded",
  "operation.rejected",
  "operation.unconfirmed",
  "operation.abandoned",
  "operation.given_up",
];

const operationsTold: Rule = ({ sale, operations, lines }, now) => {
  const differences: string[] = [];
  for (const it of operations) {
    const name = `the ${nameOf(it, sale)} (operation ${it.id})`;
    const own = lines.filter(({ operationId }) => operationId === it.id);
    const [first, ...more] = own.filter(({ kind }) => kind === "operation.prepared");
    if (!first || more.length > 0 || (first.data.amountCents ?? null) !== it.amountCents) {
      differences.push(`the history does not tell once, with its amount, that ${name} was asked for.`);
    }
    if (it.state === "prepared" || it.state === "sending") {
      if (it.leaseUntil && now.getTime() > it.leaseUntil.getTime() + leaseGraceMs) {
        differences.push(`${name} has no end, and no process is at it. Start the app: it settles this.`);
      }
      continue;
    }
    const last = own.findLast(({ kind }) => endKinds.includes(kind))?.kind;
    if (last !== `operation.${it.state}`) {
      differences.push(`${name} is ${it.state}, and the history says ${last ?? "nothing of its end"}.`);
    }
  }
  const ids = new Set(operations.map(({ id }) => id));
  const unknown = lines.filter((it) => it.operationId !== null && !ids.has(it.operationId));
  for (const it of unknown)
    differences.push(`the history tells of operation ${it.operationId}, which is not there.`);
  return differences;
};

const rules = [kept, told, bounds, movementsShown, makers, operationsTold];

const amountKeys = ["authorizedCents", "capturedCents", "releasedCents", "refundedCents"] as const;

function said(amounts: Amounts & { currency: Currency }, key: keyof Amounts): string {
  return `${money(amounts[key], amounts.currency)} ${key.replace("Cents", "")}`;
}

function isSame(it: BookMovement, uuid: string, kind: MovementKind, cents: number): boolean {
  return it.uuid === uuid && it.kind === kind && it.amountCents === cents;
}

function nameOf(it: { kind: string; amountCents: number | null }, { currency }: BookSale): string {
  const name = it.kind.replace("_", " ");
  return it.amountCents === null ? name : `${name} of ${money(it.amountCents, currency)}`;
}

/** An amount as it stands in the books, which may be one that the till would not take. */
function money(cents: number, currency: Currency): string {
  return isCents(cents) ? formatMoney(cents, currency) : `${cents} cents`;
}
