import { headers } from "next/headers";
import { z } from "zod";
import { DatabaseAwayError } from "#db/database-away.ts";
import { findSale, type Sale } from "#db/queries/sales.ts";
import { may, type Right } from "#lib/people.ts";
import { type Problem, type Result, refusal } from "#lib/problem.ts";
import type { RefusableAction } from "#lib/words/refusal-words.ts";
import {
  noDatabase,
  noRegister,
  notAllowed,
  otherOrigin,
  passwordNeeded,
  signedOut,
  someoneElse,
  unexpected,
  unknownSale,
  unreadable,
} from "./action-problems.ts";
import { recordRefusal } from "./auth/refusals.ts";
import { currentStation, currentViewer, type Station } from "./auth/session.ts";
import { mayAnywhere, mayIn, noteSeen, type Viewer } from "./auth/viewer.ts";
import { read } from "./database.ts";
import { log } from "./log.ts";
import type { Asker } from "./payments/prepare.ts";
import { isSameOrigin } from "./same-origin.ts";

/** What every action is sent beside its own input: the person its screen showed. */
const acting = z.object({ personId: z.string().max(100) });

export type SaleContext = { viewer: Viewer; sale: Sale; asker: Asker };

type Action<Value> = (given: unknown) => Promise<Result<Value>>;

/**
 * Wraps a server action of a signed-in person: where it was sent from, session, person shown, input, then the function. Not for who
 * came in with a PIN: what that is good for asks for a right. Expected failures are results; anything else is logged and told in one
 * plain sentence. Who is refused is in the history.
 */
export function viewerAction<Input extends z.ZodType, Value>(
  name: RefusableAction,
  input: Input,
  run: (viewer: Viewer, input: z.output<Input>) => Promise<Result<Value>>,
): Action<Value> {
  return screenAction(name, input, async (viewer, parsed) =>
    viewer.byPin ? refuse(viewer, name, passwordNeeded) : run(viewer, parsed),
  );
}

/** The same for whoever is signed in, also with a PIN: the function asks for a right, or needs none. */
export function screenAction<Input extends z.ZodType, Value>(
  name: RefusableAction,
  input: Input,
  run: (viewer: Viewer, input: z.output<Input>) => Promise<Result<Value>>,
): Action<Value> {
  return logged(name, async (given) => {
    const viewer = await currentViewer();
    if (!viewer) return refusal(signedOut);
    const person = acting.safeParse(given);
    const parsed = input.safeParse(given);
    if (!person.success || !parsed.success) return refusal(unreadable);
    if (person.data.personId !== viewer.personId) return refuse(viewer, name, someoneElse(viewer.name));
    await noteSeen(viewer);
    return run(viewer, parsed.data);
  });
}

/** Wraps an action that needs no session: input, then the function, which decides by itself who may. */
export function strangerAction<Input extends z.ZodType, Value>(
  name: RefusableAction,
  input: Input,
  run: (input: z.output<Input>) => Promise<Result<Value>>,
): Action<Value> {
  return logged(name, async (given) => {
    const parsed = input.safeParse(given);
    return parsed.success ? run(parsed.data) : refusal(unreadable);
  });
}

function logged<Value>(name: RefusableAction, run: Action<Value>): Action<Value> {
  return async (given) => {
    try {
      if (isSameOrigin(await headers())) return await run(given);
      // From another site browsers send no cookie along, but from another port or subdomain of this one they do.
      const viewer = await currentViewer();
      if (viewer) return await refuse(viewer, name, otherOrigin);
      log().warn({ action: name }, "a stranger's action from another origin was refused");
      return refusal(otherOrigin);
    } catch (error) {
      log().error({ err: error, action: name }, "an action failed");
      return refusal(error instanceof DatabaseAwayError ? noDatabase : unexpected);
    }
  };
}

/** Wraps an action that needs a right in any store: as `viewerAction`. The function checks where it counts. */
export function rightAction<Input extends z.ZodType, Value>(
  right: Right,
  name: RefusableAction,
  input: Input,
  run: (viewer: Viewer, input: z.output<Input>) => Promise<Result<Value>>,
): Action<Value> {
  return screenAction(name, input, async (viewer, parsed) => {
    if (mayAnywhere(viewer, right)) return run(viewer, parsed);
    return refuse(viewer, name, whyNot(viewer, right));
  });
}

/** Wraps an action at a register: as `viewerAction`, with the right checked in the register's store. */
export function stationAction<Input extends z.ZodType, Value>(
  right: Right & RefusableAction,
  input: Input,
  run: (station: Station, asker: Asker, input: z.output<Input>) => Promise<Result<Value>>,
): Action<Value> {
  return screenAction(right, input, async (viewer, parsed) => {
    const station = await currentStation(viewer);
    if (!station) return refusal(noRegister);
    if (!mayIn(station, right)) {
      return refuse(viewer, right, whyNot(viewer, right), { storeId: station.store.id });
    }
    const asker = { personId: viewer.personId, registerId: station.register.id, role: station.role };
    return run(station, asker, parsed);
  });
}

/** Refusals of the function itself that say somebody went further than they may. */
const overLimits: readonly string[] = ["over_refund_limit"];

/**
 * Wraps an action on a sale: as `viewerAction`, with the right checked in the store the sale itself belongs to, whatever
 * the browser says. A sale of another store is answered as one that does not exist.
 */
export function saleAction<Input extends z.ZodType<{ saleId: string }>, Value>(
  right: Right & RefusableAction,
  input: Input,
  run: (context: SaleContext, input: z.output<Input>) => Promise<Result<Value>>,
): Action<Value> {
  return screenAction(right, input, async (viewer, parsed) => {
    const sale = await read((db) => findSale(db, parsed.saleId));
    const place = sale && viewer.stores.find((it) => it.store.id === sale.storeId);
    if (!sale || !place) return refuse(viewer, right, unknownSale);
    const here = { storeId: sale.storeId, saleId: sale.id };
    if (!mayIn(place, right)) return refuse(viewer, right, whyNot(viewer, right), here);
    const station = await currentStation(viewer);
    const registerId = station?.store.id === sale.storeId ? station.register.id : null;
    const asker = { personId: viewer.personId, registerId, role: place.role };
    const result = await run({ viewer, sale, asker }, parsed);
    if (result.ok || !overLimits.includes(result.problem.code)) return result;
    return refuse(viewer, right, result.problem, here);
  });
}

/** Why somebody has not a right: with their password they may have it. */
function whyNot({ byPin, stores }: Viewer, right: Right): Problem {
  return byPin && stores.some(({ role }) => may(role, right)) ? passwordNeeded : notAllowed;
}

/** Refuses, and says so in the history. */
export async function refuse(
  viewer: Viewer,
  action: RefusableAction,
  problem: Problem,
  place: { storeId?: string; saleId?: string } = {},
): Promise<{ ok: false; problem: Problem }> {
  await recordRefusal(viewer, action, problem.code, place);
  return refusal(problem);
}
