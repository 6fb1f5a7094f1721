import { useLocale } from "#components/ui/language.tsx";
import { toneLook } from "#components/ui/tone.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import { statusWords, type Tone } from "#lib/words/status-words.ts";

/** A sale's status as icon, word and tone. */
export function StatusBadge({ status, large = false }: { status: SaleStatus; large?: boolean }) {
  const { label, tone } = statusWords(status, useLocale());
  return <ToneBadge tone={tone} label={label} large={large} />;
}

/** An icon and a word in a tone. What waits pulses slowly. */
export function ToneBadge({ tone, label, large = false }: { tone: Tone; label: string; large?: boolean }) {
  const look = toneLook[tone];
  const Icon = look.icon;
  const size = large ? "min-h-10 px-4 text-title gap-2" : "min-h-7 px-2.5 text-label gap-1.5";
  return (
    <span
      className={`inline-flex items-center rounded-full font-semibold whitespace-nowrap ${size} ${look.wash} ${look.onWash}`}
    >
      <Icon
        aria-hidden
        size={large ? 22 : 15}
        strokeWidth={2.4}
        className={tone === "waiting" ? "animate-pulse-slow" : ""}
      />
      {label}
    </span>
  );
}

/** The tone's icon in a round of its colour, for the head of a list's row. */
export function ToneIcon({ tone }: { tone: Tone }) {
  const look = toneLook[tone];
  const Icon = look.icon;
  return (
    <span
      aria-hidden
      className={`grid size-8 shrink-0 place-items-center rounded-full ${look.wash} ${look.onWash}`}
    >
      <Icon size={17} strokeWidth={2.4} className={tone === "waiting" ? "animate-pulse-slow" : ""} />
    </span>
  );
}
