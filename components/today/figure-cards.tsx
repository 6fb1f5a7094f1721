import Link from "next/link";
import type { ReactNode } from "react";
import { formatTotal } from "#lib/money.ts";
import type { Compared, Figures, OpenSum } from "#lib/today.ts";
import { comparedWords, countOf, openWords, startedWords } from "#lib/words/today-words.ts";

export type FigureCardsProps = {
  /** One for each currency; amounts of two are never added up. */
  figures: Figures[];
  locale: string;
  /** The day that is compared with, as "last Thursday". */
  beforeDay: string;
  /** Where what waits and what is approved is listed. */
  hrefOf: (group: "waiting" | "approved") => string;
};

/** Taken, waiting, approved and not captured, refunded: the day in four figures. */
export function FigureCards({ figures, locale, beforeDay, hrefOf }: FigureCardsProps) {
  const each = (draw: (it: Figures) => ReactNode) => figures.map(draw);
  const moved = (it: Figures, { now, before }: Compared, noun: string) => (
    <Figure key={it.currency} total={formatTotal(now.cents, it.currency, locale)}>
      {countOf(now.count, noun)}
      <span className="block">{comparedWords({ now, before }, it.currency, locale, beforeDay)}</span>
    </Figure>
  );
  const open = (it: Figures, sum: OpenSum, more: string | null) => (
    <Figure key={it.currency} total={formatTotal(sum.cents, it.currency, locale)}>
      {openWords(sum)}
      {more ? <span className="block">{more}</span> : null}
    </Figure>
  );
  return (
    <ul aria-label="The day in figures" className="grid grid-cols-2 gap-3 sm:gap-4 desk:grid-cols-4">
      <Tile title="Taken">{each((it) => moved(it, it.taken, "capture"))}</Tile>
      <Tile title="Waiting" href={hrefOf("waiting")}>
        {each((it) => open(it, it.waiting, startedWords(it.started, beforeDay)))}
      </Tile>
      <Tile title="Approved, not captured" href={hrefOf("approved")}>
        {each((it) => open(it, it.approved, null))}
      </Tile>
      <Tile title="Refunded">{each((it) => moved(it, it.refunded, "refund"))}</Tile>
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
