"use client";

import { ChevronRight, Hourglass } from "lucide-react";
import { buttonClass } from "#components/ui/button-class.ts";
import { TimeLeft } from "#components/ui/countdown.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import type { ExpiryWarning } from "#lib/expiry-warning.ts";
import { languageOf } from "#lib/language.ts";
import { formatMoney } from "#lib/money.ts";
import { expiryWords, shortContact } from "#lib/words/expiry-words.ts";

/** How many have a line of their own; the list of orders has them all. */
const mostLines = 3;

/** A store as far as these warnings need it. */
export type NoticeStore = { id: string; name: string };

export type ExpiryNoticeProps = {
  /** The soonest first; at least one. */
  warnings: ExpiryWarning[];
  now: Date;
  /** The stores of this screen; where there are several, each warning names its own. */
  stores: NoticeStore[];
  hrefOf: (saleId: string) => string;
  /** Where all that is approved and not captured is listed. */
  allHref: string;
};

/** Approvals that run out soon: one as a sentence with a button, several as lines. */
export function ExpiryNotice({ warnings, now, stores, hrefOf, allHref }: ExpiryNoticeProps) {
  const words = useWords(expiryWords);
  const [first] = warnings;
  const isOne = warnings.length === 1 && first;
  return (
    <section
      aria-label={words.head(warnings.length)}
      className="@container overflow-hidden rounded-card bg-attention-wash text-body leading-snug text-attention"
    >
      {isOne ? (
        <div className="flex flex-col gap-3 p-4 @md:flex-row @md:items-center">
          <div className="flex min-w-0 flex-1 items-start gap-3">
            <Hourglass aria-hidden size={20} className="mt-0.5 shrink-0" />
            <div>
              <p className="font-semibold">
                <Facts warning={first} now={now} stores={stores} />
              </p>
              <p className="mt-0.5 text-ink">{words.next}</p>
            </div>
          </div>
          <Link href={hrefOf(first.saleId)} className={`${buttonClass("secondary", "desk")} shrink-0`}>
            {words.open}
          </Link>
        </div>
      ) : (
        <>
          <div className="flex items-start gap-3 px-4 pt-4 pb-1">
            <Hourglass aria-hidden size={20} className="mt-0.5 shrink-0" />
            <div>
              <p className="font-semibold">{words.head(warnings.length)}</p>
              <p className="mt-0.5 text-ink">{words.nextOfSeveral}</p>
            </div>
          </div>
          <ul className="pb-2 @2xl:grid @2xl:grid-cols-2">
            {warnings.slice(0, mostLines).map((warning) => (
              <li key={warning.saleId}>
                <Line href={hrefOf(warning.saleId)}>
                  <Facts warning={warning} now={now} stores={stores} />
                </Line>
              </li>
            ))}
            {warnings.length > mostLines ? (
              <li>
                <Line href={allHref}>{words.more(warnings.length - mostLines)}</Line>
              </li>
            ) : null}
          </ul>
        </>
      )}
    </section>
  );
}

function Line({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <Link
      href={href}
      className="flex min-h-11 items-center gap-2 py-1 pr-2 pl-12 font-medium -outline-offset-3 hover:bg-card/60"
    >
      <span className="min-w-0 flex-1">{children}</span>
      <ChevronRight aria-hidden size={18} className="shrink-0" />
    </Link>
  );
}

type FactsProps = { warning: ExpiryWarning; now: Date; stores: NoticeStore[] };

/** The amount, for whom, and how long: "$46.20 ••• 2290: 4:59 left". */
function Facts({ warning, now, stores }: FactsProps) {
  const locale = useLocale();
  const store = stores.find((it) => it.id === warning.storeId);
  const amount = formatMoney(warning.leftCents, warning.currency, locale);
  return (
    <>
      <span className="tabular-nums">
        {amount} <span className="whitespace-nowrap">{shortContact(warning.sentTo, locale)}</span>
      </span>
      {languageOf(locale) === "fr" ? "\u00a0: " : ": "}
      <span className="whitespace-nowrap">
        <TimeLeft until={warning.expiresAt} now={now} />
      </span>
      {stores.length > 1 && store ? (
        <span className="block font-normal text-ink @md:inline">
          <span className="@max-md:hidden"> · </span>
          {store.name}
        </span>
      ) : null}
    </>
  );
}
