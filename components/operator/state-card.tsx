import { useId } from "react";
import { ToneBadge } from "#components/ui/status-badge.tsx";
import type { StateWords } from "#lib/words/operator-words.ts";

export type Facts = [name: string, value: string][];

export type StateCardProps = { title: string; state: StateWords; facts: Facts };

/** One thing the till does by itself: how it stands in a word, what that means, and the figures behind it. */
export function StateCard({ title, state, facts }: StateCardProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3 rounded-card border border-line bg-card p-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id={id} className="text-title font-semibold">
          {title}
        </h2>
        <ToneBadge tone={state.tone} label={state.label} />
      </div>
      <p className="text-body text-soft">{state.meaning}</p>
      {facts.length > 0 ? (
        <dl className="mt-auto flex flex-wrap gap-x-8 gap-y-2 border-line border-t pt-3">
          {facts.map(([name, value]) => (
            <div key={name} className="min-w-0">
              <dt className="text-label text-faint">{name}</dt>
              <dd className="text-body tabular-nums [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  );
}
