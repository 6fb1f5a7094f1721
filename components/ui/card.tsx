import { type ReactNode, useId } from "react";

/** A part of a page with its name above it. */
export function Card({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex flex-col gap-4 rounded-card border border-line bg-card p-5 print:gap-1 print:rounded-none print:border-0 print:p-0"
    >
      <h2 id={id} className="text-label font-semibold text-faint">
        {title}
      </h2>
      {children}
    </section>
  );
}
