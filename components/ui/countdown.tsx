import { countdown, spokenTimeLeft } from "#lib/words/time-words.ts";

/** From here on the time left is drawn as something that needs somebody. */
const urgentMs = 5 * 60_000;

export type CountdownProps = { until: Date; now: Date };

/** The time left until a moment, ticking with `now`. Read out in whole minutes, so that it is not read every second. */
export function Countdown({ until, now }: CountdownProps) {
  const isUrgent = until.getTime() - now.getTime() < urgentMs;
  return (
    <time
      dateTime={until.toISOString()}
      className={`tabular-nums ${isUrgent ? "font-semibold text-attention" : ""}`}
    >
      <span aria-hidden>{countdown(until, now)}</span>
      <span className="sr-only">{spokenTimeLeft(until, now)}</span>
    </time>
  );
}
