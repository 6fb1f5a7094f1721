"use client";

import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from "react";

export type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id"> & {
  label: string;
  hint?: string;
  error?: string | null;
  /** Stands inside the box, right of the text. */
  trailing?: ReactNode;
  /** Stands inside the box, left of the text. */
  leading?: ReactNode;
  /** Keeps a line for hint and error even when there is none, so that nothing below moves. */
  reserve?: boolean;
  /** Draws the box as the one the keypad writes to. */
  active?: boolean;
  ref?: Ref<HTMLInputElement>;
};

/** A labelled text input; its error stands where its hint stood and is announced. */
export function Field({
  label,
  hint,
  error,
  trailing,
  leading,
  reserve = false,
  active = false,
  className = "",
  ref,
  ...input
}: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  const noteId = `${id}-note`;
  const edge = error
    ? "border-refused ring-1 ring-refused"
    : active
      ? "border-accent ring-1 ring-accent"
      : "border-edge focus-within:border-accent focus-within:ring-1 focus-within:ring-accent";
  return (
    <div className={className}>
      <label htmlFor={id} className="block text-label font-medium text-soft">
        {label}
      </label>
      <div className={`mt-1 flex min-h-14 items-center rounded-card border bg-card ${edge}`}>
        {leading ? <span className="pl-4 text-title text-soft">{leading}</span> : null}
        <input
          {...input}
          ref={ref}
          id={id}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? noteId : undefined}
          className="min-h-14 w-full min-w-0 rounded-card bg-transparent px-4 text-title font-medium outline-none placeholder:font-normal placeholder:text-faint"
        />
        {trailing}
      </div>
      {note || reserve ? (
        <p
          id={noteId}
          aria-live="polite"
          className={`mt-1 min-h-5 text-label ${error ? "font-medium text-refused" : "text-faint"}`}
        >
          {note}
        </p>
      ) : null}
    </div>
  );
}
