import type { Db } from "#db/engine.ts";
import { listDueAsks, listUrgentDueAsks } from "#db/queries/due-asks.ts";
import type { AskBudget, AskTurns } from "#lib/ask-budget.ts";
import { authorizationEndingMs, checkoutEndingMs } from "#lib/polling.ts";

/** An order whose time has just run out is as urgent as one whose time is about to. */
const endingTimes = {
  checkoutMs: checkoutEndingMs,
  authorizationMs: authorizationEndingMs,
  afterMs: checkoutEndingMs,
};

export type PollPlan = {
  budget: AskBudget;
  turns: AskTurns;
  /** How many polls may be under way besides those that are. */
  free: number;
  now: Date;
  /** The budget's clock. */
  nowMs: number;
};

/**
 * Which orders to ask for at this moment, counted against the budget: those that screens show and those whose time runs out
 * first, and of each kind the longest due first. What finds no place now comes later.
 */
export async function planPolls(db: Db, { budget, turns, free, now, nowMs }: PollPlan): Promise<string[]> {
  const places = Math.min(free, budget.places(nowMs));
  if (places <= 0) return [];
  const due = await listDueAsks(db, now, 2 * places);
  const urgent = due.length > places ? await listUrgentDueAsks(db, now, endingTimes, places) : [];
  const others = due.filter((it) => !urgent.includes(it));
  const chosen = turns.choose(urgent, others, places);
  for (const _ of chosen) budget.spend(nowMs);
  return chosen;
}
