"use client";

import { Keyboard } from "lucide-react";
import { useEffect, useState } from "react";
import { useWords } from "#components/ui/language.tsx";
import { orderListWords } from "#lib/words/order-list-words.ts";

const kept = "till.keys";

/** Whether single letters are keys of the list, as this browser remembers it, and how to change that. */
export function useLetterKeys(): [boolean, (isOn: boolean) => void] {
  const [isOn, setIsOn] = useState(true);
  useEffect(() => {
    try {
      setIsOn(localStorage.getItem(kept) !== "off");
    } catch {
      // A browser that keeps nothing starts with what is usual.
    }
  }, []);
  return [
    isOn,
    (next) => {
      setIsOn(next);
      try {
        localStorage.setItem(kept, next ? "on" : "off");
      } catch {
        // It holds until the page is left.
      }
    },
  ];
}

/** The keys of the list, folded away, with the choice to be left alone by single letters. */
export function KeysHelp({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const words = useWords(orderListWords);
  const keys: [keys: string[], what: string][] = [
    [["/"], words.toSearch],
    [["↓", "↑"], words.move],
    [["j", "k"], words.fromAnywhere],
    [["Enter"], words.openOrder],
    [["Esc"], words.emptySearch],
  ];
  return (
    <details className="relative max-wide:hidden">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-card px-3 text-body font-medium text-soft hover:bg-sunken [&::-webkit-details-marker]:hidden">
        <Keyboard aria-hidden size={20} /> {words.keys}
      </summary>
      <div className="absolute right-0 z-10 mt-1 flex w-72 flex-col gap-3 rounded-card border border-line bg-card p-4 shadow-lg">
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-2 text-body">
          {keys.map(([names, what]) => (
            <div key={what} className="contents">
              <dt className="flex gap-1">
                {names.map((name) => (
                  <kbd
                    key={name}
                    className="rounded-small border border-edge bg-sunken px-2 text-label font-semibold"
                  >
                    {name}
                  </kbd>
                ))}
              </dt>
              <dd className="text-soft">{what}</dd>
            </div>
          ))}
        </dl>
        <label className="flex min-h-11 items-center gap-2 text-body">
          <input
            type="checkbox"
            checked={isOn}
            onChange={(event) => onChange(event.currentTarget.checked)}
            className="size-5 accent-accent"
          />
          {words.letters}
        </label>
      </div>
    </details>
  );
}
