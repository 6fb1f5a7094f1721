import { businessDay } from "./business-day.ts";
import { csvAmount, csvLine } from "./csv.ts";
import { localIso } from "./local-iso.ts";
import type { Currency } from "./money.ts";
import type { Amounts, SaleStatus } from "./order-state.ts";
import { statusWords } from "./words/status-words.ts";

/** A store, as far as its orders in a file need it. */
export type ExportStore = { name: string; timeZone: string; cutOffHour: number };

/** One order as it is taken along. The shopper's contact is masked; a name is not in it. */
export type ExportedOrder = Amounts & {
  number: string;
  receiptNumber: string | null;
  status: SaleStatus;
  store: ExportStore;
  register: string | null;
  person: string;
  createdAt: Date;
  currency: Currency;
  amountCents: number;
  authorizationExpiresAt: Date | null;
  sentTo: string;
  orderUuid: string | null;
  sezzleOrderId: string | null;
};

/** The columns in their order, and what each holds. Amounts are plain decimals of the row's currency: `1084.50`. */
export const orderColumns = [
  ["number", (it) => it.number],
  ["receipt_number", (it) => it.receiptNumber ?? ""],
  ["status", (it) => statusWords(it.status, "en-US").label],
  ["store", (it) => it.store.name],
  ["register", (it) => it.register ?? ""],
  ["started_by", (it) => it.person],
  ["business_day", (it) => dayOf(it)],
  ["started_at", (it) => localIso(it.createdAt, it.store.timeZone)],
  ["currency", (it) => it.currency],
  ["amount", (it) => csvAmount(it.amountCents)],
  ["approved", (it) => csvAmount(it.authorizedCents)],
  ["captured", (it) => csvAmount(it.capturedCents)],
  ["released", (it) => csvAmount(it.releasedCents)],
  ["refunded", (it) => csvAmount(it.refundedCents)],
  [
    "approval_ends_at",
    (it) => (it.authorizationExpiresAt ? localIso(it.authorizationExpiresAt, it.store.timeZone) : ""),
  ],
  ["sent_to", (it) => it.sentTo],
  ["sezzle_order_uuid", (it) => it.orderUuid ?? ""],
  ["sezzle_order_id", (it) => it.sezzleOrderId ?? ""],
] as const satisfies [name: string, of: (order: ExportedOrder) => string][];

/** The file's first line, with the mark by which spreadsheets tell UTF-8. */
export function orderCsvHead(): string {
  return `\uFEFF${csvLine(orderColumns.map(([name]) => name))}`;
}

/** An order's line. */
export function orderCsvLine(order: ExportedOrder): string {
  return csvLine(orderColumns.map(([, of]) => of(order)));
}

// Orders come by time: the day of the one before is mostly this one's, and reckoning a day takes longer than all the rest of a line.
const lastDays = new Map<string, ReturnType<typeof businessDay>>();

function dayOf({ createdAt, store: { timeZone, cutOffHour } }: ExportedOrder): string {
  const key = `${timeZone} ${cutOffHour}`;
  const last = lastDays.get(key);
  if (last && last.from <= createdAt && createdAt < last.to) return last.date;
  const day = businessDay(createdAt, timeZone, cutOffHour);
  lastDays.set(key, day);
  return day.date;
}
