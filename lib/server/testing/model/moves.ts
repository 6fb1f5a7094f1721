import { expect } from "vitest";
import { listOperationsOfSales, type Operation } from "#db/queries/operations.ts";
import { findOrder } from "#db/queries/orders.ts";
import { findAttempt } from "#db/queries/sales.ts";
import { read } from "../../database.ts";
import { runOperation } from "../../payments/run-operation.ts";
import { clockMs } from "./clock.ts";
import type { ModelAttempt, ModelOperation } from "./facts.ts";
import { type House, present } from "./house.ts";
import { OrderAtSezzle } from "./order-at-sezzle.ts";
import type { SaleModel } from "./sale-model.ts";
import { calm, type Sky } from "./weather.ts";

/** Tells the model of an operation that the till has written down. */
export function note(model: SaleModel, operation: Operation, attempt = model.current): ModelOperation {
  const noted: ModelOperation = {
    id: operation.id,
    kind: operation.kind,
    cents: operation.amountCents ?? 0,
    attempt,
    state: operation.state,
    isHeard: false,
    tries: 0,
    firstTryAt: 0,
    leaseEndsAt: operation.leaseUntil?.getTime() ?? 0,
    askedSince: null,
    move: null,
    reference: operation.input.referenceId,
    isReplacement: operation.input.replacement !== undefined,
    renewed: null,
  };
  model.operations.push(noted);
  return noted;
}

/** Tells the model of a link that the till has written down, and of the operation that opens it. */
export async function noteAttempt(model: SaleModel, operation: Operation): Promise<ModelOperation> {
  const attempt = present(await read((db) => findAttempt(db, operation.attemptId)));
  model.add({
    id: attempt.id,
    endsAt: attempt.checkoutExpiresAt.getTime(),
    order: null,
    orderUuid: null,
    isLinked: false,
    known: null,
    askedAt: 0,
    isClosed: false,
    isRenewal: false,
  });
  return note(model, operation);
}

/** Tells the model that the till keeps the order which a reauthorization made. */
async function noteRenewal(model: SaleModel, operation: ModelOperation): Promise<ModelAttempt> {
  const { orderUuid, order } = present(operation.renewed);
  const { attemptId } = present(await read((db) => findOrder(db, orderUuid)));
  const { id, checkoutExpiresAt } = present(await read((db) => findAttempt(db, present(attemptId))));
  const endsAt = checkoutExpiresAt.getTime();
  const seen = { isLinked: true, known: null, askedAt: 0, isClosed: false, isRenewal: true };
  const attempt: ModelAttempt = { id, endsAt, order, orderUuid, ...seen };
  model.addRenewal(operation, attempt);
  return attempt;
}

/** Sezzle has answered with an order that an event or a person named. */
export async function answeredAbout(model: SaleModel, house: House, orderUuid: string): Promise<void> {
  const known = model.attempts.find((it) => it.orderUuid === orderUuid);
  const maker = model.operations.find((it) => it.renewed?.orderUuid === orderUuid);
  const attempt = known ?? (maker && (await noteRenewal(model, maker)));
  if (attempt) await answered(model, house, attempt);
}

/** Tells the model of what the till has to have begun by itself. What it began beside that, no check finds noted. */
async function noteFollowing(model: SaleModel, house: House): Promise<ModelOperation[]> {
  const rows = await read((db) => listOperationsOfSales(db, [house.saleId]));
  const noted: ModelOperation[] = [];
  for (const { kind, attempt } of model.following.splice(0)) {
    const isIt = (it: Operation) =>
      it.kind === kind &&
      (attempt === null || it.attemptId === attempt.id) &&
      model.operations.every(({ id }) => id !== it.id);
    const operation = rows.map((it) => it.operation).find(isIt);
    expect(operation, `the ${kind} that the till begins by itself`).toBeDefined();
    const begun = present(operation);
    noted.push(attempt ? note(model, begun, attempt) : await noteAttempt(model, begun));
  }
  return noted;
}

/** Sezzle has answered with an order, and the till has drawn its conclusions. */
export async function answered(model: SaleModel, house: House, attempt: ModelAttempt): Promise<void> {
  model.answered(attempt, clockMs());
  if (model.following.length > 0) await noteFollowing(model, house);
}

/** Sends an operation, and lets the model go through the same. */
export async function send(
  model: SaleModel,
  house: House,
  operation: ModelOperation,
  sky: Sky,
): Promise<void> {
  await house.meet(sky);
  const sentAt = clockMs();
  await runOperation(operation.id);
  await hasTried(model, house, operation, sky, sentAt);
}

/** What one try at this moment comes to, and what Sezzle answers when it is asked for the order after it. */
export async function hasTried(
  model: SaleModel,
  house: House,
  operation: ModelOperation,
  sky: Sky,
  sentAt: number,
): Promise<void> {
  const { call, asking } = sky;
  const done = call.arrives && (await arrive(model, house, operation, sentAt + (call.lateMs ?? 0)));
  model.tried(operation, call, done, sentAt);
  const { attempt } = operation;
  if (operation.kind === "open_checkout") attempt.isLinked = operation.state === "succeeded";
  if (operation.kind === "open_checkout" && attempt.isLinked && model.receipt !== null)
    model.following.push({ kind: "set_reference", attempt });
  // What follows from Sezzle's own answer is sent along at once.
  if (model.following.length > 0)
    for (const it of await noteFollowing(model, house)) await hasTried(model, house, it, sky, clockMs());
  const isRenewed = operation.renewed !== null && operation.state === "succeeded";
  const asked = isRenewed ? await noteRenewal(model, operation) : attempt;
  if (asked.isLinked && asking.answered) await answered(model, house, asked);
}

/** An operation's request reaches Sezzle; whether it is carried out. */
async function arrive(
  model: SaleModel,
  house: House,
  operation: ModelOperation,
  at: number,
): Promise<boolean> {
  if (operation.kind === "reauthorize") return renew(model, house, operation, at);
  if (operation.kind !== "open_checkout") return model.carryOut(operation, at);
  const { attempt } = operation;
  if (at >= attempt.endsAt) return false;
  const [order] = (await house.sandbox.ordersByAttempt(1)).get(attempt.id) ?? [];
  expect(order, "the order of a link that was opened").toBeDefined();
  attempt.orderUuid = order?.uuid ?? null;
  attempt.order = order ? new OrderAtSezzle(order) : null;
  return true;
}

async function renew(
  model: SaleModel,
  house: House,
  operation: ModelOperation,
  at: number,
): Promise<boolean> {
  const before = present(operation.attempt.order).settle(at);
  if (!before.mayRenew(operation.cents, operation.id)) return false;
  if (operation.renewed) return true;
  const made = (await house.sandbox.renewalsOf(present(operation.attempt.orderUuid))).filter(
    ({ uuid }) => !model.orderUuids.includes(uuid),
  );
  expect(made, "orders that one reauthorization made").toHaveLength(1);
  const books = present(made[0]);
  const order = new OrderAtSezzle(books);
  order.complete(books.authorized_in_cents, Date.parse(books.authorization_expires_at ?? ""));
  operation.renewed = { orderUuid: books.uuid, order };
  return true;
}

/** The request of a process that died reaches Sezzle now; nobody hears the answer. */
export async function arriveFromTheDead(
  model: SaleModel,
  house: House,
  { operationId, send }: House["inFlight"][number],
): Promise<void> {
  await house.meet({ call: calm, asking: { name: "", faults: [], answered: true } });
  const at = clockMs();
  await send().catch(() => undefined);
  const operation = present(model.operations.find((it) => it.id === operationId));
  await arrive(model, house, operation, at);
}
