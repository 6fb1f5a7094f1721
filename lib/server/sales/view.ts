import type { Db } from "#db/engine.ts";
import { lastSeq } from "#db/queries/history.ts";
import { listOperationsOfSales } from "#db/queries/operations.ts";
import { listMovements, listOrdersOfSales, type Order } from "#db/queries/orders.ts";
import { type AskedRefund, listOpenRequestsOfSales } from "#db/queries/refund-requests.ts";
import { type Attempt, listLostAttempts, listSaleRows, type SaleRow } from "#db/queries/sales.ts";
import { maskContact } from "#lib/contact.ts";
import { isOpen, repeatableUntil } from "#lib/operation.ts";
import { lostLinkGraceMs } from "#lib/order-state.ts";
import type { OpenOperation, OperationPurpose, SaleView } from "#lib/sale-view.ts";
import { erasedContact } from "#lib/words/erased-words.ts";
import { approvedCents, isCheckoutOpen, releasableCents } from "../orders/facts.ts";

type OperationRow = Awaited<ReturnType<typeof listOperationsOfSales>>[number];
type MovementRow = Awaited<ReturnType<typeof listMovements>>[number];

/** The views of some sales, by id. Sales that do not exist are left out. */
export async function viewSales(db: Db, saleIds: string[]): Promise<Map<string, SaleView>> {
  if (saleIds.length === 0) return new Map();
  const views = await viewRows(db, () => listSaleRows(db, saleIds));
  return new Map(views.map((view) => [view.saleId, view]));
}

/** The views of the rows that are read by `listRows`, in the same order. */
export async function viewRows(db: Db, listRows: () => Promise<SaleRow[]>): Promise<SaleView[]> {
  // The position is read first: what is written while the rest is read makes a view newer than it says, never older.
  const asOfSeq = await lastSeq(db);
  const rows = await listRows();
  if (rows.length === 0) return [];
  const saleIds = rows.map((row) => row.sale.id);
  const operations = Map.groupBy(await listOperationsOfSales(db, saleIds), (it) => it.operation.saleId);
  const orders = Map.groupBy(await listOrdersOfSales(db, saleIds), (it) => it.saleId);
  const orderUuids = rows.flatMap((row) => row.order?.uuid ?? []);
  const movements = Map.groupBy(await listMovements(db, orderUuids), (it) => it.orderUuid);
  const lostLinks = Map.groupBy(
    await listLostAttempts(db, saleIds, new Date(Date.now() - lostLinkGraceMs)),
    (it) => it.saleId,
  );
  const requests = Map.groupBy(await listOpenRequestsOfSales(db, saleIds), (it) => it.request.saleId);
  return rows.map((row) => {
    const { id } = row.sale;
    const ofOrder = movements.get(row.order?.uuid ?? "") ?? [];
    const others = (orders.get(id) ?? []).map((it) => it.order).filter((it) => it.uuid !== row.order?.uuid);
    const lost = lostLinks.get(id)?.[0] ?? null;
    const view = viewOf(row, operations.get(id) ?? [], ofOrder, others, lost, asOfSeq);
    return { ...view, refundRequest: requestOf(requests.get(id)?.[0]) };
  });
}

function viewOf(
  row: SaleRow,
  operations: OperationRow[],
  movements: MovementRow[],
  otherOrders: Order[],
  lost: Attempt | null,
  asOfSeq: number,
): Omit<SaleView, "refundRequest"> {
  const { sale, attempt, contact, order } = row;
  return {
    saleId: sale.id,
    storeId: sale.storeId,
    number: sale.number,
    version: sale.version,
    asOfSeq,
    amountCents: sale.amountCents,
    currency: sale.currency,
    status: sale.status,
    statusAt: sale.statusAt.toISOString(),
    createdAt: sale.createdAt.toISOString(),
    createdBy: row.person,
    register: row.register,
    sentTo: { kind: attempt.channel, masked: maskedContact(contact) },
    shopperName: contact.name,
    shopperLocale: sale.shopperLocale ?? row.storeLocale,
    receiptNumber: sale.receiptNumber,
    referenceId: order?.snapshot?.referenceId ?? null,
    orderUuid: order?.uuid ?? null,
    checkoutUrl: order?.checkoutUrl ?? null,
    authorizedCents: sale.authorizedCents,
    capturedCents: sale.capturedCents,
    releasedCents: sale.releasedCents,
    refundedCents: sale.refundedCents,
    checkoutExpiresAt: sale.checkoutExpiresAt?.toISOString() ?? null,
    authorizationExpiresAt: sale.authorizationExpiresAt?.toISOString() ?? null,
    confirmedAt: order?.confirmedAt?.toISOString() ?? null,
    confirmedBy: order?.confirmedBy ?? null,
    unansweredAt: row.failedAt?.toISOString() ?? null,
    financingOption: order?.snapshot?.authorization?.financingOption ?? null,
    openOperation: openOperationOf(operations, order),
    refusal: refusalOf(operations, order),
    refunds: movements
      .filter((it) => it.kind === "refund")
      .map(({ amountCents, firstSeenAt, source }) => ({
        amountCents,
        at: firstSeenAt.toISOString(),
        source,
      })),
    letGoRefunds: operations
      .map(({ operation }) => operation)
      .filter((it) => it.kind === "refund" && it.state === "given_up")
      .map((it) => ({ amountCents: it.amountCents ?? 0, at: it.preparedAt.toISOString() })),
    isCheckoutOpen: isCheckoutOpen(order),
    otherApprovedCents: otherOrders.reduce((total, it) => total + approvedCents(it), 0),
    otherOrders: otherOrders
      .map((it) => ({
        orderUuid: it.uuid,
        isCheckoutOpen: isCheckoutOpen(it),
        releasableCents: releasableCents(it),
      }))
      .filter((it) => it.isCheckoutOpen || it.releasableCents > 0),
    lostLinkUntil: lost && new Date(lost.checkoutExpiresAt.getTime() + lostLinkGraceMs).toISOString(),
  };
}

function requestOf(asked: AskedRefund | undefined): SaleView["refundRequest"] {
  if (!asked) return null;
  const { id, personId, createdAt, amountCents, reason, additional } = asked.request;
  const where = { askedBy: asked.person, register: asked.register, askedAt: createdAt.toISOString() };
  return { requestId: id, personId, ...where, amountCents, reason, additional };
}

/** A shopper's contact with what tells two shoppers apart left to see. */
export function maskedContact(contact: SaleRow["contact"]): string {
  if (contact.phone) return maskContact({ kind: "sms", phone: contact.phone });
  if (contact.email) return maskContact({ kind: "email", email: contact.email });
  return erasedContact;
}

function openOperationOf(rows: OperationRow[], order: Order | null): OpenOperation | null {
  // A checkout being opened is told by the status itself, and a reference holds nothing up.
  const row = rows.find(
    ({ operation }) =>
      isOpen(operation.state) && operation.kind !== "open_checkout" && operation.kind !== "set_reference",
  );
  if (!row) return null;
  const { operation, person } = row;
  return {
    operationId: operation.id,
    kind: operation.kind,
    state: operation.state,
    amountCents: operation.amountCents,
    startedAt: operation.preparedAt.toISOString(),
    startedBy: person,
    purpose: purposeOf(operation, order),
    repeatedUntil: operation.firstSentAt && repeatableUntil(operation.firstSentAt).toISOString(),
  };
}

function purposeOf(
  { kind, orderUuid, input }: OperationRow["operation"],
  order: Order | null,
): OperationPurpose {
  if (kind === "open_checkout" || kind === "reauthorize") return "this_order";
  if (orderUuid !== (order?.uuid ?? null)) return "other_order";
  return input.replacement ? "new_link" : "this_order";
}

/** The newest operation speaks: a refusal is shown until something later succeeds or is under way. */
function refusalOf(rows: OperationRow[], order: Order | null): SaleView["refusal"] {
  const operation = rows.findLast((it) => purposeOf(it.operation, order) !== "other_order")?.operation;
  if (!operation?.problem || !operation.endedAt) return null;
  if (operation.state !== "rejected" && operation.state !== "abandoned") return null;
  return { kind: operation.kind, at: operation.endedAt.toISOString(), problem: operation.problem };
}
