"use client";

import { Lock } from "lucide-react";
import { useId } from "react";
import { TabletSignIn, type TabletSignInProps } from "#components/tablet/tablet-sign-in.tsx";
import { LocaleProvider, useWords } from "#components/ui/language.tsx";
import { Modal } from "#components/ui/modal.tsx";
import type { Locale } from "#lib/language.ts";
import { tabletSignInWords, tabletWords } from "#lib/words/tablet-words.ts";

export type LockScreenProps = TabletSignInProps & {
  storeName: string;
  registerName: string;
  /** What is read while nobody is signed in. */
  locale: Locale;
};

/** Lies over a paired tablet that is locked. What is under it stays as it was, unseen and out of reach. */
export function LockScreen({ locale, ...props }: LockScreenProps) {
  return (
    <LocaleProvider locale={locale}>
      <LockDialog {...props} locale={locale} />
    </LocaleProvider>
  );
}

function LockDialog({ storeName, registerName, locale, ...signIn }: LockScreenProps) {
  const words = useWords(tabletSignInWords);
  const { locked } = useWords(tabletWords);
  const titleId = useId();
  return (
    <Modal lang={locale} aria-labelledby={titleId} onLeave={() => {}} locked className="bg-paper">
      <div className="grid min-h-full grid-cols-1 place-items-center p-4">
        <div className="w-full max-w-112 rounded-pad border border-line bg-card p-6 sm:p-8">
          <p className="flex items-center gap-2 text-label font-semibold text-soft">
            <Lock aria-hidden size={16} /> {locked} · {words.place(storeName, registerName)}
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
    </Modal>
  );
}
