"use client";

import { ArrowRight } from "lucide-react";
import { memo, type ReactNode } from "react";
import { saleWords } from "#components/sale/sale-words.ts";
import { isToCapture, runsOutAt, statusNow } from "#components/sale/status-now.ts";
import { Amount } from "#components/ui/amount.tsx";
import { TimeLeft } from "#components/ui/countdown.tsx";
import { useLocale } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { ToneIcon } from "#components/ui/status-badge.tsx";
import { toneLook } from "#components/ui/tone.ts";
import { wordsIn } from "#lib/language.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { maskedWords } from "#lib/words/erased-words.ts";
import { tillWords } from "#lib/words/till-words.ts";
import { timeOrDay } from "#lib/words/time-words.ts";

export type SaleRowProps = {
  sale: SaleView;
  now: Date;
  timeZone: string;
  href: string;
  isSelected: boolean;
  /** A card of its own, for what waits, with more room. */
  isCard: boolean;
};

/** One sale in the list: what it is, for whom, and how long it has left. What is approved stands out, also when it is open. */
export function SaleRow({ now, timeZone, ...row }: SaleRowProps) {
  const { sale } = row;
  const locale = useLocale();
  const status = statusNow(sale, now);
  const until = sale.openOperation ? null : runsOutAt(sale, status);
  return (
    <Row
      {...row}
      status={status}
      toCapture={isToCapture(sale, now)}
      when={timeOrDay(new Date(sale.statusAt), now, { timeZone, locale })}
      left={until ? <TimeLeft until={until} now={now} /> : null}
    />
  );
}

type RowProps = Omit<SaleRowProps, "now" | "timeZone"> & {
  status: SaleStatus;
  toCapture: boolean;
  when: string;
  left: ReactNode;
};

/** What a second changes nothing of is not drawn anew with each. */
const Row = memo(function Row({ sale, status, toCapture, when, left, href, isSelected, isCard }: RowProps) {
  const locale = useLocale();
  const { label, tone } = saleWords(sale, status, locale);
  const look = toneLook[tone];
  const ground = toCapture ? look.wash : isSelected ? "bg-accent-wash" : "hover:bg-sunken";
  const edge = isSelected
    ? "border-accent ring-1 ring-accent"
    : toCapture
      ? "border-approved"
      : "border-line";
  return (
    <Link
      href={href}
      aria-current={isSelected ? "page" : undefined}
      className={`flex items-center gap-3 px-4 transition-colors ${ground} ${isCard ? `min-h-18 rounded-card border py-2 ${edge} ${toCapture ? "animate-celebrate" : ""}` : "min-h-14 -outline-offset-3"}`}
    >
      <ToneIcon tone={tone} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-2">
          <Amount amountCents={sale.amountCents} currency={sale.currency} locale={locale} size="title" />
          {isCard ? (
            <span className="truncate text-label text-soft">{maskedWords(sale.sentTo.masked, locale)}</span>
          ) : (
            <span className="text-label text-faint">{when}</span>
          )}
        </span>
        <span className="flex items-baseline justify-between gap-2 text-label">
          <span
            className={`${isCard ? "min-w-0" : "truncate"} font-semibold ${toCapture ? look.onWash : look.text}`}
          >
            {label}
            {toCapture ? (
              <>
                {" "}
                <ArrowRight aria-hidden size={13} strokeWidth={3} className="inline align-[-1px]" />{" "}
                {wordsIn(tillWords, locale).capture}
              </>
            ) : null}
          </span>
          {left ? (
            <span className="shrink-0 text-soft">{left}</span>
          ) : isCard ? null : (
            <span className="truncate text-faint">{maskedWords(sale.sentTo.masked, locale)}</span>
          )}
        </span>
      </span>
    </Link>
  );
});
