import type { Db } from "#db/engine.ts";
import { listOperationsOfSales } from "#db/queries/operations.ts";
import type { Sale } from "#db/queries/sales.ts";
import { defineWords, type Language } from "#lib/language.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import { amountInBoth, type Problem } from "#lib/problem.ts";
import { operationOutcome, theOperation } from "#lib/words/operation-words.ts";
import { statusWords } from "#lib/words/status-words.ts";
import { stale } from "./prepare-problems.ts";

const words = defineWords({
  en: {
    reads: (label: string) => `It reads “${label}” now.`,
    asked: (person: string, operation: string, outcome: string) =>
      `${person} asked for ${operation}: ${outcome}.`,
  },
  fr: {
    reads: (label: string) => `Elle indique maintenant « ${label} ».`,
    asked: (person: string, operation: string, outcome: string) =>
      `${person} a demandé ${operation} : ${outcome}.`,
  },
});

/** Tells somebody who saw an older version of a sale what has changed since: who asked for what, and what it reads now. */
export async function staleProblem(
  db: Db,
  sale: Sale,
  status: SaleStatus,
  seenVersion: number,
): Promise<Problem> {
  const rows = await listOperationsOfSales(db, [sale.id]);
  // An operation raises the version its person saw: what saw that version or a later one came after.
  const since = rows.findLast(
    ({ operation: it }) => it.kind !== "set_reference" && it.seenVersion >= seenVersion,
  );
  const changed = (language: Language): string => {
    const { reads, asked } = words[language];
    const now = reads(statusWords(status, language).label);
    if (!since) return now;
    const { kind, amountCents } = since.operation;
    const amount =
      kind === "open_checkout" || amountCents === null ? null : amountInBoth(amountCents, sale.currency);
    const what = theOperation(kind, amount?.[language] ?? null, language);
    return `${asked(since.person, what, operationOutcome(since.operation, language).label)} ${now}`;
  };
  return {
    ...stale,
    happened: `${stale.happened} ${changed("en")}`,
    fr: { ...stale.fr, happened: `${stale.fr.happened} ${changed("fr")}` },
  };
}
