import { createHash } from "node:crypto";
import type { Db } from "#db/engine.ts";
import { type DayClose, findDayCloses } from "#db/queries/day-closes.ts";
import { listMaybeOpen, namesOf, type Stretch, sumMovements, sumSales } from "#db/queries/day-totals.ts";
import type { Store } from "#db/queries/stores.ts";
import { addDays } from "#lib/business-day.ts";
import { compareTimes } from "#lib/compare-times.ts";
import {
  addSums,
  type DayReport,
  type DaySums,
  dayBounds,
  noSums,
  type OpenMatter,
  openMattersOf,
} from "#lib/day-report.ts";
import { type SaleStatus, saleStatuses } from "#lib/order-state.ts";
import { viewSales } from "../sales/view.ts";

/** How long money can be held on a further link of a sale: a link's life, a week's approval, and clocks that differ. */
const longestHoldMs = 9 * 24 * 60 * 60_000;

/** A business day of a store as it stands: closed, or with what it comes to at this moment. */
export type DayNow =
  | { close: DayClose }
  | { close: null; report: DayReport; bounds: { from: Date; to: Date }; fingerprint: string };

/** Reads a business day of a store: what was signed, or what it comes to now. */
export async function readDay(db: Db, store: Store, date: string, now: Date): Promise<DayNow> {
  const { close, bounds } = await findDay(db, store, date);
  if (close) return { close };
  const report = await readReport(db, store, date, bounds, now);
  return { close: null, report, bounds, fingerprint: fingerprintOf(report) };
}

/** When a business day of a store begins and ends, and its sign-off; null while it is open. */
async function findDay(
  db: Db,
  store: Store,
  date: string,
): Promise<{ close: DayClose | null; bounds: { from: Date; to: Date } }> {
  const [before, after] = [addDays(date, -1), addDays(date, 1)];
  const closes = await findDayCloses(db, store.id, [before, date, after]);
  const of = (day: string) => closes.find((it) => it.date === day) ?? null;
  return { close: of(date), bounds: dayBounds(date, store, of(before), of(after)) };
}

/**
 * What a day comes to, as a short text: the same for the same numbers and the same open matters. A signer names the one they saw,
 * so that nobody signs what came after they looked.
 */
function fingerprintOf(report: DayReport): string {
  return createHash("sha256").update(JSON.stringify(report)).digest("base64url");
}

async function readReport(
  db: Db,
  store: Store,
  date: string,
  bounds: { from: Date; to: Date },
  now: Date,
): Promise<DayReport> {
  // What a process whose clock is ahead has dated later is none of it yet: closed now, it would be told in two days.
  const to = now < bounds.to ? now : bounds.to;
  const stretch = { storeId: store.id, from: bounds.from, to };
  const parts = await listParts(db, stretch);
  const names = await namesOf(db, distinct(parts, "personId"), distinct(parts, "registerId"));
  const saleIds = await listMaybeOpen(db, store.id, to, new Date(now.getTime() - longestHoldMs));
  const views = await viewSales(db, saleIds);
  const { id, name, code, currency, timeZone } = store;
  return {
    store: { id, name, code, currency, timeZone },
    date,
    from: bounds.from.toISOString(),
    to: bounds.to.toISOString(),
    totals: parts.map((it) => it.sums).reduce(addSums, noSums),
    byStatus: saleStatuses.flatMap((status) => {
      const { started } = parts.filter((it) => it.status === status).reduce(sumUp, noSums);
      return started.count > 0 ? [{ status, ...started }] : [];
    }),
    byPerson: grouped(parts, "personId", names.people).map(({ name, sums }) => ({ person: name, ...sums })),
    byRegister: grouped(parts, "registerId", names.registers).map(({ name, sums }) => ({
      register: name,
      ...sums,
    })),
    open: [...views.values()].flatMap((view) => openMattersOf(view, now)).sort(byAge),
  };
}

/** What one person at one register did of one kind. */
type Part = { personId: string | null; registerId: string | null; status: SaleStatus | null; sums: DaySums };

async function listParts(db: Db, stretch: Stretch): Promise<Part[]> {
  const started = (await sumSales(db, stretch)).map(({ status, personId, registerId, ...sum }) => ({
    ...{ status, personId, registerId },
    sums: { ...noSums, started: sum },
  }));
  const names = { capture: "captured", refund: "refunded", release: "released" } as const;
  const moved = (await sumMovements(db, stretch)).map(({ kind, personId, registerId, ...sum }) => ({
    ...{ status: null, personId, registerId },
    sums: { ...noSums, [names[kind]]: sum },
  }));
  return [...started, ...moved];
}

function sumUp(total: DaySums, part: Part): DaySums {
  return addSums(total, part.sums);
}

function distinct(parts: Part[], key: "personId" | "registerId"): string[] {
  return [...new Set(parts.flatMap((it) => it[key] ?? []))];
}

/** Sums by person or register, by name; what nobody here did comes last. */
function grouped(
  parts: Part[],
  key: "personId" | "registerId",
  names: Map<string, string>,
): { name: string | null; sums: DaySums }[] {
  return [...Map.groupBy(parts, (it) => it[key])]
    .map(([id, ofOne]) => ({ id, name: id && (names.get(id) ?? id), sums: ofOne.reduce(sumUp, noSums) }))
    .sort(
      (a, b) =>
        Number(a.id === null) - Number(b.id === null) ||
        (a.name ?? "").localeCompare(b.name ?? "") ||
        ((a.id ?? "") < (b.id ?? "") ? -1 : 1),
    )
    .map(({ name, sums }) => ({ name, sums }));
}

function byAge(a: OpenMatter, b: OpenMatter): number {
  return compareTimes(a.startedAt, b.startedAt) || (a.key < b.key ? -1 : 1);
}
