"use client";

import { ArrowRight, ChevronRight } from "lucide-react";
import { DeskPage } from "#components/desk/desk-frame.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { ToneBadge } from "#components/ui/status-badge.tsx";
import type { DayLine, DayList, DayReport } from "#lib/day-report.ts";
import { formatTotal } from "#lib/money.ts";
import { daysPageWords } from "#lib/words/day-page-words.ts";
import { dayState, momentWords, shortDateWords } from "#lib/words/day-words.ts";

type DayStore = Omit<DayReport["store"], "code">;

export type DaysScreenProps = DayList & {
  store: DayStore;
  /** All whose days the viewer may close. */
  stores: { id: string; name: string }[];
  isNewest: boolean;
};

// Day, state, sales, captured, refunded. On a phone the same parts make a card.
const columns =
  "grid items-center gap-x-4 gap-y-1 grid-cols-[1fr_auto] wide:grid-cols-[9rem_minmax(0,1fr)_5rem_7.5rem_7.5rem_1.25rem]";

/** The business days of a store, newest first: which are closed, by whom, and which wait for it. */
export function DaysScreen({ store, stores, days, today, older, isNewest }: DaysScreenProps) {
  const words = useWords(daysPageWords);
  const { heads } = words;
  return (
    <DeskPage title={words.title} lead={words.lead(store.name)}>
      {stores.length > 1 ? <StoreChoice stores={stores} storeId={store.id} /> : null}
      <div className="overflow-hidden rounded-card border border-line bg-card">
        <div
          aria-hidden
          className={`${columns} h-10 border-line border-b bg-sunken px-4 text-label font-semibold text-soft max-wide:hidden!`}
        >
          <span>{heads.day}</span>
          <span>{heads.state}</span>
          <span className="text-right">{heads.sales}</span>
          <span className="text-right">{heads.captured}</span>
          <span className="text-right">{heads.refunded}</span>
        </div>
        {days.length === 0 ? <p className="p-4 text-body text-soft">{words.none}</p> : null}
        <ul aria-label={words.days} className="empty:hidden">
          {days.map((day) => (
            <li key={day.date} className="border-line not-first:border-t">
              <DayRow day={day} store={store} isRunning={day.date === today} />
            </li>
          ))}
        </ul>
      </div>
      <nav aria-label={words.pages} className="flex flex-wrap justify-between gap-2 empty:hidden">
        {isNewest ? null : (
          <Link href={`/days?store=${store.id}`} className={buttonClass("secondary", "desk")}>
            {words.newest}
          </Link>
        )}
        {older ? (
          <Link
            href={`/days?store=${store.id}&before=${older}`}
            className={`${buttonClass("secondary", "desk")} ml-auto gap-2`}
          >
            {words.older} <ArrowRight aria-hidden size={18} />
          </Link>
        ) : null}
      </nav>
    </DeskPage>
  );
}

function StoreChoice({ stores, storeId }: { stores: DaysScreenProps["stores"]; storeId: string }) {
  const words = useWords(daysPageWords);
  return (
    <nav aria-label={words.store} className="flex flex-wrap gap-2">
      {stores.map(({ id, name }) => (
        <Link
          key={id}
          href={`/days?store=${id}`}
          aria-current={id === storeId ? "true" : undefined}
          className={`inline-flex min-h-11 items-center rounded-full border px-4 text-body font-medium ${id === storeId ? "border-accent bg-accent-wash text-accent" : "border-edge bg-card hover:bg-sunken"}`}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

function DayRow({ day, store, isRunning }: { day: DayLine; store: DayStore; isRunning: boolean }) {
  const locale = useLocale();
  const words = useWords(daysPageWords);
  const money = (cents: number) => formatTotal(cents, store.currency, locale);
  const momentOf = (at: string) => momentWords(new Date(at), { timeZone: store.timeZone, locale });
  const { label, tone } = dayState(day, isRunning, locale);
  return (
    <Link
      href={`/days/${store.id}/${day.date}`}
      className={`${columns} min-h-14 px-4 py-2.5 text-body -outline-offset-3 transition-colors hover:bg-sunken max-wide:py-3`}
    >
      <span className="font-semibold">{shortDateWords(day.date, locale)}</span>
      <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 max-wide:justify-self-end">
        <ToneBadge tone={tone} label={label} />
        {day.closed ? (
          <span className="text-label text-soft max-wide:hidden">
            {words.closedBy(day.closed.by, momentOf(day.closed.at), day.closed.isEarly)}
          </span>
        ) : null}
      </span>
      <span className="text-label text-soft tabular-nums wide:text-right wide:text-body">
        {day.started}
        <span className="wide:sr-only"> {words.sales(day.started)}</span>
      </span>
      <span className="text-right tabular-nums">
        <span className="sr-only">{words.captured} </span>
        {money(day.capturedCents)}
      </span>
      <span className="text-right tabular-nums max-wide:col-span-2 max-wide:text-label max-wide:text-soft">
        <span className="wide:sr-only">{day.refundedCents > 0 ? `${words.refunded} ` : ""}</span>
        {day.refundedCents > 0 ? money(day.refundedCents) : <span className="max-wide:hidden">–</span>}
      </span>
      <ChevronRight aria-hidden size={18} className="text-faint max-wide:hidden" />
    </Link>
  );
}
