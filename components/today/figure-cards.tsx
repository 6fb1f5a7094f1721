import type { ReactNode } from "react";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { formatTotal } from "#lib/money.ts";
import type { Compared, Figures, OpenSum } from "#lib/today.ts";
import { comparedWords, openWords, startedWords, todayWords } from "#lib/words/today-words.ts";

export type FigureCardsProps = {
  /** One for each currency; amounts of two are never added up. */
  figures: Figures[];
  /** The day that is compared with, as "last Thursday". */
  beforeDay: string;
  /** Where what waits and what is approved is listed. */
  hrefOf: (group: "waiting" | "approved") => string;
};

/** Taken, waiting, approved and not captured, refunded: the day in four figures. */
export function FigureCards({ figures, beforeDay, hrefOf }: FigureCardsProps) {
  const words = useWords(todayWords);
  const locale = useLocale();
  const each = (draw: (it: Figures) => ReactNode) => figures.map(draw);
  const moved = (it: Figures, { now, before }: Compared, counted: (count: number) => string) => (
    <Figure key={it.currency} total={formatTotal(now.cents, it.currency, locale)}>
      {counted(now.count)}
      <span className="block">{comparedWords({ now, before }, it.currency, locale, beforeDay)}</span>
    </Figure>
  );
  const open = (it: Figures, sum: OpenSum, more: string | null) => (
    <Figure key={it.currency} total={formatTotal(sum.cents, it.currency, locale)}>
      {openWords(sum, locale)}
      {more ? <span className="block">{more}</span> : null}
    </Figure>
  );
  return (
    <ul aria-label={words.theFigures} className="grid grid-cols-2 gap-3 sm:gap-4 desk:grid-cols-4">
      <Tile title={words.taken}>{each((it) => moved(it, it.taken, words.captures))}</Tile>
      <Tile title={words.waiting} href={hrefOf("waiting")}>
        {each((it) => open(it, it.waiting, startedWords(it.started, beforeDay, locale)))}
      </Tile>
      <Tile title={words.approved} href={hrefOf("approved")}>
        {each((it) => open(it, it.approved, null))}
      </Tile>
      <Tile title={words.refunded}>{each((it) => moved(it, it.refunded, words.refunds))}</Tile>
    </ul>
  );
}

function Tile({ title, href, children }: { title: string; href?: string; children: ReactNode }) {
  return (
    <li className="relative flex flex-col gap-2 rounded-card border border-line bg-card p-4 has-[a:hover]:bg-sunken sm:p-5">
      <h2 className="text-label font-semibold text-faint">
        {href ? (
          <Link
            href={href}
            className="underline decoration-edge underline-offset-4 after:absolute after:inset-0"
          >
            {title}
          </Link>
        ) : (
          title
        )}
      </h2>
      {children}
    </li>
  );
}

function Figure({ total, children }: { total: string; children: ReactNode }) {
  return (
    <div>
      <p className="text-title font-semibold tabular-nums sm:text-figure sm:tracking-[-0.02em]">{total}</p>
      <p className="text-label text-soft">{children}</p>
    </div>
  );
}
