"use client";

import { LoaderCircle, Search, X } from "lucide-react";
import { type FormEvent, type RefObject, useId } from "react";
import { useWords } from "#components/ui/language.tsx";
import { orderListWords } from "#lib/words/order-list-words.ts";

export type SearchFieldProps = {
  inputRef: RefObject<HTMLInputElement | null>;
  text: string;
  isLoading: boolean;
  onType: (text: string) => void;
  onLeave: () => void;
  onSubmit: () => void;
  onClear: () => void;
};

/** One field that looks for everything an order can be found by. */
export function SearchField(props: SearchFieldProps) {
  const { inputRef, text, isLoading, onType, onLeave, onSubmit, onClear } = props;
  const words = useWords(orderListWords);
  const id = useId();

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }

  return (
    <search>
      <form onSubmit={submit}>
        <label htmlFor={id} className="sr-only">
          {words.find}
        </label>
        <div className="flex min-h-14 items-center rounded-card border border-edge bg-card focus-within:border-accent focus-within:ring-1 focus-within:ring-accent">
          <span aria-hidden className="pl-4 text-soft">
            {isLoading ? <LoaderCircle size={20} className="animate-turn" /> : <Search size={20} />}
          </span>
          <input
            ref={inputRef}
            id={id}
            type="search"
            value={text}
            maxLength={100}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
            placeholder={words.hint}
            onChange={(event) => onType(event.currentTarget.value)}
            onBlur={onLeave}
            className="min-h-14 w-full min-w-0 rounded-card bg-transparent px-3 text-body font-medium outline-none placeholder:font-normal placeholder:text-faint [&::-webkit-search-cancel-button]:hidden"
          />
          {text ? (
            <button
              type="button"
              aria-label={words.clearSearch}
              onClick={onClear}
              className="mr-1 grid size-11 shrink-0 place-items-center rounded-full text-soft hover:bg-sunken"
            >
              <X aria-hidden size={18} />
            </button>
          ) : null}
        </div>
      </form>
    </search>
  );
}
