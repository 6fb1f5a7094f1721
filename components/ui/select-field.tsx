"use client";

import { type ReactNode, useId } from "react";

export type SelectFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string | null;
  disabled?: boolean;
  className?: string;
  children: ReactNode;
};

/** A labelled choice of one out of many, as the device itself shows such lists. */
export function SelectField({
  label,
  value,
  onChange,
  hint,
  error,
  disabled,
  className,
  children,
}: SelectFieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={className}>
      <label htmlFor={id} className="block text-label font-medium text-soft">
        {label}
      </label>
      <select
        id={id}
        value={value}
        disabled={disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="mt-1 min-h-14 w-full rounded-card border border-edge bg-card px-4 text-body font-medium disabled:bg-sunken disabled:text-soft"
      >
        {children}
      </select>
      {note ? (
        <p
          id={`${id}-note`}
          className={`mt-1 text-label ${error ? "font-medium text-refused" : "text-faint"}`}
        >
          {note}
        </p>
      ) : null}
    </div>
  );
}
