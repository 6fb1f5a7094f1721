import { historyDot } from "#components/sale/history-tone.ts";
import { useLocale, useWords } from "#components/ui/language.tsx";
import type { HistoryLineView } from "#lib/sale-view.ts";
import { historySentence } from "#lib/words/history-words.ts";
import { saleScreenWords } from "#lib/words/sale-screen-words.ts";
import { timeOrDay } from "#lib/words/time-words.ts";

export type HistoryProps = {
  history: HistoryLineView[];
  now: Date;
  timeZone: string;
  title?: string;
};

/** What happened, newest first: when, what, how it became known, on which register. */
export function History({ history, now, timeZone, title: given }: HistoryProps) {
  const locale = useLocale();
  const words = useWords(saleScreenWords);
  const title = given ?? words.history;
  const lines = history.toSorted((a, b) => b.seq - a.seq);
  return (
    <section aria-label={title}>
      <h2 className="pb-3 text-label font-semibold text-faint">{title}</h2>
      {lines.length === 0 ? <p className="text-body text-faint">{words.nothingHappened}</p> : null}
      <ol>
        {lines.map((line) => {
          const { title, detail } = historySentence(line, locale);
          return (
            <li key={line.seq} className="group grid grid-cols-[auto_1.5rem_1fr] gap-x-2">
              <time
                dateTime={line.at}
                className="min-w-16 tabular-nums pt-0.5 text-label leading-6 text-faint"
              >
                {timeOrDay(new Date(line.at), now, { timeZone, locale }, true)}
              </time>
              <span aria-hidden className="relative flex justify-center">
                <span className="absolute top-0 bottom-0 w-px bg-line group-first:top-3 group-last:bottom-[calc(100%-12px)]" />
                <span
                  className={`relative mt-2 size-2.5 rounded-full ring-4 ring-paper ${historyDot(line)}`}
                />
              </span>
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 pb-4 text-body">
                <p className="font-medium">{title}</p>
                <p className="text-label text-soft">{[detail, line.register].filter(Boolean).join(" · ")}</p>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
