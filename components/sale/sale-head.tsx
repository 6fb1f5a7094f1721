import { Mail, Smartphone } from "lucide-react";
import type { CSSProperties } from "react";
import { amountsLine, type SaleFacts } from "#components/sale/sale-facts.ts";
import { saleWords } from "#components/sale/sale-words.ts";
import { Amount } from "#components/ui/amount.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { useWords } from "#components/ui/language.tsx";
import { toneLook } from "#components/ui/tone.ts";
import { moneyParts } from "#lib/money.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { maskedWords } from "#lib/words/erased-words.ts";
import { planWords } from "#lib/words/plan-words.ts";
import { saleScreenWords } from "#lib/words/sale-screen-words.ts";
import type { Tone } from "#lib/words/status-words.ts";

/** The ground the amount stands on says the status at arm's length; what only waits stays plain. */
const grounds: Record<Tone, string> = {
  waiting: "border-line bg-card",
  approved: "border-approved/30 bg-approved-wash",
  paid: "border-paid-wash bg-paid-wash text-paid",
  attention: "border-attention/30 bg-attention-wash",
  idle: "border-line bg-sunken",
  refused: "border-refused/30 bg-refused-wash",
  unconfirmed: "border-unconfirmed/40 hatched",
};

/** As large as it fits beside the card's padding: « 1 234,50 $ US » is wider than a phone. */
const fitted = "[&>span]:text-[length:min(var(--text-hero),calc((100cqw-3.25rem)/var(--ems)))]";

/** About how wide an amount is drawn, in its own font size: tabular figures, narrow separators, and a sign of half the size. */
function emsOf({ amountCents, currency }: SaleView, locale: string): number {
  const { symbol, number } = moneyParts(amountCents, currency, locale);
  const digits = number.replace(/\D/g, "").length;
  return 0.1 + digits * 0.63 + (number.length - digits) * 0.3 + symbol.length * 0.34;
}

/** The amount, the status with its time left, to whom the link went, and the shopper's plan. */
export function SaleHead({ facts, celebrates }: { facts: SaleFacts; celebrates: boolean }) {
  const { sale, status, until, locale, now } = facts;
  const words = useWords(saleScreenWords);
  const { label, tone, means } = saleWords(sale, status, locale);
  const line = means === null ? null : (amountsLine(facts) ?? means);
  const look = toneLook[tone];
  const StatusIcon = look.icon;
  const soft = tone === "paid" ? "text-paid/85" : "text-soft";
  const ChannelIcon = sale.sentTo.kind === "sms" ? Smartphone : Mail;
  return (
    <div
      className={`rounded-card border p-5 sm:p-6 ${sale.openOperation && line === null ? grounds.waiting : grounds[tone]} ${celebrates ? "animate-celebrate" : ""}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <p
          style={{ "--ems": emsOf(sale, locale) } as CSSProperties}
          className={`${fitted} ${tone === "paid" ? "[&_span]:text-paid" : ""}`}
        >
          <Amount amountCents={sale.amountCents} currency={sale.currency} locale={locale} size="hero" />
        </p>
        <div className="flex flex-col items-start gap-1 @lg:items-end">
          <p className={`flex items-center gap-2 text-title font-semibold @2xl:text-figure ${look.onWash}`}>
            <StatusIcon
              aria-hidden
              size={28}
              strokeWidth={2.4}
              className={`shrink-0 ${tone === "waiting" ? "animate-pulse-slow" : ""}`}
            />
            {label}
          </p>
          {until && line ? (
            <p className={`text-body @2xl:text-title ${soft}`}>
              {status === "link_sent" ? words.linkWorksFor : words.captureWithin}{" "}
              <Countdown until={until} now={now} />
            </p>
          ) : null}
        </div>
      </div>
      {line ? <p className="mt-3 text-body">{line}</p> : null}
      <p className={`mt-1 flex gap-2 text-body ${soft}`}>
        <ChannelIcon aria-hidden size={17} className="mt-1 shrink-0" />
        <span className="min-w-0 break-words">
          {[
            `${sale.shopperName ? `${sale.shopperName}, ` : ""}${maskedWords(sale.sentTo.masked, locale)} ${sale.sentTo.kind === "sms" ? words.bySms : words.byEmail}`,
            sale.financingOption && planWords(sale.financingOption, locale),
            sale.receiptNumber && words.receipt(sale.receiptNumber),
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </p>
    </div>
  );
}
