"use client";

import { Delete } from "lucide-react";
import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { isPin, longestPin } from "#lib/pin.ts";
import { type Problem, sentencesOf } from "#lib/problem.ts";
import { tabletSignInWords } from "#lib/words/tablet-words.ts";

export type PinPadProps = {
  name: string;
  busy: boolean;
  /** What was wrong with the last one. */
  problem: Problem | null;
  onEdit: () => void;
  /** Resolves once it was looked at; a PIN that was refused is then typed anew. */
  onPin: (pin: string) => Promise<void>;
};

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
const keyClass =
  "grid min-h-14 place-items-center rounded-pad border border-line bg-card text-figure font-medium tabular-nums select-none transition-colors hover:bg-sunken active:bg-pressed";

/** The keys for a PIN. A keyboard's digits and Enter do the same; the tablet's own keyboard stays away. */
export function PinPad({ name, busy, problem, onEdit, onPin }: PinPadProps) {
  const words = useWords(tabletSignInWords);
  const locale = useLocale();
  const isOfPin = problem?.field === "pin";
  const [pin, setPin] = useState("");
  const input = useRef<HTMLInputElement>(null);

  function change(next: string) {
    if (busy) return;
    onEdit();
    setPin(next.replace(/\D/g, "").slice(0, longestPin));
    input.current?.focus({ preventScroll: true });
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy || !isPin(pin)) return input.current?.focus();
    await onPin(pin);
    setPin("");
    input.current?.focus({ preventScroll: true });
  }

  const key = (label: string, face: ReactNode, press: () => void) => (
    <button
      key={label}
      type="button"
      tabIndex={-1}
      aria-label={label}
      aria-disabled={busy || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={press}
      className={keyClass}
    >
      {face}
    </button>
  );

  return (
    <form onSubmit={submit} noValidate autoComplete="off" className="flex flex-col gap-3">
      <label className="block text-label font-medium text-soft">
        {words.pinOf(name)}
        <input
          ref={input}
          // biome-ignore lint/a11y/noAutofocus: whoever touched their name goes on with the digits
          autoFocus
          type="password"
          inputMode="none"
          autoComplete="off"
          name="pin"
          value={pin}
          maxLength={longestPin}
          readOnly={busy}
          onChange={(event) => change(event.currentTarget.value)}
          className="mt-1 min-h-14 w-full rounded-card border border-edge bg-card px-4 text-center text-figure tracking-[0.3em] text-ink outline-none focus:border-accent focus:ring-1 focus:ring-accent"
        />
      </label>
      {/* A line of its own, there or not: the keys stay under the finger. */}
      <p role="alert" className="-mt-2 min-h-5 text-label font-medium text-refused">
        {isOfPin && problem ? sentencesOf(problem, locale).happened : null}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and its own layout */}
      <div role="group" aria-label={words.keys} className="grid grid-cols-3 gap-2">
        {digits.map((digit) => key(digit, digit, () => change(pin + digit)))}
        {key(words.deleteDigit, <Delete aria-hidden size={28} strokeWidth={1.8} />, () =>
          change(pin.slice(0, -1)),
        )}
        {key("0", "0", () => change(`${pin}0`))}
        <Button type="submit" variant="primary" busy={busy} soft={!isPin(pin)} className="w-full px-1!">
          {words.open}
        </Button>
      </div>
      {problem && !isOfPin ? <ProblemCard problem={problem} /> : null}
      <p role="status" className="sr-only">
        {busy ? words.opening : null}
      </p>
    </form>
  );
}
