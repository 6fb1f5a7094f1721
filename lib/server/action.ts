import { z } from "zod";
import { insertHistory } from "#db/queries/history.ts";
import { findSale, type Sale } from "#db/queries/sales.ts";
import { may, type Right } from "#lib/people.ts";
import { type Problem, type Result, refusal } from "#lib/problem.ts";
import { currentStation, currentViewer, type Station } from "./auth/session.ts";
import type { Viewer } from "./auth/viewer.ts";
import { read, write } from "./database.ts";
import { log } from "./log.ts";
import type { Asker } from "./payments/prepare.ts";

/** What every action is sent beside its own input: the person its screen showed. */
const acting = z.object({ personId: z.string().max(100) });

export type SaleContext = { viewer: Viewer; sale: Sale; asker: Asker };

/**
 * Wraps a server action of a signed-in person: session, person shown, input, then the function. Expected failures are
 * results; anything else is logged and told in one plain sentence.
 */
export function viewerAction<Input extends z.ZodType, Value>(
  name: string,
  input: Input,
  run: (viewer: Viewer, input: z.output<Input>) => Promise<Result<Value>>,
): (given: unknown) => Promise<Result<Value>> {
  return logged(name, async (given) => {
    const viewer = await currentViewer();
    if (!viewer) return refusal(signedOut);
    const person = acting.safeParse(given);
    const parsed = input.safeParse(given);
    if (!person.success || !parsed.success) return refusal(unreadable);
    if (person.data.personId !== viewer.personId) return refusal(someoneElse(viewer.name));
    return run(viewer, parsed.data);
  });
}

/** Wraps an action that needs no session: input, then the function, which decides by itself who may. */
export function strangerAction<Input extends z.ZodType, Value>(
  name: string,
  input: Input,
  run: (input: z.output<Input>) => Promise<Result<Value>>,
): (given: unknown) => Promise<Result<Value>> {
  return logged(name, async (given) => {
    const parsed = input.safeParse(given);
    return parsed.success ? run(parsed.data) : refusal(unreadable);
  });
}

function logged<Value>(
  name: string,
  run: (given: unknown) => Promise<Result<Value>>,
): (given: unknown) => Promise<Result<Value>> {
  return async (given) => {
    try {
      return await run(given);
    } catch (error) {
      log().error({ err: error, action: name }, "an action failed");
      return refusal(unexpected);
    }
  };
}

/** Wraps an action at a register: as `viewerAction`, with the right checked in the register's store. */
export function stationAction<Input extends z.ZodType, Value>(
  right: Right,
  input: Input,
  run: (station: Station, asker: Asker, input: z.output<Input>) => Promise<Result<Value>>,
): (given: unknown) => Promise<Result<Value>> {
  return viewerAction(right, input, async (viewer, parsed) => {
    const station = await currentStation(viewer);
    if (!station) return refusal(noRegister);
    if (!may(station.role, right)) return refuse(viewer, right, station.store.id);
    const asker = { personId: viewer.personId, registerId: station.register.id, role: station.role };
    return run(station, asker, parsed);
  });
}

/**
 * Wraps an action on a sale: as `viewerAction`, with the right checked in the store the sale itself belongs to, whatever
 * the browser says. A sale of another store is answered as one that does not exist.
 */
export function saleAction<Input extends z.ZodType<{ saleId: string }>, Value>(
  right: Right,
  input: Input,
  run: (context: SaleContext, input: z.output<Input>) => Promise<Result<Value>>,
): (given: unknown) => Promise<Result<Value>> {
  return viewerAction(right, input, async (viewer, parsed) => {
    const sale = await read((db) => findSale(db, parsed.saleId));
    const place = sale && viewer.stores.find((it) => it.store.id === sale.storeId);
    if (!sale || !place) return refuse(viewer, right, null);
    if (!may(place.role, right)) return refuse(viewer, right, sale.storeId);
    const station = await currentStation(viewer);
    const registerId = station?.store.id === sale.storeId ? station.register.id : null;
    const asker = { personId: viewer.personId, registerId, role: place.role };
    return run({ viewer, sale, asker }, parsed);
  });
}

async function refuse(viewer: Viewer, action: Right, storeId: string | null) {
  await write((db) =>
    insertHistory(db, {
      at: new Date(),
      kind: "action.refused",
      storeId,
      personId: viewer.personId,
      data: { action },
    }),
  );
  return refusal(storeId ? notAllowed : unknownSale);
}

const signedOut: Problem = {
  code: "signed_out",
  happened: "You are signed out.",
  money: "Nothing was sent to Sezzle.",
  next: "Sign in again. The sale is as it was.",
};

const unreadable: Problem = {
  code: "unreadable",
  happened: "The till did not understand what was sent.",
  money: "Nothing was sent to Sezzle.",
  next: "Load this page again and try once more.",
};

const noRegister: Problem = {
  code: "no_register",
  happened: "This tablet does not know which register it is.",
  money: "Nothing was sent to Sezzle.",
  next: "Choose the register, then try again.",
};

const notAllowed: Problem = {
  code: "not_allowed",
  happened: "Your role in this store does not allow this.",
  money: "Nothing was sent to Sezzle.",
  next: "Ask a manager.",
};

const unknownSale: Problem = {
  code: "unknown_sale",
  happened: "There is no such sale in your stores.",
  money: "Nothing was sent to Sezzle.",
  next: "Go back to the till and open the sale from its list.",
};

const unexpected: Problem = {
  code: "unexpected",
  happened: "Something went wrong in the till itself.",
  money: "What was sent to Sezzle, if anything, is shown on the sale.",
  next: "Look at the sale. If it does not show what you asked for, try again.",
};

function someoneElse(name: string): Problem {
  return {
    code: "someone_else",
    happened: `This tablet is now signed in as ${name}, not as the person this screen shows.`,
    money: "Nothing was sent to Sezzle.",
    next: "Load this page again, then decide again.",
  };
}
