"use client";

import { Plus, X } from "lucide-react";
import { useState } from "react";

export type ExtraEntryProps = {
  /** What the closed one says, such as "name". */
  offer: string;
  label: string;
  /** What the button reads that takes it away again. */
  remove: string;
  text: string;
  onText: (text: string) => void;
  maxLength: number;
  readOnly: boolean;
  error?: string | null;
};

/** Something that may be added: a button that turns into an input of the same size, so that nothing moves. */
export function ExtraEntry({
  offer,
  label,
  remove,
  text,
  onText,
  maxLength,
  readOnly,
  error,
}: ExtraEntryProps) {
  const [isOpen, setOpen] = useState(text !== "");
  if (!isOpen && text === "") {
    return (
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="flex h-14 min-w-0 flex-1 items-center justify-center gap-1.5 rounded-card border border-line px-2 text-label leading-4 font-medium text-soft hover:bg-sunken sm:text-body sm:leading-5"
      >
        <Plus aria-hidden size={18} className="shrink-0 max-sm:hidden" />
        {offer}
      </button>
    );
  }
  return (
    <div
      className={`relative h-14 min-w-0 flex-1 rounded-card border bg-card focus-within:ring-1 ${error ? "border-refused ring-1 ring-refused" : "border-edge focus-within:border-accent focus-within:ring-accent"}`}
    >
      <label className="block h-full">
        <span className="pointer-events-none absolute top-1 right-9 left-3 truncate sm:right-11 text-label text-faint">
          {label}
        </span>
        <input
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
          maxLength={maxLength}
          readOnly={readOnly}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          data-1p-ignore
          aria-invalid={error ? true : undefined}
          aria-description={error ?? undefined}
          // biome-ignore lint/a11y/noAutofocus: it was just asked for
          autoFocus={text === ""}
          className="h-full w-full rounded-card bg-transparent pt-5 pr-9 pl-3 sm:pr-11 text-body font-medium outline-none"
        />
      </label>
      <button
        type="button"
        aria-label={remove}
        onClick={() => {
          onText("");
          setOpen(false);
        }}
        className="absolute inset-y-0 right-0 grid w-11 place-items-center rounded-card text-soft hover:bg-sunken"
      >
        <X aria-hidden size={18} />
      </button>
    </div>
  );
}
