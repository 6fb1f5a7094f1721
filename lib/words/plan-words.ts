import { defineWords, wordsIn } from "../language.ts";

type PlanWords = {
  rhythms: Partial<Record<string, string>>;
  plan: (payments: string, rhythm: string) => string;
  unknown: (financingOption: string) => string;
};

const words = defineWords<PlanWords>({
  en: {
    rhythms: { weekly: "every week", biweekly: "every 2 weeks", monthly: "every month" },
    plan: (payments, rhythm) => `${payments} payments, ${rhythm}`,
    unknown: (financingOption) => `plan ${financingOption}`,
  },
  fr: {
    rhythms: { weekly: "chaque semaine", biweekly: "toutes les 2 semaines", monthly: "chaque mois" },
    plan: (payments, rhythm) => `${payments} versements, ${rhythm}`,
    unknown: (financingOption) => `plan ${financingOption}`,
  },
});

/**
 * The shopper's plan in words, from Sezzle's `financing_option`: "4 payments, every 2 weeks". Sezzle documents three
 * codes and says that others may come: an unknown one is shown as it is.
 */
export function planWords(financingOption: string, locale: string): string {
  const { rhythms, plan, unknown } = wordsIn(words, locale);
  const match = /^(\d+)-pay-([a-z]+)$/.exec(financingOption);
  const rhythm = match?.[2] ? rhythms[match[2]] : undefined;
  return match?.[1] && rhythm ? plan(match[1], rhythm) : unknown(financingOption);
}
