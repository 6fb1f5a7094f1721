import type { Db } from "#db/engine.ts";
import { type DayClose, listDayCloses } from "#db/queries/day-closes.ts";
import { sumDay } from "#db/queries/day-totals.ts";
import type { Store } from "#db/queries/stores.ts";
import { addDays } from "#lib/business-day.ts";
import { type DayLine, type DayList, dayBounds, type LoadedDay } from "#lib/day-report.ts";
import { mayIn, type Viewer, type ViewerStore } from "../auth/viewer.ts";
import { read } from "../database.ts";
import { firstDate, runningDate } from "./dates.ts";
import { readDay } from "./read-day.ts";

/** Two weeks. */
const pageSize = 14;

/** The stores whose days a viewer may see and close. */
export function closableStores(viewer: Viewer): ViewerStore[] {
  return viewer.stores.filter((it) => mayIn(it, "day.close"));
}

/** The days of a store from the running one back; with `before`, those before that date. */
export async function loadDays(store: Store, before: string | null, now = new Date()): Promise<DayList> {
  return read(async (db) => {
    const today = await runningDate(db, store, now);
    const first = await firstDate(db, store);
    const newest = before && before <= today ? addDays(before, -1) : today;
    const dates = Array.from({ length: pageSize }, (_, days) => addDays(newest, -days)).filter(
      (it) => it >= first,
    );
    const closes = await listDayCloses(db, store.id, addDays(newest, -pageSize), addDays(newest, 1));
    const of = (date: string) => closes.find((it) => it.date === date) ?? null;
    const days: DayLine[] = [];
    for (const date of dates) {
      const close = of(date);
      const bounds = dayBounds(date, store, of(addDays(date, -1)), of(addDays(date, 1)));
      days.push(close ? closedLine(close) : await openLine(db, store, date, bounds));
    }
    const last = dates.at(-1);
    return { days, today, older: last && last > first ? last : null };
  });
}

function closedLine({ date, report }: DayClose): DayLine {
  const { from, to, totals, closedBy, closedAt, plannedTo } = report;
  return {
    ...{ date, from, to },
    started: totals.started.count,
    capturedCents: totals.captured.amountCents,
    refundedCents: totals.refunded.amountCents,
    closed: { by: closedBy, at: closedAt, isEarly: to < plannedTo },
  };
}

async function openLine(
  db: Db,
  store: Store,
  date: string,
  bounds: { from: Date; to: Date },
): Promise<DayLine> {
  const sums = await sumDay(db, { storeId: store.id, ...bounds });
  return { date, from: bounds.from.toISOString(), to: bounds.to.toISOString(), ...sums, closed: null };
}

/** A business day of a store; null where there is none of that date, or none yet. */
export async function loadDay(store: Store, date: string, now = new Date()): Promise<LoadedDay | null> {
  return read(async (db) => {
    const running = await runningDate(db, store, now);
    if (date > running || date < (await firstDate(db, store))) return null;
    const it = await readDay(db, store, date, now);
    if (it.close) return { kind: "closed", day: it.close.report };
    return { kind: "open", day: it.report, fingerprint: it.fingerprint };
  });
}
