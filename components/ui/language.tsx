"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type Locale, type Words, wordsIn } from "#lib/language.ts";

const LocaleContext = createContext<Locale>("en-US");

/** Tells everything inside what it is read in. */
export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}

/** What this screen is read in: words, and how amounts, dates and numbers are written. */
export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** Some words in the language this screen is read in. */
export function useWords<Shape>(words: Words<Shape>): Shape {
  return wordsIn(words, useLocale());
}
