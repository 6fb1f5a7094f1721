import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { saleWords } from "#components/sale/sale-words.ts";
import { runsOutAt, statusNow } from "#components/sale/status-now.ts";
import { Amount } from "#components/ui/amount.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { ToneIcon } from "#components/ui/status-badge.tsx";
import { toneLook } from "#components/ui/tone.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { timeOrDay } from "#lib/words/time-words.ts";

export type SaleRowProps = {
  sale: SaleView;
  now: Date;
  timeZone: string;
  locale: string;
  href: string;
  isSelected: boolean;
  isTall: boolean;
};

/** One sale in the list: what it is, for whom, and how long it has left. What is approved stands out. */
export function SaleRow({ sale, now, timeZone, locale, href, isSelected, isTall }: SaleRowProps) {
  const status = statusNow(sale, now);
  const { label, tone } = saleWords(sale, status, locale);
  const until = sale.openOperation ? null : runsOutAt(sale, status);
  const toCapture = !sale.openOperation && (status === "authorized" || status === "partially_captured");
  const ground = isSelected ? "bg-accent-wash" : toCapture ? toneLook[tone].wash : "hover:bg-sunken";
  return (
    <Link
      href={href}
      aria-current={isSelected ? "page" : undefined}
      className={`flex items-center gap-3 px-4 transition-colors -outline-offset-3 ${isTall ? "min-h-18 py-2" : "min-h-14"} ${ground}`}
    >
      <ToneIcon tone={tone} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline justify-between gap-2">
          <Amount amountCents={sale.amountCents} currency={sale.currency} locale={locale} size="title" />
          {isTall ? (
            <span className="truncate text-label text-soft">{sale.sentTo.masked}</span>
          ) : (
            <span className="text-label text-faint">
              {timeOrDay(new Date(sale.statusAt), now, { timeZone, locale })}
            </span>
          )}
        </span>
        <span className="flex items-baseline justify-between gap-2 text-label">
          <span
            className={`truncate font-semibold ${toCapture ? toneLook[tone].onWash : toneLook[tone].text}`}
          >
            {label}
            {toCapture ? (
              <>
                {" "}
                <ArrowRight aria-hidden size={13} strokeWidth={3} className="inline align-[-1px]" /> capture
              </>
            ) : null}
          </span>
          {until ? (
            <span className="shrink-0 text-soft">
              <Countdown until={until} now={now} /> left
            </span>
          ) : isTall ? null : (
            <span className="truncate text-faint">{sale.sentTo.masked}</span>
          )}
        </span>
      </span>
    </Link>
  );
}
