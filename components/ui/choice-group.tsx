"use client";

import { useId } from "react";

export type ChoiceGroupProps = {
  legend: string;
  options: readonly string[];
  value: string | null;
  onChange: (value: string) => void;
  error?: string | null;
};

/** A few short choices as chips; radio buttons to a keyboard and a screen reader. */
export function ChoiceGroup({ legend, options, value, onChange, error }: ChoiceGroupProps) {
  const name = useId();
  return (
    <fieldset data-fault={error ? "" : undefined} aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="pb-2 text-label font-medium text-soft">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option}
            className="flex min-h-12 cursor-pointer items-center rounded-full border border-edge px-4 text-body font-medium select-none hover:bg-sunken has-checked:border-accent has-checked:bg-accent-wash has-checked:text-accent has-focus-visible:outline-3 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => onChange(option)}
              className="sr-only"
            />
            {option}
          </label>
        ))}
      </div>
      <p
        id={`${name}-error`}
        aria-live="polite"
        className="text-label font-medium text-refused not-empty:pt-1"
      >
        {error}
      </p>
    </fieldset>
  );
}
