import { boundsOfDate } from "./business-day.ts";
import type { Currency } from "./money.ts";
import type { OperationKind, OperationState } from "./operation.ts";
import { type SaleStatus, statusAt } from "./order-state.ts";
import type { SaleView } from "./sale-view.ts";

/** How many, and what they come to in cents. */
export type Sum = { count: number; amountCents: number };

/** What happened in a business day: sales started, and money taken, given back and let go of. */
export type DaySums = { started: Sum; captured: Sum; refunded: Sum; released: Sum };

/**
 * Something of a store that has no end yet. `operation`: asked of Sezzle, and its end is not known. `other_order` and `other_link`:
 * approved on, or still payable by, another link of a sale. `lost_link`: a link whose answer was lost may still be paid.
 * `refund_asked`: a refund waits for a manager.
 */
export type OpenMatter = {
  /** Tells it from the others of the store for as long as it stays what it is. */
  key: string;
  kind:
    | "operation"
    | "link"
    | "not_sure_sent"
    | "checking"
    | "approved"
    | "other_order"
    | "other_link"
    | "lost_link"
    | "refund_asked";
  saleId: string;
  number: string;
  amountCents: number;
  startedAt: string;
  startedBy: string;
  operation: { kind: OperationKind; state: OperationState } | null;
};

/** A matter with why the day was closed all the same. */
export type ExplainedMatter = OpenMatter & { explanation: string };

/** What a business day of a store comes to, and what of the store is open. Names, no ids of people; no shopper's contact. */
export type DayReport = {
  store: { id: string; name: string; code: string; currency: Currency; timeZone: string };
  /** The business day, as `2026-11-22`. */
  date: string;
  from: string;
  /** The first moment that is no longer of it, unless somebody closes it earlier. */
  to: string;
  totals: DaySums;
  /** The sales started that day by what they are now. */
  byStatus: (Sum & { status: SaleStatus })[];
  /** By who did it; null: made elsewhere, such as in Sezzle's dashboard. */
  byPerson: (DaySums & { person: string | null })[];
  /** By where it was done; null: at the desk or elsewhere. */
  byRegister: (DaySums & { register: string | null })[];
  /** What of the store is open, of sales started before the day's end; the oldest first. */
  open: OpenMatter[];
};

/** A signed-off day. Nothing of it ever changes. */
export type ClosedDay = Omit<DayReport, "open"> & {
  open: ExplainedMatter[];
  /** What the signer saw was this. */
  fingerprint: string;
  /** When the day would have ended; `to` is earlier where it was closed before that. */
  plannedTo: string;
  closedAt: string;
  closedBy: string;
};

/** A business day as a line of a list. Times are ISO 8601. */
export type DayLine = {
  date: string;
  from: string;
  to: string;
  started: number;
  capturedCents: number;
  refundedCents: number;
  closed: { by: string; at: string; isEarly: boolean } | null;
};

/** Some business days of a store, newest first, and where older ones go on; `today` is the one that runs. */
export type DayList = { days: DayLine[]; today: string; older: string | null };

/** A day as its page shows it. An open one comes with the fingerprint of what is shown, for who signs it. */
export type LoadedDay =
  | { kind: "closed"; day: ClosedDay }
  | { kind: "open"; day: DayReport; fingerprint: string };

export const noSums: DaySums = {
  started: { count: 0, amountCents: 0 },
  captured: { count: 0, amountCents: 0 },
  refunded: { count: 0, amountCents: 0 },
  released: { count: 0, amountCents: 0 },
};

/** Adds up what two parts of a day come to. */
export function addSums(a: DaySums, b: DaySums): DaySums {
  const add = (name: keyof DaySums): Sum => ({
    count: a[name].count + b[name].count,
    amountCents: a[name].amountCents + b[name].amountCents,
  });
  return {
    started: add("started"),
    captured: add("captured"),
    refunded: add("refunded"),
    released: add("released"),
  };
}

type Clock = { timeZone: string; cutOffHour: number };

/**
 * When a business day of a store begins and ends. By its clock, except beside a day that is closed: there they meet, whether
 * that was closed before its time or the store's cut-off hour was another one then. So there is never a gap or an overlap.
 */
export function dayBounds(
  date: string,
  { timeZone, cutOffHour }: Clock,
  before: { to: Date } | null,
  after: { from: Date } | null,
): { from: Date; to: Date } {
  const planned = boundsOfDate(date, timeZone, cutOffHour);
  return { from: before?.to ?? planned.from, to: after?.from ?? planned.to };
}

/** What of a sale has no end yet at a moment; nothing, usually. */
export function openMattersOf(sale: SaleView, now: Date): OpenMatter[] {
  const base = {
    saleId: sale.saleId,
    number: sale.number,
    startedAt: sale.createdAt,
    startedBy: sale.createdBy,
    operation: null,
  };
  const matters: OpenMatter[] = [];
  const { openOperation } = sale;
  if (openOperation) {
    matters.push({
      ...base,
      key: `${sale.saleId} ${openOperation.operationId}`,
      kind: "operation",
      amountCents: openOperation.amountCents ?? sale.amountCents,
      startedAt: openOperation.startedAt,
      startedBy: openOperation.startedBy ?? sale.createdBy,
      operation: { kind: openOperation.kind, state: openOperation.state },
    });
  }
  const isElsewhere = openOperation?.kind === "refund" || openOperation?.purpose === "other_order";
  const standing = standingOf(sale, now);
  // Nearly always the operation is what the sale waits for.
  if (standing && (!openOperation || (isElsewhere && standing.kind !== "checking"))) {
    matters.push({ ...base, key: `${sale.saleId} ${standing.kind}`, ...standing });
  }
  for (const { orderUuid, releasableCents } of sale.otherOrders) {
    const kind = releasableCents > 0 ? "other_order" : "other_link";
    const amountCents = releasableCents || sale.amountCents;
    matters.push({ ...base, key: `${sale.saleId} ${orderUuid}`, kind, amountCents });
  }
  if (sale.lostLinkUntil && new Date(sale.lostLinkUntil) > now && standing?.kind !== "not_sure_sent") {
    matters.push({
      ...base,
      key: `${sale.saleId} lost_link`,
      kind: "lost_link",
      amountCents: sale.amountCents,
    });
  }
  const { refundRequest } = sale;
  if (refundRequest) {
    matters.push({
      ...base,
      key: `${sale.saleId} ${refundRequest.requestId}`,
      kind: "refund_asked",
      amountCents: refundRequest.amountCents,
      startedAt: refundRequest.askedAt,
      startedBy: refundRequest.askedBy,
    });
  }
  return matters;
}

/** What a sale itself waits for; null when for nothing. */
function standingOf(sale: SaleView, now: Date): Pick<OpenMatter, "kind" | "amountCents"> | null {
  const dates = {
    checkoutExpiresAt: sale.checkoutExpiresAt ? new Date(sale.checkoutExpiresAt) : null,
    authorizationExpiresAt: sale.authorizationExpiresAt ? new Date(sale.authorizationExpiresAt) : null,
  };
  const { amountCents } = sale;
  switch (statusAt({ status: sale.status, ...dates }, now)) {
    case "creating":
    case "link_sent":
      return { kind: "link", amountCents };
    case "unconfirmed":
      return { kind: "not_sure_sent", amountCents };
    case "checking":
      return { kind: "checking", amountCents };
    case "authorized":
    case "partially_captured":
      return {
        kind: "approved",
        amountCents: sale.authorizedCents - sale.capturedCents - sale.releasedCents,
      };
    default:
      return null;
  }
}
