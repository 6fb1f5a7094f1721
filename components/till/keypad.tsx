"use client";

import { Delete } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "#components/ui/language.tsx";
import { newSaleWords } from "#lib/words/new-sale-words.ts";

export type KeypadKey = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "00" | "backspace";

const keys: KeypadKey[] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "00", "0", "backspace"];

export type KeypadProps = { onKey: (key: KeypadKey) => void; label: string; disabled?: boolean };

/**
 * The large keypad. It writes to whichever field is active and never takes the focus from it. Not in the tab order:
 * a keyboard types into the fields themselves.
 */
export function Keypad({ onKey, label, disabled = false }: KeypadProps) {
  const { backspace } = useWords(newSaleWords);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and its own layout
    <div role="group" aria-label={label} className="grid h-full auto-rows-fr grid-cols-3 gap-2">
      {keys.map((key) => (
        <button
          key={key}
          type="button"
          tabIndex={-1}
          aria-label={key === "backspace" ? backspace : undefined}
          aria-disabled={disabled || undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            if (!disabled) onKey(key);
          }}
          className="grid min-h-14 tabular-nums place-items-center rounded-pad border border-line bg-card text-figure font-medium select-none transition-colors hover:bg-sunken active:bg-pressed"
        >
          {face(key)}
        </button>
      ))}
    </div>
  );
}

function face(key: KeypadKey): ReactNode {
  return key === "backspace" ? <Delete aria-hidden size={28} strokeWidth={1.8} /> : key;
}
