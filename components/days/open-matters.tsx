"use client";

import { memo } from "react";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { ToneBadge } from "#components/ui/status-badge.tsx";
import type { DayReport, OpenMatter } from "#lib/day-report.ts";
import { formatMoney } from "#lib/money.ts";
import { dayPageWords } from "#lib/words/day-page-words.ts";
import { momentWords } from "#lib/words/day-words.ts";
import { matterWords } from "#lib/words/open-matter-words.ts";

export type OpenMattersProps<Matter extends OpenMatter> = {
  store: DayReport["store"];
  matters: Matter[];
  orderHrefOf: (saleId: string) => string;
  /** What stands below each: a field to explain it, or the explanation. */
  below: (matter: Matter) => React.ReactNode;
};

/** What of the store has no end yet, each with the way to settle it. */
export function OpenMatters<Matter extends OpenMatter>(props: OpenMattersProps<Matter>) {
  const { store, matters } = props;
  const words = useWords(dayPageWords);
  return (
    <Card title={words.open}>
      {matters.length === 0 ? <p className="text-body">{words.nothingOpen}</p> : null}
      <ul className="flex flex-col gap-4 empty:hidden print:gap-1">
        {matters.map((matter) => (
          <li
            key={matter.key}
            className="flex flex-col gap-2 border-line not-first:border-t not-first:pt-4 print:break-inside-avoid print:gap-0 print:not-first:pt-1"
          >
            <MatterLine matter={matter} store={store} href={props.orderHrefOf(matter.saleId)} />
            {props.below(matter)}
          </li>
        ))}
      </ul>
    </Card>
  );
}

// Hundreds may be open in a large store, and the page is drawn each second: what has not changed is left as it is.

const MatterLine = memo(function MatterLine(props: {
  matter: OpenMatter;
  store: DayReport["store"];
  href: string;
}) {
  const { matter, store } = props;
  const locale = useLocale();
  const { label, tone } = matterWords(matter, locale);
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <ToneBadge tone={tone} label={label} />
      <span className="text-body font-semibold tabular-nums">
        {formatMoney(matter.amountCents, store.currency, locale)}
      </span>
      <Link href={props.href} className="text-body font-medium text-accent underline underline-offset-4">
        {matter.number}
      </Link>
      <span className="text-label text-soft">
        {matter.startedBy}, {momentWords(new Date(matter.startedAt), { timeZone: store.timeZone, locale })}
      </span>
    </span>
  );
});

/** The longest explanation that is kept. */
const longestExplanation = 300;

/** A field for why a matter may stay open. */
export const Explanation = memo(function Explanation(props: {
  matter: OpenMatter;
  value: string;
  error: string | null;
  onChange: (key: string, words: string) => void;
}) {
  const locale = useLocale();
  const words = useWords(dayPageWords);
  return (
    <Field
      label={words.why(props.matter.number)}
      value={props.value}
      maxLength={longestExplanation}
      autoComplete="off"
      onChange={(event) => props.onChange(props.matter.key, event.currentTarget.value)}
      hint={matterWords(props.matter, locale).settle}
      error={props.error}
      reserve
    />
  );
});
