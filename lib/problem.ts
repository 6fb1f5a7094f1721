import { type Language, languageOf } from "./language.ts";
import { type Currency, formatMoney } from "./money.ts";

/** What is told of a failure in three short lines. */
export type ProblemSentences = {
  /** What happened. */
  happened: string;
  /** What it means for the money. */
  money: string;
  /** What to do now. */
  next: string;
};

/** An expected failure, told to a person: in English, and in French. Never carries anything that must stay on the server. */
export type Problem = ProblemSentences & {
  /** A stable word for programs, such as `stale` or `amount_too_small`. */
  code: string;
  fr: ProblemSentences;
  /** The form field at fault, when one is. */
  field?: string;
  /** Sezzle's own words, folded away on screens; `debugUuid` is what Sezzle's support asks for. */
  technical?: { code: string; message: string; debugUuid: string | null };
};

/** A problem as it was kept with an operation: an earlier version kept it in English alone. */
export type KeptProblem = Omit<Problem, "fr"> & Partial<Pick<Problem, "fr">>;

/** The outcome of something that may be refused for an expected reason. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

/** What an action answers when the till itself failed. */
const ownFailures: readonly string[] = ["unexpected", "no_database"];

/**
 * Whether it is not known what became of what was asked for: it may have been written down before the till failed. The same wish sent
 * again finds it; a new one would be a second.
 */
export function isInDoubt({ code }: Pick<Problem, "code">): boolean {
  return ownFailures.includes(code);
}

/** A problem in the language of a locale. */
export function sentencesOf(problem: KeptProblem, locale: string): ProblemSentences {
  return languageOf(locale) === "fr" ? (problem.fr ?? problem) : problem;
}

/**
 * An amount for the sentences of a problem, whose reader is not known where they are written: in English as the currency's own
 * country writes it.
 */
export function amountInBoth(amountCents: number, currency: Currency): Record<Language, string> {
  return {
    en: formatMoney(amountCents, currency, currency === "CAD" ? "en-CA" : "en-US"),
    fr: formatMoney(amountCents, currency, "fr-CA"),
  };
}

/** Wraps a value as a success. */
export function success<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

/** Wraps a problem as a refusal. */
export function refusal(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem };
}
