import { defineWords, type Locale, wordsIn } from "../language.ts";
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

/** The words of the till's first screen. */
export const newSaleWords = defineWords({
  en: {
    title: "New sale",
    amount: "Amount",
    mobile: "Shopper's mobile number",
    email: "Shopper's e-mail",
    emailExample: "name@example.com",
    useMobile: "Use mobile",
    useEmail: "Use e-mail",
    name: { offer: "name", label: "Name", remove: "Remove name" },
    receipt: { offer: "receipt number", label: "Receipt number", remove: "Remove receipt number" },
    /** The language of the shopper's message: its name, in a word, and what a touch does. */
    shopperReads: {
      en: { name: "English", change: "Shopper's message: English. Change to French" },
      fr: { name: "French", change: "Shopper's message: French. Change to English" },
    },
    clear: "Clear everything typed",
    keypadForAmount: "Keypad for the amount",
    keypadForNumber: "Keypad for the number",
    backspace: "Delete last digit",
    asking: "Asking Sezzle to send the link…",
    sending: "Sending…",
    receiptFirst: "Change the receipt number first.",
    amountFirst: "Type the amount on the keypad first.",
    scanned: (receiptNumber: string) => `Scanned: receipt number ${receiptNumber}.`,
    enterAmount: "Enter an amount",
    changeAmount: "Change the amount",
    check: { sms: "Check the mobile number", email: "Check the e-mail" },
    next: { sms: "Next: mobile number", email: "Next: e-mail" },
    finish: { sms: "Finish the number", email: "Finish the e-mail" },
    send: (amount: string) => `Send link for ${amount}`,
    limits: (min: string, max: string) => `From ${min} to ${max}`,
    atMost: (max: string) => `This store sends at most ${max}.`,
    atLeast: (min: string) => `This store sends at least ${min}.`,
  },
  fr: {
    title: "Nouvelle vente",
    amount: "Montant",
    mobile: "Numéro mobile du client",
    email: "Courriel du client",
    emailExample: "nom@exemple.com",
    useMobile: "Par texto",
    useEmail: "Par courriel",
    name: { offer: "nom", label: "Nom", remove: "Retirer le nom" },
    receipt: { offer: "nº de reçu", label: "Nº de reçu", remove: "Retirer le numéro de reçu" },
    shopperReads: {
      en: { name: "Anglais", change: "Message au client : en anglais. Passer au français" },
      fr: { name: "Français", change: "Message au client : en français. Passer à l'anglais" },
    },
    clear: "Effacer tout ce qui est saisi",
    keypadForAmount: "Clavier pour le montant",
    keypadForNumber: "Clavier pour le numéro",
    backspace: "Effacer le dernier chiffre",
    asking: "Demande d'envoi du lien à Sezzle…",
    sending: "Envoi…",
    receiptFirst: "Corrigez d'abord le numéro de reçu.",
    amountFirst: "Entrez d'abord le montant au clavier.",
    scanned: (receiptNumber) => `Numérisé : numéro de reçu ${receiptNumber}.`,
    enterAmount: "Entrer un montant",
    changeAmount: "Corriger le montant",
    check: { sms: "Vérifier le numéro mobile", email: "Vérifier le courriel" },
    next: { sms: "Suite : numéro mobile", email: "Suite : courriel" },
    finish: { sms: "Compléter le numéro", email: "Compléter le courriel" },
    send: (amount) => `Envoyer le lien de ${amount}`,
    limits: (min, max) => `De ${min} à ${max}`,
    atMost: (max) => `Ce magasin envoie au plus ${max}.`,
    atLeast: (min) => `Ce magasin envoie au moins ${min}.`,
  },
});

/** The limits of a sale in one line: "From $35.00 to $2,500.00". */
export function limitsWords(
  facts: Pick<NewSaleFacts, "minCents" | "maxCents" | "currency" | "locale">,
): string {
  const money = (cents: number) => formatMoney(cents, facts.currency, facts.locale);
  return wordsIn(newSaleWords, facts.locale).limits(money(facts.minCents), money(facts.maxCents));
}

/** Why the amount cannot be sent; null when it can, or when there is none yet. */
export function amountProblemWords(facts: NewSaleFacts): string | null {
  const { amountCents, minCents, maxCents, currency, locale } = facts;
  const words = wordsIn(newSaleWords, locale);
  if (amountCents > maxCents) return words.atMost(formatMoney(maxCents, currency, locale));
  if (amountCents > 0 && amountCents < minCents)
    return words.atLeast(formatMoney(minCents, currency, locale));
  return null;
}

/** The next step, always the first thing that is missing. */
export function newSaleStep(facts: NewSaleFacts): NewSaleStep {
  const { amountCents, currency, locale, contactKind, contactState } = facts;
  const words = wordsIn(newSaleWords, locale);
  if (amountCents === 0) return { goal: "amount", ready: false, label: words.enterAmount };
  if (amountProblemWords(facts)) return { goal: "amount", ready: false, label: words.changeAmount };
  if (contactState === "wrong") return { goal: "contact", ready: false, label: words.check[contactKind] };
  if (contactState === "incomplete") return { goal: "contact", ready: true, label: words.next[contactKind] };
  return { goal: "send", ready: true, label: words.send(formatMoney(amountCents, currency, locale)) };
}

/** What a shopper's message is written in at a Canadian store, after a touch on the one it is written in now. */
export function otherShopperLocale(now: string): Locale {
  return now.startsWith("fr") ? "en-CA" : "fr-CA";
}
