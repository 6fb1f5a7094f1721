import { defineWords, wordsIn } from "../language.ts";

/** Why an event could not be worked off. */
export type EventTrouble =
  | "unknown_order"
  | "unreadable"
  | "unreachable"
  | "too_many"
  | "not_kept"
  | "own_failure";

const words = defineWords<Record<EventTrouble, string>>({
  en: {
    unknown_order: "Sezzle says that it does not know this order.",
    unreadable: "Sezzle's answer about this order cannot be understood.",
    unreachable: "Sezzle could not be asked for this order.",
    too_many: "Sezzle wants to be asked less often. The till waits.",
    not_kept: "The till itself failed on Sezzle's answer about this order. Its log says how.",
    own_failure: "The till itself failed on this event. Its log says how.",
  },
  fr: {
    unknown_order: "Sezzle dit ne pas connaître cette commande.",
    unreadable: "La réponse de Sezzle sur cette commande est incompréhensible.",
    unreachable: "Impossible de joindre Sezzle au sujet de cette commande.",
    too_many: "Sezzle veut être interrogé moins souvent. La caisse attend.",
    not_kept: "La caisse elle-même a échoué sur la réponse de Sezzle. Son journal dit pourquoi.",
    own_failure: "La caisse elle-même a échoué sur cet événement. Son journal dit pourquoi.",
  },
});

/** The same in a sentence that is kept with the event: nothing of its payload is in it. A record, and so in English. */
export function eventTroubleWords(trouble: EventTrouble): string {
  return words.en[trouble];
}

const inEnglish = new Map(Object.entries(words.en).map(([trouble, text]) => [text, trouble as EventTrouble]));

/** A sentence that was kept with an event, as its reader reads it; one of other days stays as it was written. */
export function keptTroubleWords(kept: string, locale: string): string {
  const trouble = inEnglish.get(kept);
  return trouble ? wordsIn(words, locale)[trouble] : kept;
}
