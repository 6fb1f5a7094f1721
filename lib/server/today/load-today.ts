import type { Db } from "#db/engine.ts";
import { lastSeq } from "#db/queries/history.ts";
import { listSaleKeys } from "#db/queries/order-list.ts";
import { listSaleRows } from "#db/queries/sales.ts";
import type { Store } from "#db/queries/stores.ts";
import { sumMovementsByHour, sumOpen, sumStarted } from "#db/queries/today.ts";
import { compareTimes } from "#lib/compare-times.ts";
import { approvedStatuses } from "#lib/order-state.ts";
import type { SaleView } from "#lib/sale-view.ts";
import {
  type Compared,
  comparedDays,
  type OpenSum,
  type StoreToday,
  sumOf,
  takenByHour,
} from "#lib/today.ts";
import type { Matter } from "#lib/today-matters.ts";
import { mayIn, type Viewer, type ViewerStore } from "../auth/viewer.ts";
import { read } from "../database.ts";
import { viewRows } from "../sales/view.ts";
import { loadMatters } from "./load-matters.ts";

/** How many of the day's newest sales are shown. */
const newestShown = 8;

export type TodayPage = {
  stores: StoreToday[];
  matters: Matter[];
  newest: SaleView[];
  /** The position in the history the page is right for. */
  seq: number;
};

/** The stores whose day a viewer may see. */
export function todayStores(viewer: Viewer): ViewerStore[] {
  return viewer.stores.filter((it) => mayIn(it, "today.see"));
}

/**
 * The day of some stores that the viewer may see: its figures beside those of the same weekday before, what needs somebody, and the
 * newest sales. `isWhole`: these are all of the viewer's.
 */
export async function loadToday(
  viewer: Viewer,
  shown: ViewerStore[],
  isWhole: boolean,
  now = new Date(),
): Promise<TodayPage> {
  return read(async (db) => {
    // First: what is written while the rest is read is told by the stream as newer.
    const seq = await lastSeq(db);
    const stores: StoreToday[] = [];
    for (const { store } of shown) stores.push(await storeToday(db, store, now));
    return {
      stores,
      matters: await loadMatters(db, viewer, shown, isWhole, now),
      newest: await newestOf(db, stores),
      seq,
    };
  });
}

async function storeToday(db: Db, store: Store, now: Date): Promise<StoreToday> {
  const { id: storeId, name, timeZone, currency } = store;
  const days = comparedDays(now, store);
  const { today, before, beforeUntil } = days;
  const rows = {
    today: await sumMovementsByHour(db, { storeId, ...today }, today.to),
    before: await sumMovementsByHour(db, { storeId, ...before }, beforeUntil),
  };
  const started = await sumStarted(db, { storeId, ...today });
  const startedBefore = await sumStarted(db, { storeId, from: before.from, to: beforeUntil });
  const wasThere = store.createdAt < before.to || rows.before.length > 0 || startedBefore.count > 0;
  const compared = (kind: "capture" | "refund"): Compared => ({
    now: sumOf(rows.today, kind),
    before: wasThere ? sumOf(rows.before, kind) : null,
  });
  return {
    ...{ storeId, name, timeZone, currency },
    ...{ date: today.date, from: today.from.toISOString(), beforeDate: before.date },
    taken: compared("capture"),
    refunded: compared("refund"),
    started: { now: started, before: wasThere ? startedBefore : null },
    ...(await openNow(db, storeId, today.from, now)),
    hours: takenByHour(days, rows, timeZone, now),
  };
}

async function openNow(
  db: Db,
  storeId: string,
  dayFrom: Date,
  now: Date,
): Promise<{ waiting: OpenSum; approved: OpenSum }> {
  const waiting: OpenSum = { cents: 0, count: 0, earlier: 0 };
  const approved: OpenSum = { cents: 0, count: 0, earlier: 0 };
  for (const row of await sumOpen(db, storeId, dayFrom, now)) {
    // An approval whose time has passed is being asked about: nobody can capture it.
    const isApproved = approvedStatuses.includes(row.status) && !row.isOver;
    const open = isApproved ? approved : waiting;
    open.cents += isApproved ? row.leftCents : row.askedCents;
    open.count += row.count;
    if (row.isEarlier) open.earlier += row.count;
  }
  return { waiting, approved };
}

async function newestOf(db: Db, days: StoreToday[]): Promise<SaleView[]> {
  if (days.length === 0) return [];
  const keys = await listSaleKeys(db, {
    stores: days.map(({ storeId, from }) => ({ storeId, from: new Date(from), to: null })),
    statuses: null,
    orInDoubt: false,
    search: null,
    personId: null,
    registerId: null,
    page: null,
    limit: newestShown,
  });
  const views = await viewRows(db, () =>
    listSaleRows(
      db,
      keys.map((it) => it.saleId),
    ),
  );
  return views.sort((a, b) => compareTimes(b.createdAt, a.createdAt));
}
