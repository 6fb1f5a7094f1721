import { defineWords, wordsIn } from "../language.ts";
import { formatMoney } from "../money.ts";
import type { OperationKind } from "../operation.ts";
import type { Figures } from "../today.ts";
import type { Matter } from "../today-matters.ts";
import { dueWords, timeToAnswer } from "./dispute-words.ts";
import { operationNoun } from "./operation-words.ts";
import type { Tone } from "./status-words.ts";
import { type Place, timeOrDay } from "./time-words.ts";

const words = defineWords({
  en: {
    since: (time: string) => `since ${time}`,
    secondApproval: (amount: string) => `${amount} is approved on a second order`,
    releaseOne: "the shopper has approved this sale twice: release one",
    unconfirmed: (kind: OperationKind, amount: string | null) =>
      `${capital(operationNoun(kind, amount, "en"))} not confirmed`,
    unsureLink: (amount: string) => `Not sure the link for ${amount} was sent`,
    asksRefund: (person: string, amount: string) => `${person} asks for a refund of ${amount}`,
    messages: (count: number) =>
      `${count === 1 ? "1 message" : `${count} messages`} from Sezzle could not be worked off`,
    goesOn: "the till goes on trying, and asks Sezzle by itself meanwhile",
    dispute: (amount: string | null) => (amount ? `Dispute over ${amount}` : "Dispute"),
    answerBy: (what: string, due: string) => `${what}: answer by ${due}`,
    answer: (what: string) => `${what}: answer it`,
    noDeadline: "Sezzle named no deadline",
    open: "Open the order",
    decide: "Decide",
    whatToDo: "What to do",
    seeThem: "See them",
  },
  fr: {
    since: (time: string) => `depuis ${time}`,
    secondApproval: (amount: string) => `${amount} approuvés sur une deuxième commande`,
    releaseOne: "le client a approuvé cette vente deux fois : libérez-en une",
    unconfirmed: (kind: OperationKind, amount: string | null) =>
      `Sans confirmation : ${operationNoun(kind, amount, "fr")}`,
    unsureLink: (amount: string) => `Envoi incertain du lien de ${amount}`,
    asksRefund: (person: string, amount: string) => `${person} demande un remboursement de ${amount}`,
    messages: (count: number) =>
      count === 1
        ? "1 message de Sezzle n'a pas pu être traité"
        : `${count} messages de Sezzle n'ont pas pu être traités`,
    goesOn: "la caisse continue d'essayer, et interroge Sezzle d'elle-même entre-temps",
    dispute: (amount: string | null) => (amount ? `Litige de ${amount}` : "Litige"),
    answerBy: (what: string, due: string) => `${what} : répondre d'ici le ${due}`,
    answer: (what: string) => `${what} : à répondre`,
    noDeadline: "Sezzle n'a indiqué aucune échéance",
    open: "Ouvrir la commande",
    decide: "Décider",
    whatToDo: "Que faire",
    seeThem: "Les voir",
  },
});

/** What stands around the list of what needs somebody. */
export const matterListWords = defineWords({
  en: {
    title: "Needs somebody now",
    nothing: "Nothing needs you now.",
    seeWaiting: "See what waits",
    notConfirmed: "what is not confirmed",
    runsOut: (amount: string) => ({ before: `The approval of ${amount} runs out: `, after: " left" }),
    open: "Open the order",
  },
  fr: {
    title: "À régler maintenant",
    nothing: "Rien ne vous attend.",
    seeWaiting: "Voir ce qui attend",
    notConfirmed: "ce qui n'est pas confirmé",
    runsOut: (amount: string) => ({ before: `L'approbation de ${amount} expire : reste `, after: "" }),
    open: "Ouvrir la commande",
  },
});

export type MatterWords = { tone: Tone; title: string; detail: string; button: string };

/** What needs somebody, in words: what it is, what to know, and what its button says. */
export function matterWords(matter: Matter, now: Date, place: Place): MatterWords {
  const { locale } = place;
  const say = wordsIn(words, locale);
  const since = (at: string) => say.since(timeOrDay(new Date(at), now, place));
  const line = (tone: Tone, title: string, detail: string, button = say.open) => ({
    ...{ tone, title, button },
    detail: "number" in matter ? `${matter.number} · ${detail}` : detail,
  });
  const amount = "cents" in matter ? amountOf(matter, locale) : null;
  switch (matter.kind) {
    case "second_approval":
      return line("attention", say.secondApproval(amount ?? ""), say.releaseOne);
    case "unconfirmed":
      return line("unconfirmed", say.unconfirmed(matter.operation, amount), since(matter.at));
    case "unsure_link":
      return line("unconfirmed", say.unsureLink(amount ?? ""), since(matter.at));
    case "refund_asked":
      return line("attention", say.asksRefund(matter.person, amount ?? ""), since(matter.at), say.decide);
    case "dispute": {
      const what = say.dispute(amount);
      const due = matter.dueAt ? new Date(matter.dueAt) : null;
      const title = due ? say.answerBy(what, dueWords(due, place)) : say.answer(what);
      const detail = due ? timeToAnswer(due, now, locale) : say.noDeadline;
      return line("attention", title, `${matter.name} · ${detail}`, say.whatToDo);
    }
    case "webhooks":
      return line(
        "attention",
        say.messages(matter.count),
        `${since(matter.since)} · ${say.goesOn}`,
        say.seeThem,
      );
  }
}

type WithAmount = { cents: number | null; currency: Figures["currency"] | null };

function amountOf({ cents, currency }: WithAmount, locale: string): string | null {
  return cents === null || !currency ? null : formatMoney(cents, currency, locale);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
