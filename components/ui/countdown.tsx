"use client";

import { useLocale } from "#components/ui/language.tsx";
import { countdown, spokenTimeLeft, timeLeftAround } from "#lib/words/time-words.ts";

/** From here on the time left is drawn as something that needs somebody. */
const urgentMs = 5 * 60_000;

export type CountdownProps = { until: Date; now: Date };

/** The time left until a moment, ticking with `now`. Read out in whole minutes, so that it is not read every second. */
export function Countdown({ until, now }: CountdownProps) {
  const locale = useLocale();
  const isUrgent = until.getTime() - now.getTime() < urgentMs;
  return (
    <time
      dateTime={until.toISOString()}
      className={`tabular-nums ${isUrgent ? "font-semibold text-attention" : ""}`}
    >
      <span aria-hidden>{countdown(until, now, locale)}</span>
      <span className="sr-only">{spokenTimeLeft(until, now, locale)}</span>
    </time>
  );
}

/** The same in a line of its own: "9:41 left". */
export function TimeLeft(props: CountdownProps) {
  const { before, after } = timeLeftAround(useLocale());
  return (
    <>
      {before}
      <Countdown {...props} />
      {after}
    </>
  );
}
