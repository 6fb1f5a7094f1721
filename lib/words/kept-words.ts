import { defineWords, languageOf, wordsIn } from "../language.ts";
import type { HistoryData } from "../sale-view.ts";

/** The reasons the till itself writes down, beside those that people give. */
export type OwnReason = "at_once" | "although_doubtful";

const reasons = defineWords<Record<OwnReason, string>>({
  en: {
    at_once: "captured at once, as the store is set",
    although_doubtful: "although the link before may still be paid",
  },
  fr: {
    at_once: "encaissé aussitôt, selon le réglage du magasin",
    although_doubtful: "même si le lien précédent peut encore être payé",
  },
});

/** A reason of the till's own as it is kept: a record, and so in English. */
export function ownReason(reason: OwnReason): string {
  return reasons.en[reason];
}

const reasonsInEnglish = new Map(
  Object.entries(reasons.en).map(([reason, text]) => [text, reason as OwnReason]),
);

/** A reason that was kept, as its reader reads it: the till's own in their language, a person's as it was typed. */
export function keptReason(kept: string, locale: string): string {
  const own = reasonsInEnglish.get(kept);
  return own ? wordsIn(reasons, locale)[own] : kept;
}

/** What a line of the history was written with: the till's own words in the reader's language, where they were kept in it. */
export function keptMessage({ message, messageFr }: HistoryData, locale: string): string | undefined {
  return languageOf(locale) === "fr" ? (messageFr ?? message) : message;
}
