import { defineWords, wordsIn } from "../language.ts";
import type { OperatorView, PollingView, RetriedEvents, SubscriptionView } from "../operator-view.ts";
import { operatorStateWords } from "./operator-state-words.ts";
import type { Tone } from "./status-words.ts";
import { type Place, timeOrDay } from "./time-words.ts";

/** A state in a word and a tone, and what it means in a sentence. */
export type StateWords = { tone: Tone; label: string; meaning: string };

/** An order that was due so long ago is late. */
const lateMs = 60_000;

/** Whether Sezzle answers. */
export function gatewayWords(downSince: string | null, now: Date, place: Place): StateWords {
  const { answers, noAnswer } = wordsIn(operatorStateWords, place.locale);
  if (!downSince) return { tone: "approved", ...answers };
  return { tone: "refused", ...noAnswer(timeOrDay(new Date(downSince), now, place)) };
}

/** Whether Sezzle announces what happens, and what the till does if not. */
export function subscriptionWords(subscription: SubscriptionView, locale: string): StateWords {
  const { url, appUrl, existsSince, failedAt } = subscription;
  const words = wordsIn(operatorStateWords, locale);
  if (!url) return { tone: "idle", ...words.notPossible(appUrl) };
  if (failedAt) return { tone: "attention", ...words.notKnown };
  if (!existsSince) return { tone: "waiting", ...words.beingChecked };
  return { tone: "approved", ...words.subscribed };
}

/** Whether orders are asked for in time. */
export function pollingWords({ quietUntil, oldestDueAt }: PollingView, now: Date, place: Place): StateWords {
  const words = wordsIn(operatorStateWords, place.locale);
  if (quietUntil && new Date(quietUntil) > now)
    return { tone: "attention", ...words.paused(timeOrDay(new Date(quietUntil), now, place, true)) };
  if (oldestDueAt && now.getTime() - new Date(oldestDueAt).getTime() > lateMs)
    return { tone: "attention", ...words.behind };
  return { tone: "approved", ...words.onTime };
}

/** How the inbox stands. */
export function inboxWords({ inbox }: Pick<OperatorView, "inbox">, locale: string): StateWords {
  const { waiting, failing } = inbox;
  const words = wordsIn(operatorStateWords, locale);
  if (waiting === 0) return { tone: "approved", ...words.empty };
  if (failing === 0) return { tone: "waiting", ...words.inWork(waiting) };
  return { tone: "attention", ...words.failed(failing) };
}

/** What became of events that were tried again. */
export function retriedWords({ tried, left }: RetriedEvents, locale: string): string {
  const words = wordsIn(operatorWords, locale);
  if (left === 0) return words.workedOff(tried);
  return left === tried ? words.allWait(tried) : words.someWait(tried, left);
}

/** How often something was tried. */
export function triesWords(failures: number, locale: string): string {
  return wordsIn(operatorWords, locale).times(failures);
}

/** The words of the operator's page. */
export const operatorWords = defineWords({
  en: {
    title: "Operator",
    lead: "What the till does by itself, and how it gets on.",
    workedOff: (tried: number) => (tried === 1 ? "Worked off." : `All ${tried} are worked off.`),
    allWait: (tried: number) =>
      tried === 1 ? "Tried again. It still waits." : `${tried} tried again. All still wait.`,
    someWait: (tried: number, left: number) =>
      `${tried} tried again. ${left} still ${left === 1 ? "waits" : "wait"}.`,
    times: (failures: number) => (failures === 0 ? "not yet" : failures === 1 ? "once" : `${failures} times`),
    failed: "Events that failed",
    tryAll: "Try all again now",
    tryAgain: "Try again now",
    tryNamed: (event: string, received: string) => `Try ${event}, received ${received}, again now`,
    nothingWaits: "Nothing waits.",
    oldestShown: (shown: number, total: number) => `The oldest ${shown} of ${total} are shown.`,
    event: "Event",
    order: "Order",
    received: "Received",
    tried: "Tried",
    nextTry: "Next try",
    now: "now",
    notOurs: "not an order of this till",
    noOrder: "names no order",
    notYet: "not yet",
    none: "none",
    nowhere: "nowhere",
    gateway: "Gateway",
    polling: "Asking for orders",
    open: "Can still change",
    daily: "Asked for daily",
    due: "Due now",
    longestDue: "Longest due",
    subscription: "Subscription to webhooks",
    deliveredTo: "Delivered to",
    seenSince: "Seen since",
    lastChecked: "Last checked",
    inbox: "Events from Sezzle",
    waiting: "Waiting",
    failedCount: "Failed",
    oldestReceived: "Oldest received",
  },
  fr: {
    title: "Exploitation",
    lead: "Ce que la caisse fait d'elle-même, et comment cela se passe.",
    workedOff: (tried: number) => (tried === 1 ? "Traité." : `Les ${tried} sont traités.`),
    allWait: (tried: number) =>
      tried === 1
        ? "Essayé de nouveau. Il attend encore."
        : `${tried} essayés de nouveau. Tous attendent encore.`,
    someWait: (tried: number, left: number) =>
      `${tried} essayés de nouveau. ${left} ${left === 1 ? "attend" : "attendent"} encore.`,
    times: (failures: number) => (failures === 0 ? "pas encore" : `${failures} fois`),
    failed: "Événements en échec",
    tryAll: "Tout réessayer",
    tryAgain: "Réessayer",
    tryNamed: (event: string, received: string) => `Réessayer ${event}, reçu ${received}`,
    nothingWaits: "Rien n'attend.",
    oldestShown: (shown: number, total: number) => `Les ${shown} plus anciens de ${total} sont montrés.`,
    event: "Événement",
    order: "Commande",
    received: "Reçu",
    tried: "Essayé",
    nextTry: "Prochain essai",
    now: "maintenant",
    notOurs: "pas une commande de cette caisse",
    noOrder: "ne nomme aucune commande",
    notYet: "pas encore",
    none: "rien",
    nowhere: "nulle part",
    gateway: "Passerelle",
    polling: "Interrogation des commandes",
    open: "Peuvent encore changer",
    daily: "Interrogées chaque jour",
    due: "Dues maintenant",
    longestDue: "Due depuis le plus longtemps",
    subscription: "Abonnement aux webhooks",
    deliveredTo: "Livrés à",
    seenSince: "Vu depuis",
    lastChecked: "Dernière vérification",
    inbox: "Événements de Sezzle",
    waiting: "En attente",
    failedCount: "En échec",
    oldestReceived: "Reçu en premier",
  },
});
