"use client";

import { MessageCircle } from "lucide-react";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { languageOf, wordsIn } from "#lib/language.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import { saleScreenWords } from "#lib/words/sale-screen-words.ts";
import { statusWords } from "#lib/words/status-words.ts";

/**
 * What to say to the shopper, in so many words and in the shopper's language, and what to do next. A reader of another language is
 * told beside it what it means.
 */
export function SayCard({ status, shopperLocale }: { status: SaleStatus; shopperLocale: string }) {
  const locale = useLocale();
  const words = useWords(saleScreenWords);
  const { say: meaning, next } = statusWords(status, locale);
  const isOther = languageOf(shopperLocale) !== languageOf(locale);
  const { say } = statusWords(status, shopperLocale);
  return (
    <div className="rounded-card border border-line bg-card p-5">
      <p className="flex items-start gap-3 text-body font-medium">
        <MessageCircle aria-hidden size={20} className="mt-0.5 shrink-0 text-faint" />
        <span>
          <span className="text-soft">{words.say} </span>
          <Quote text={say} locale={shopperLocale} />
        </span>
      </p>
      {isOther ? (
        <p className="mt-1 ml-8 text-label text-soft">
          <Quote text={meaning} locale={locale} />
        </p>
      ) : null}
      <p className="mt-2 ml-8 text-body text-soft">{next}</p>
    </div>
  );
}

function Quote({ text, locale }: { text: string; locale: string }) {
  return <span lang={locale}>{wordsIn(saleScreenWords, locale).quoted(text)}</span>;
}
