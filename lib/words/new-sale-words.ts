import { type Currency, formatMoney } from "../money.ts";

/** What the form for a new sale holds, as far as its next step depends on it. */
export type NewSaleFacts = {
  amountCents: number;
  minCents: number;
  maxCents: number;
  currency: Currency;
  locale: string;
  contactKind: "sms" | "email";
  contactState: "incomplete" | "wrong" | "ready";
};

/** The next step of a new sale: what the one button says, where it leads, and whether it can already be taken. */
export type NewSaleStep = { goal: "amount" | "contact" | "send"; ready: boolean; label: string };

/** The limits of a sale in one line: "From $35.00 to $2,500.00". */
export function limitsWords(
  facts: Pick<NewSaleFacts, "minCents" | "maxCents" | "currency" | "locale">,
): string {
  const money = (cents: number) => formatMoney(cents, facts.currency, facts.locale);
  return `From ${money(facts.minCents)} to ${money(facts.maxCents)}`;
}

/** Why the amount cannot be sent; null when it can, or when there is none yet. */
export function amountProblemWords(facts: NewSaleFacts): string | null {
  const { amountCents, minCents, maxCents, currency, locale } = facts;
  if (amountCents > maxCents) return `This store sends at most ${formatMoney(maxCents, currency, locale)}.`;
  if (amountCents > 0 && amountCents < minCents)
    return `This store sends at least ${formatMoney(minCents, currency, locale)}.`;
  return null;
}

/** The next step, always the first thing that is missing. */
export function newSaleStep(facts: NewSaleFacts): NewSaleStep {
  const { amountCents, currency, locale, contactKind, contactState } = facts;
  const noun = contactKind === "sms" ? "mobile number" : "e-mail";
  if (amountCents === 0) return { goal: "amount", ready: false, label: "Enter an amount" };
  if (amountProblemWords(facts)) return { goal: "amount", ready: false, label: "Change the amount" };
  if (contactState === "wrong") return { goal: "contact", ready: false, label: `Check the ${noun}` };
  if (contactState === "incomplete") return { goal: "contact", ready: true, label: `Next: ${noun}` };
  return {
    goal: "send",
    ready: true,
    label: `Send link for ${formatMoney(amountCents, currency, locale)}`,
  };
}

/** What the button says of a step that is asked for while its field is already being filled in. */
export function stillMissingWords(contactKind: "sms" | "email"): string {
  return contactKind === "sms" ? "Finish the number" : "Finish the e-mail";
}
