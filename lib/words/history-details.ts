import { defineWords } from "../language.ts";
import type { ConfirmedBy, HistoryData, HistoryKind, HistoryLineView } from "../sale-view.ts";
import { keptMessage, keptReason } from "./kept-words.ts";

export type HistorySentence = { title: string; detail?: string };

/** What a sentence about a line of the history is made of. */
export type HistoryFacts = {
  line: HistoryLineView;
  data: HistoryData;
  /** Who did it; the till itself where nobody pressed anything. */
  who: string;
  /** The line's own amount, as it is written for the reader; null where it has none. */
  amount: string | null;
  /** An amount in the line's currency; null where the line names no currency. */
  money: (cents: number) => string | null;
  locale: string;
};

/** How lines of some kinds are told in one language. */
export type HistorySentences<Kind extends HistoryKind> = Record<Kind, (it: HistoryFacts) => HistorySentence>;

/** A sentence with what there is to say beside it, if anything. */
export function withDetail(title: string, detail: string | undefined): HistorySentence {
  return detail ? { title, detail } : { title };
}

/** Several details in a line; undefined when there is none. */
export function joined(...parts: (string | false | null | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(" · ") || undefined;
}

/** Of somebody, in French: "de Morgan", "d'Olive". */
export function ofInFrench(name: string): string {
  return /^[aeiouyàâéèêëîïôœù]/i.test(name) ? `d'${name}` : `de ${name}`;
}

type DetailWords = {
  confirmed: Record<ConfirmedBy, string>;
  byReply: string;
  byOrder: string;
  inDashboard: string;
  throughGateway: string;
  source: (source: string) => string;
  byText: string;
  byEmail: string;
  reason: (reason: string) => string;
};

/** What stands beside the sentences of the history. */
const detailWords = defineWords<DetailWords>({
  en: {
    confirmed: {
      webhook: "webhook, then asked",
      poll: "regular check",
      operation: "asked after the request",
      person: "asked on request",
      start: "asked when the till started",
    },
    byReply: "Sezzle's answer",
    byOrder: "Sezzle's order shows it",
    inDashboard: "in Sezzle's dashboard",
    throughGateway: "through Sezzle's gateway",
    source: (source) => `source: ${source}`,
    byText: " by text",
    byEmail: " by e-mail",
    reason: (reason) => `reason: ${reason}`,
  },
  fr: {
    confirmed: {
      webhook: "webhook, puis demandé à Sezzle",
      poll: "vérification régulière",
      operation: "demandé à Sezzle après la requête",
      person: "demandé à Sezzle par une personne",
      start: "demandé à Sezzle au démarrage de la caisse",
    },
    byReply: "réponse de Sezzle",
    byOrder: "la commande Sezzle le montre",
    inDashboard: "dans le tableau de bord de Sezzle",
    throughGateway: "par la passerelle de Sezzle",
    source: (source) => `source : ${source}`,
    byText: " par texto",
    byEmail: " par courriel",
    reason: (reason) => `motif : ${reason}`,
  },
});

/** The details that lines of several kinds have in common, in one language. */
export function detailsIn(language: "en" | "fr") {
  const words = detailWords[language];
  return {
    /** How Sezzle confirmed what a line tells. */
    confirmed: ({ confirmedBy }: HistoryData) => confirmedBy && words.confirmed[confirmedBy],
    /** How an operation's end became known. */
    settled: ({ settledBy }: HistoryData) =>
      settledBy === "reply" ? words.byReply : settledBy === "order" ? words.byOrder : undefined,
    /** Where a movement was made that is not of this till. */
    source: ({ source }: HistoryData) => {
      if (source === "dashboard") return words.inDashboard;
      if (source === "gateway") return words.throughGateway;
      return source ? words.source(source) : undefined;
    },
    /** How a link went out. */
    channel: ({ channel }: HistoryData) =>
      channel === "sms" ? words.byText : channel === "email" ? words.byEmail : "",
    /** The reason a person gave, or the till itself. */
    reason: ({ reason }: HistoryData) => (reason ? words.reason(keptReason(reason, language)) : undefined),
    /** Sezzle's words about a refusal, with what its support asks for. */
    refusal: (data: HistoryData) =>
      joined(keptMessage(data, language), data.debugUuid && `debug ${data.debugUuid}`),
  };
}
