import { randomUUID } from "node:crypto";
import type { Db } from "#db/engine.ts";
import { type DayClose, insertDayClose } from "#db/queries/day-closes.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findPerson } from "#db/queries/people.ts";
import { findStore, type Store } from "#db/queries/stores.ts";
import { boundsOfDate } from "#lib/business-day.ts";
import { namesContact } from "#lib/contact.ts";
import type { ClosedDay, DayReport, ExplainedMatter } from "#lib/day-report.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { closedAlready } from "#lib/words/day-words.ts";
import { firstDate, runningDate } from "./dates.ts";
import { contactInWords, dayChanged, notBegun, unexplained, unknownDay } from "./day-problems.ts";
import { readDay } from "./read-day.ts";

/** Somebody's wish to sign a day off, as they saw it. */
export type DayClosing = {
  storeId: string;
  date: string;
  /** What they saw. */
  fingerprint: string;
  /** Why each open matter may stay open, by its key. */
  explanations: { key: string; words: string }[];
};

/** The shortest text that explains something. */
const shortestExplanation = 3;

/**
 * Signs a business day off, in the caller's transaction, which reads everything again: what came since the signer looked is told
 * and not swallowed. Before the day's end it ends at this moment, and the next one begins. Of two who sign at once one does.
 */
export async function closeDay(
  db: Db,
  personId: string,
  closing: DayClosing,
  now: Date,
): Promise<Result<DayClose>> {
  const store = await findStore(db, closing.storeId);
  if (!store) return refusal(unknownDay);
  if (closing.date > (await runningDate(db, store, now))) return refusal(notBegun);
  if (closing.date < (await firstDate(db, store))) return refusal(unknownDay);
  const day = await readDay(db, store, closing.date, now);
  if (day.close)
    return isSameSigning(day.close, personId, closing) ? success(day.close) : taken(db, store, day.close);
  const { report, bounds, fingerprint } = day;
  const begins = Math.max(
    bounds.from.getTime(),
    boundsOfDate(closing.date, store.timeZone, store.cutOffHour).from.getTime(),
  );
  if (now.getTime() <= begins) return refusal(notBegun);
  if (fingerprint !== closing.fingerprint) return refusal(dayChanged);
  const open = explained(report, closing.explanations);
  if (!open.ok) return open;
  const person = await findPerson(db, personId);
  const to = now < bounds.to ? now : bounds.to;
  const close: DayClose = {
    ...{ id: randomUUID(), storeId: store.id, date: closing.date, from: bounds.from, to },
    ...{ personId, closedAt: now },
    report: signed(report, open.value, { fingerprint, to, closedAt: now, closedBy: person?.name ?? "" }),
  };
  await insertDayClose(db, close);
  const { captured } = report.totals;
  await insertHistory(db, {
    at: now,
    kind: "day.closed",
    storeId: store.id,
    personId,
    data: {
      date: closing.date,
      store: store.name,
      amountCents: captured.amountCents,
      currency: store.currency,
    },
  });
  return success(close);
}

/** The same wish again, whose answer was lost. */
function isSameSigning(close: DayClose, personId: string, { fingerprint }: DayClosing): boolean {
  return close.personId === personId && close.report.fingerprint === fingerprint;
}

async function taken(db: Db, store: Store, close: DayClose): Promise<{ ok: false; problem: Problem }> {
  const person = await findPerson(db, close.personId);
  return refusal(closedAlready(person?.name ?? close.report.closedBy, close.closedAt, store.timeZone));
}

function explained({ open }: DayReport, explanations: DayClosing["explanations"]): Result<ExplainedMatter[]> {
  const words = new Map(explanations.map((it) => [it.key, it.words.replaceAll(/\s+/g, " ").trim()]));
  const matters = open.map((it) => ({ ...it, explanation: words.get(it.key) ?? "" }));
  const bare = matters.find((it) => it.explanation.length < shortestExplanation);
  if (bare) return refusal({ ...unexplained, field: bare.key });
  const telling = matters.find((it) => namesContact(it.explanation));
  return telling ? refusal({ ...contactInWords, field: telling.key }) : success(matters);
}

function signed(
  report: DayReport,
  open: ExplainedMatter[],
  {
    fingerprint,
    to,
    closedAt,
    closedBy,
  }: { fingerprint: string; to: Date; closedAt: Date; closedBy: string },
): ClosedDay {
  return {
    ...report,
    open,
    fingerprint,
    plannedTo: report.to,
    to: to.toISOString(),
    closedAt: closedAt.toISOString(),
    closedBy,
  };
}
