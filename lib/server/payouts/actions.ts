import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Db } from "#db/engine.ts";
import { insertHistory } from "#db/queries/history.ts";
import { findDifference, type PayoutDifference, resolveDifference } from "#db/queries/payout-differences.ts";
import { findPayout, listPayoutSums, updatePayout } from "#db/queries/payouts.ts";
import { currencies } from "#lib/money.ts";
import { may, type Standing } from "#lib/people.ts";
import { type Problem, type Result, refusal, success } from "#lib/problem.ts";
import { refuse, rightAction } from "../action.ts";
import { read, write } from "../database.ts";
import { log } from "../log.ts";
import { standingNow } from "../people/person-action.ts";
import { type PayoutReading, readPayouts } from "./read-payouts.ts";
import { payoutStores, seesWhole } from "./scope.ts";

/** How long a page waits for a reading that somebody asked for; it goes on without them. */
const patienceMs = 5_000;

/**
 * Reads the payouts from Sezzle now; with a payout's uuid its details as well, though they are known. `going_on`: it takes
 * longer than anybody should wait, and the page tells when it is done.
 */
export const readPayoutsAction = rightAction(
  "payouts.work",
  "payouts.read",
  z.object({ payoutUuid: z.string().max(200).optional() }),
  async (viewer, { payoutUuid }): Promise<Result<PayoutReading | "going_on">> => {
    if (payoutUuid) {
      const sums = await read((db) => listPayoutSums(db, [payoutUuid]));
      if (!(await read((db) => findPayout(db, payoutUuid))) || !seesWhole(payoutStores(viewer), sums))
        return refuse(viewer, "payouts.read", unknownPayout);
      await write((db) => updatePayout(db, payoutUuid, { readAt: null }));
    }
    const reading = readPayouts({ isAskedFor: true });
    reading.catch((error) => log().error({ err: error }, "reading the payouts failed"));
    return success(await Promise.race([reading, sleep(patienceMs, "going_on" as const, { ref: false })]));
  },
);

/** Notes that a difference was worked through: who, when, and what came of it. */
export const resolveDifferenceAction = rightAction(
  "payouts.work",
  "payouts.resolve",
  z.object({ differenceId: z.string().max(500), note: z.string().trim().min(3).max(500) }),
  async (viewer, { differenceId, note }) => {
    const result = await write<Result<null>>(async (db) => {
      const difference = await findDifference(db, differenceId);
      const standing = await standingNow(db, viewer);
      if (!difference || !(await isTheirs(db, standing, difference))) return refusal(unknownDifference);
      if (difference.resolvedAt) return refusal(workedThrough);
      const now = new Date();
      await resolveDifference(db, differenceId, { resolvedAt: now, resolvedBy: viewer.personId, note });
      const currency = currencies.find((it) => it === difference.currency);
      await insertHistory(db, {
        at: now,
        kind: "payout.difference_resolved",
        storeId: difference.storeId,
        saleId: difference.saleId,
        orderUuid: difference.orderUuid,
        personId: viewer.personId,
        data: {
          code: difference.kind,
          message: note,
          amountCents: Math.abs(difference.amountCents),
          ...(currency ? { currency } : {}),
        },
      });
      return success(null);
    });
    return !result.ok && result.problem.code === unknownDifference.code
      ? refuse(viewer, "payouts.resolve", result.problem)
      : result;
  },
);

/** Whether somebody may work on a difference, as they stand at this moment. */
async function isTheirs(db: Db, standing: Standing, difference: PayoutDifference): Promise<boolean> {
  if (standing.isOwner) return true;
  const storeIds = standing.roles.filter((it) => may(it.role, "payouts.work")).map((it) => it.storeId);
  if (difference.storeId) return storeIds.includes(difference.storeId);
  return (
    difference.payoutUuid !== null && seesWhole(storeIds, await listPayoutSums(db, [difference.payoutUuid]))
  );
}

const unknownPayout: Problem = {
  code: "unknown_payout",
  happened: "There is no such payout in your stores.",
  money: "Nothing has changed.",
  next: "Go back to the list of payouts.",
  fr: {
    happened: "Ce versement n'existe pas dans vos magasins.",
    money: "Rien n'a changé.",
    next: "Revenez à la liste des versements.",
  },
};

const unknownDifference: Problem = {
  code: "unknown_difference",
  happened: "There is no such difference in your stores.",
  money: "Nothing has changed.",
  next: "Load this page again: it may have come to agree by itself.",
  fr: {
    happened: "Cet écart n'existe pas dans vos magasins.",
    money: "Rien n'a changé.",
    next: "Rechargez cette page : il s'est peut-être résolu de lui-même.",
  },
};

const workedThrough: Problem = {
  code: "worked_through",
  happened: "Somebody has worked this through already.",
  money: "Nothing has changed.",
  next: "Load this page again to see their note.",
  fr: {
    happened: "Quelqu'un a déjà traité cet écart.",
    money: "Rien n'a changé.",
    next: "Rechargez cette page pour voir sa note.",
  },
};
