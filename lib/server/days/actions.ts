import { z } from "zod";
import { isDay } from "#lib/order-query.ts";
import { type Result, refusal, success } from "#lib/problem.ts";
import { refuse, rightAction } from "../action.ts";
import { notAllowed } from "../action-problems.ts";
import { write } from "../database.ts";
import { standingNow } from "../people/person-action.ts";
import { closeDay } from "./close-day.ts";
import { unknownDay } from "./day-problems.ts";

const closing = z.object({
  storeId: z.string().max(100),
  date: z.string().refine(isDay),
  fingerprint: z.string().max(100),
  explanations: z.array(z.object({ key: z.string().max(200), words: z.string().max(300) })).max(2_000),
});

/**
 * Signs a business day off. Managers for their stores and owners; where somebody stands is read in the transaction. A store of
 * others is answered as one that does not exist.
 */
export const closeDayAction = rightAction("day.close", "days.close", closing, async (viewer, input) => {
  const { storeId } = input;
  const isTheirs = viewer.stores.some(({ store }) => store.id === storeId);
  if (!isTheirs) return refuse(viewer, "days.close", unknownDay);
  const result = await write<Result<null>>(async (db) => {
    const { isOwner, roles } = await standingNow(db, viewer);
    const isManager = roles.some((it) => it.storeId === storeId && it.role === "manager");
    if (!isOwner && !isManager) return refusal(notAllowed);
    const closed = await closeDay(db, viewer.personId, input, new Date());
    return closed.ok ? success(null) : closed;
  });
  return result.ok || result.problem.code !== notAllowed.code
    ? result
    : refuse(viewer, "days.close", notAllowed, { storeId });
});
