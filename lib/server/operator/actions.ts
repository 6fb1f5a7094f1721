import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { countWaitingEvents, makeWebhookEventsDue } from "#db/queries/webhooks.ts";
import type { RetriedEvents } from "#lib/operator-view.ts";
import { type Result, success } from "#lib/problem.ts";
import { rightAction } from "../action.ts";
import { read, write } from "../database.ts";
import { workOff } from "../webhooks/work-off.ts";

/** How long the answer waits for the try to end; after that the page tells the rest. */
const patienceMs = 2_000;

/** One event, or (null) all that failed. */
const which = z.object({ eventId: z.int().positive().nullable() });

/** Tries events again that could not be worked off, before their time. One that is worked off already is done. */
export const retryEventsAction = rightAction(
  "shop.operate",
  "operator.retry",
  which,
  async (_viewer, { eventId }): Promise<Result<RetriedEvents>> => {
    const events = await write((db) => makeWebhookEventsDue(db, eventId, new Date()));
    if (events.length === 0) return success({ tried: 1, left: 0 });
    await Promise.race([Promise.all(events.map((event) => workOff(event))), sleep(patienceMs)]);
    const ids = events.map((it) => it.id);
    return success({ tried: events.length, left: await read((db) => countWaitingEvents(db, ids)) });
  },
);
