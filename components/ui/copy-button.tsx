"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useWords } from "#components/ui/language.tsx";
import { controlWords } from "#lib/words/control-words.ts";

/** Copies a text and says so; says so too when the browser does not allow it. `name` tells several on one page apart. */
export function CopyButton({ text, label, name }: { text: string; label: string; name?: string }) {
  const [outcome, setOutcome] = useState<"copied" | "refused" | null>(null);

  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(null), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      // Not a secure page, or the browser forbids it: the text stands beside the button and can be selected.
      setOutcome("refused");
    }
  }

  const { copied, copyByHand } = useWords(controlWords);
  const words = { copied, refused: copyByHand };
  return (
    <button
      type="button"
      onClick={copy}
      className="inline-flex min-h-11 items-center gap-2 rounded-small px-3 text-label font-semibold text-soft hover:bg-sunken"
    >
      {outcome === "copied" ? <Check aria-hidden size={16} /> : <Copy aria-hidden size={16} />}
      <span aria-live="polite">
        {outcome ? words[outcome] : label}
        {name ? <span className="sr-only"> {name}</span> : null}
      </span>
    </button>
  );
}
