import { Mail, Smartphone } from "lucide-react";
import { amountsLine, type SaleFacts } from "#components/sale/sale-facts.ts";
import { saleWords } from "#components/sale/sale-words.ts";
import { Amount } from "#components/ui/amount.tsx";
import { Countdown } from "#components/ui/countdown.tsx";
import { useWords } from "#components/ui/language.tsx";
import { toneLook } from "#components/ui/tone.ts";
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
        <p className={tone === "paid" ? "[&_span]:text-paid" : ""}>
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
      <p className={`mt-1 flex flex-wrap items-center gap-x-2 text-body ${soft}`}>
        <ChannelIcon aria-hidden size={17} />
        <span>
          {sale.shopperName ? `${sale.shopperName}, ` : ""}
          {maskedWords(sale.sentTo.masked, locale)} {sale.sentTo.kind === "sms" ? words.bySms : words.byEmail}
        </span>
        {sale.financingOption ? <span>· {planWords(sale.financingOption, locale)}</span> : null}
        {sale.receiptNumber ? <span>· {words.receipt(sale.receiptNumber)}</span> : null}
      </p>
    </div>
  );
}
