import { expect } from "vitest";
import { listOperationsOfSales, type Operation } from "#db/queries/operations.ts";
import { statusAt } from "#lib/order-state.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { checkSale, emptyReport } from "../../books.ts";
import { read } from "../../database.ts";
import { clockMs } from "./clock.ts";
import { type ModelAttempt, movesMoney } from "./facts.ts";
import type { House } from "./house.ts";
import { statusOf } from "./rules.ts";
import type { SaleModel } from "./sale-model.ts";
import type { SandboxOrder } from "./sandbox-control.ts";

/** Checks, after a step, that the database, the screen and the sandbox's books are what the model says, and keep what must always hold. */
export async function expectAgreement(model: SaleModel, house: House): Promise<void> {
  const now = clockMs();
  const orders = await house.sandbox.ordersByAttempt(model.attempts.length);
  for (const attempt of model.attempts) {
    const { id, isRenewal, orderUuid } = attempt;
    const found = isRenewal ? [await house.sandbox.books(orderUuid ?? "")] : (orders.get(id) ?? []);
    await expectBooks(model, house, attempt, found, now);
  }
  const view = await house.view();
  const operations = (await read((db) => listOperationsOfSales(db, [house.saleId]))).map(
    (it) => it.operation,
  );
  expectView(model, view, now);
  expectOperations(model, operations);
  expectVersion(house, view, operations);
  const report = emptyReport();
  await read((db) => checkSale(db, house.saleId, report));
  // A dead process is found by a job, which is a step of its own here: until then the books say that nobody is at it.
  const wrong = report.differences.filter((it) => !it.endsWith("Start the app: it settles this."));
  expect(wrong, "the books add up").toEqual([]);
  await expectPolled(model, house, now);
}

/** What Sezzle has is what the model says, and nothing but what an operation of the till asked for, once. */
async function expectBooks(
  model: SaleModel,
  house: House,
  attempt: ModelAttempt,
  orders: SandboxOrder[],
  now: number,
): Promise<void> {
  expect(
    orders.map((it) => it.uuid),
    "one order a link",
  ).toEqual(attempt.orderUuid ? [attempt.orderUuid] : []);
  const [books] = orders;
  const order = attempt.order?.settle(now);
  if (!books || !order) return;
  expect(
    {
      checkout: books.checkout_status,
      approved: books.authorized_in_cents,
      reference: books.reference_id,
      moves: books.movements.map((it) => [it.kind, it.amount_in_cents, it.request_id]),
    },
    "the sandbox's books",
  ).toEqual({
    checkout: order.checkout,
    approved: order.approvedCents,
    reference: order.reference,
    moves: order.moves.map((it) => [it.kind, it.cents, it.key]),
  });
  expect(books.captured_in_cents + books.released_in_cents).toBeLessThanOrEqual(books.authorized_in_cents);
  expect(books.refunded_in_cents).toBeLessThanOrEqual(books.captured_in_cents);
  const captured = model.attempts.reduce((sum, it) => sum + (it.order?.total("capture") ?? 0), 0);
  expect(captured, "taken over all links").toBeLessThanOrEqual(model.cents);
  const keyed = (await house.sandbox.requests(books.uuid)).filter((it) => it.request_id !== null);
  const ours = model.operations.map((it) => it.id);
  expect(
    keyed.filter((it) => !ours.includes(it.request_id ?? "")),
    "keys of no wish",
  ).toEqual([]);
  const acted = keyed.filter((it) => it.acted).map((it) => it.request_id);
  expect(new Set(acted).size, "each wish is carried out once").toBe(acted.length);
}

function expectView(model: SaleModel, view: SaleView, now: number): void {
  const { known, isLinked, orderUuid } = model.current;
  const written = {
    status: view.status,
    checkoutExpiresAt: view.checkoutExpiresAt ? new Date(view.checkoutExpiresAt) : null,
    authorizationExpiresAt: view.authorizationExpiresAt ? new Date(view.authorizationExpiresAt) : null,
  };
  expect(
    {
      status: statusAt(written, new Date(now)),
      order: view.orderUuid,
      authorized: view.authorizedCents,
      captured: view.capturedCents,
      released: view.releasedCents,
      refunded: view.refundedCents,
      elsewhere: view.otherApprovedCents,
      open: view.openOperation?.operationId,
    },
    "what the screen shows",
  ).toEqual({
    status: statusOf(model, now),
    order: isLinked ? orderUuid : null,
    authorized: known?.approvedCents ?? 0,
    captured: known?.total("capture") ?? 0,
    released: known?.total("release") ?? 0,
    refunded: known?.total("refund") ?? 0,
    elsewhere: model.otherApprovedCents,
    open: model.open?.id,
  });
}

function expectOperations(model: SaleModel, operations: Operation[]): void {
  const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
  expect(
    operations.map(({ id, kind, state }) => ({ id, kind, state })).sort(byId),
    "one operation a wish, in the state it has",
  ).toEqual(model.operations.map(({ id, kind, state }) => ({ id, kind, state })).sort(byId));
  expect(model.operations.filter((it) => movesMoney(it) && it === model.open).length).toBeLessThan(2);
}

/** The version rises with every change a person has to see before they act. */
function expectVersion(house: House, view: SaleView, operations: Operation[]): void {
  const { version, status, authorizedCents, capturedCents, releasedCents, refundedCents } = view;
  const states = operations
    .filter((it) => it.kind !== "set_reference" && it.kind !== "open_checkout")
    .map(({ id, state }) => (state === "sending" ? `${id} prepared` : `${id} ${state}`));
  const facts = JSON.stringify([
    status,
    authorizedCents,
    capturedCents,
    releasedCents,
    refundedCents,
    states,
  ]);
  const last = house.lastLook;
  house.lastLook = { version, facts };
  if (!last) return;
  expect(version).toBeGreaterThanOrEqual(last.version);
  if (facts !== last.facts)
    expect(version, "the version of a sale that changed").toBeGreaterThan(last.version);
}

const unwatchedPollMs = 60_000;

/** Whatever Sezzle announces to nobody is found within a minute. */
async function expectPolled(model: SaleModel, house: House, now: number): Promise<void> {
  const { isLinked, orderUuid } = model.current;
  const waits = ["link_sent", "checking", "authorized", "partially_captured"].includes(statusOf(model, now));
  if (!isLinked || !orderUuid || !(waits || model.open?.state === "unconfirmed")) return;
  const ask = await house.ask(orderUuid);
  expect(ask?.nextAskAt?.getTime(), "when the order is asked for").toBeLessThanOrEqual(now + unwatchedPollMs);
}
