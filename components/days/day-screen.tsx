"use client";

import { ArrowLeft, Download, LockKeyhole, Printer } from "lucide-react";
import { useState } from "react";
import { OpenMatters } from "#components/days/open-matters.tsx";
import { PaperPages } from "#components/days/paper-pages.tsx";
import { type Closing, SignDay } from "#components/days/sign-day.tsx";
import { StatusTable, SumsTable } from "#components/days/sums-table.tsx";
import { DeskPage } from "#components/desk/desk-frame.tsx";
import { Amount } from "#components/ui/amount.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import type { ClosedDay, DayReport, LoadedDay } from "#lib/day-report.ts";
import type { Problem, Result } from "#lib/problem.ts";
import { dayPageWords } from "#lib/words/day-page-words.ts";
import {
  closedAlready,
  dateWords,
  elsewhereWords,
  momentWords,
  spanWords,
  sumNames,
  sumWords,
} from "#lib/words/day-words.ts";
import { statusWords } from "#lib/words/status-words.ts";

export type DayScreenProps = {
  loaded: LoadedDay;
  now: Date;
  daysHref: string;
  orderHrefOf: (saleId: string) => string;
  csvHref: string;
  close: (closing: Closing) => Promise<Result<null>>;
};

/** One business day of a store: what it comes to, what is open, and the signature that closes it. */
export function DayScreen({ loaded, now, daysHref, orderHrefOf, csvHref, close }: DayScreenProps) {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [toSign, setToSign] = useState(loaded.kind === "open");
  const locale = useLocale();
  const words = useWords(dayPageWords);
  const elsewhere = useWords(elsewhereWords);
  const { day } = loaded;
  const { store } = day;
  const { currency, timeZone } = store;
  return (
    <>
      <PaperPages heading={`${store.name} · ${dateWords(day.date, locale)}`} />
      <Link
        href={daysHref}
        className="mx-2 mt-2 -mb-4 inline-flex min-h-11 items-center gap-2 rounded-card px-2 text-body font-semibold hover:bg-sunken sm:mx-4 desk:mx-6 print:hidden"
      >
        <ArrowLeft aria-hidden size={20} /> {words.back}
      </Link>
      <DeskPage
        title={dateWords(day.date, locale)}
        lead={`${store.name} · ${spanWords(day, { timeZone, locale })} · ${timeZone.replaceAll("_", " ")}`}
        actions={loaded.kind === "closed" ? <TakeAlong csvHref={csvHref} /> : null}
      >
        {loaded.kind === "closed" && toSign && !problem ? (
          // Somebody else's signature, while this one was still looking.
          <ProblemCard
            problem={closedAlready(loaded.day.closedBy, new Date(loaded.day.closedAt), timeZone)}
            onDismiss={() => setToSign(false)}
          />
        ) : null}
        {problem ? <ProblemCard problem={problem} onDismiss={() => setProblem(null)} /> : null}
        {loaded.kind === "closed" ? <Signature day={loaded.day} /> : null}
        <Totals day={day} />
        <div className="grid gap-4 desk:grid-cols-[minmax(0,1fr)_minmax(0,2fr)] desk:items-start print:grid-cols-[minmax(0,1fr)_minmax(0,2fr)] print:items-start print:gap-6">
          <StatusTable
            title={words.byStatus}
            rows={day.byStatus.map(({ status, ...sum }) => ({
              name: statusWords(status, locale).label,
              sum,
            }))}
            currency={currency}
          />
          <div className="flex min-w-0 flex-col gap-4 print:gap-3">
            <SumsTable
              title={words.byCashier}
              rows={day.byPerson.map(({ person, ...sums }) => ({ name: person ?? elsewhere.person, sums }))}
              currency={currency}
            />
            <SumsTable
              title={words.byRegister}
              rows={day.byRegister.map(({ register, ...sums }) => ({
                name: register ?? elsewhere.register,
                sums,
              }))}
              currency={currency}
            />
          </div>
        </div>
        {loaded.kind === "closed" ? (
          <OpenMatters
            store={store}
            matters={loaded.day.open}
            orderHrefOf={orderHrefOf}
            below={({ explanation }) => <p className="text-body wrap-anywhere">{explanation}</p>}
          />
        ) : (
          <SignDay
            day={loaded.day}
            fingerprint={loaded.fingerprint}
            now={now}
            orderHrefOf={orderHrefOf}
            close={close}
            onSigned={() => setToSign(false)}
            onRefused={(refused) => {
              setProblem(refused);
              if (refused.code === "day_closed_already") setToSign(false);
            }}
            onBegin={() => setProblem(null)}
          />
        )}
      </DeskPage>
    </>
  );
}

function TakeAlong({ csvHref }: { csvHref: string }) {
  const words = useWords(dayPageWords);
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <Button size="desk" icon={<Printer aria-hidden size={18} />} onClick={() => window.print()}>
        {words.print}
      </Button>
      <a href={csvHref} download className={`${buttonClass("secondary", "desk")} gap-2`}>
        <Download aria-hidden size={18} /> {words.download}
      </a>
    </div>
  );
}

function Signature({ day }: { day: ClosedDay }) {
  const locale = useLocale();
  const words = useWords(dayPageWords);
  const momentOf = (at: string) => momentWords(new Date(at), { timeZone: day.store.timeZone, locale });
  const isEarly = day.to < day.plannedTo;
  return (
    <section
      aria-label={words.signature}
      className="flex items-start gap-3 rounded-card border border-line bg-card p-4 print:rounded-none print:border-0 print:p-0"
    >
      <LockKeyhole aria-hidden size={20} className="mt-0.5 shrink-0 text-approved" />
      <div className="min-w-0 text-body">
        <p className="font-semibold">{words.closedBy(day.closedBy, momentOf(day.closedAt))}</p>
        <p className="text-soft">
          {isEarly ? `${words.closedEarly(momentOf(day.plannedTo))} ` : ""}
          {words.isKept}
        </p>
      </div>
    </section>
  );
}

function Totals({ day }: { day: DayReport | ClosedDay }) {
  const locale = useLocale();
  const words = useWords(dayPageWords);
  const names = useWords(sumWords);
  return (
    <section aria-label={words.totals}>
      <dl className="grid gap-3 max-sm:gap-2 sm:grid-cols-2 wide:grid-cols-4 print:grid-cols-4">
        {sumNames.map((name) => (
          <div
            key={name}
            className="min-w-0 rounded-card border border-line bg-card p-4 max-sm:flex max-sm:items-baseline max-sm:justify-between max-sm:gap-3 print:rounded-none print:border-0 print:p-0"
          >
            <dt className="text-label font-semibold text-faint">{names[name]}</dt>
            <dd className="wrap-anywhere max-sm:text-right">
              <Amount
                amountCents={day.totals[name].amountCents}
                currency={day.store.currency}
                locale={locale}
                size="title"
              />
              <span className="block text-label text-soft">{day.totals[name].count}×</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
