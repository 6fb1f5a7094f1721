"use client";

import { Lock } from "lucide-react";
import { useEffect, useId, useRef } from "react";
import { createPortal } from "react-dom";
import { TabletSignIn, type TabletSignInProps } from "#components/tablet/tablet-sign-in.tsx";
import { LocaleProvider, useWords } from "#components/ui/language.tsx";
import type { Locale } from "#lib/language.ts";
import { tabletSignInWords } from "#lib/words/tablet-words.ts";

export type LockScreenProps = TabletSignInProps & {
  storeName: string;
  registerName: string;
  /** What is read while nobody is signed in. */
  locale: Locale;
};

/** Lies over a paired tablet that is locked. What is under it stays as it was, unseen and out of reach. */
export function LockScreen({ locale, ...props }: LockScreenProps) {
  // On the server there is nothing to lie over yet.
  if (typeof document === "undefined") return null;
  return createPortal(
    <LocaleProvider locale={locale}>
      <LockDialog {...props} locale={locale} />
    </LocaleProvider>,
    document.body,
  );
}

/** What a question that is open under the lock would take for a touch beside it, and close. */
const kept = ["pointerdown", "focusin", "keydown"] as const;

function LockDialog({ storeName, registerName, locale, ...signIn }: LockScreenProps) {
  const words = useWords(tabletSignInWords);
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const before = document.activeElement;
    const ended = new AbortController();
    const stop = (event: Event) => event.stopPropagation();
    for (const name of kept) element.addEventListener(name, stop, { signal: ended.signal });
    // In the top layer everything else is inert, whatever lies open there.
    element.showModal();
    return () => {
      ended.abort();
      element.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      lang={locale}
      aria-labelledby={titleId}
      onCancel={(event) => event.preventDefault()}
      className="pointer-events-auto fixed inset-0 m-0 size-full max-h-none max-w-none overflow-y-auto bg-paper text-ink"
    >
      <div className="grid min-h-full grid-cols-1 place-items-center p-4">
        <div className="w-full max-w-112 rounded-pad border border-line bg-card p-6 sm:p-8">
          <p className="flex items-center gap-2 text-label font-semibold text-soft">
            <Lock aria-hidden size={16} /> {words.locked} · {words.place(storeName, registerName)}
          </p>
          <h1 id={titleId} className="mt-1 text-title font-semibold">
            {words.title}
          </h1>
          <p className="mt-1 text-label text-soft">{words.kept}</p>
          <div className="mt-6">
            <TabletSignIn {...signIn} />
          </div>
        </div>
      </div>
    </dialog>
  );
}
