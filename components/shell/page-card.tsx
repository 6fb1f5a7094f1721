"use client";

import type { ReactNode } from "react";
import { useWords } from "#components/ui/language.tsx";
import { messageWords } from "#lib/words/message-words.ts";

/** A page with one card in its middle: signing in, picking a register, a message. */
export function PageCard({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const words = useWords(messageWords);
  return (
    <main className="grid min-h-dvh grid-cols-1 place-items-center bg-paper p-4">
      <div className="w-full max-w-112">
        <p className="mb-6 flex items-center justify-center gap-3 text-title font-semibold">
          <TillMark /> Till for Sezzle
        </p>
        <div className="rounded-pad border border-line bg-card p-6 sm:p-8">
          <h1 className="text-title font-semibold">{title}</h1>
          {lead ? <p className="mt-1 text-body text-soft">{lead}</p> : null}
          <div className="mt-6">{children}</div>
        </div>
        <p className="mt-6 text-center text-label text-faint">{words.unofficial}</p>
      </div>
    </main>
  );
}

/** The product's own mark: a receipt with a tick. */
function TillMark() {
  return (
    <svg aria-hidden="true" width="32" height="32" viewBox="0 0 32 32" fill="none">
      <path d="M6 3h20v25l-3.33-2.5L19.33 28 16 25.5 12.67 28l-3.34-2.5L6 28V3Z" className="fill-accent" />
      <path
        d="m11 13.5 3.6 3.6L21.5 10"
        className="stroke-on-accent"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
