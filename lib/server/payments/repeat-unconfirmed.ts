import { listToRepeat, type Operation, updateOperation } from "#db/queries/operations.ts";
import { mayRepeatAt } from "#lib/operation.ts";
import { read, write } from "../database.ts";
import { log } from "../log.ts";
import { repeatOperation } from "./run-operation.ts";

const mostAtOnce = 10;

/**
 * Repeats what is due of the operations whose end is not known, under their own keys: only after Sezzle has answered, since the
 * end became unknown, with an order that does not show it. While Sezzle cannot be asked nothing is repeated. Several
 * processes may call this at once: one of them claims an operation.
 */
export async function repeatUnconfirmed(): Promise<void> {
  await Promise.all((await beginRepeats()).values());
}

/** The same, without waiting for the ends: a repeat whose answer hangs must not hold up those of other sales. */
export async function startRepeats(): Promise<void> {
  for (const [operationId, repeating] of await beginRepeats()) {
    repeating.catch((error) =>
      log().error({ err: error, operationId }, "a repeat could not be carried through"),
    );
  }
}

/** Begins what is due. Each goes on by itself; by the operations' ids. */
async function beginRepeats(): Promise<Map<string, Promise<void>>> {
  const now = new Date();
  const due = await read((db) => listToRepeat(db, now, mostAtOnce));
  return new Map(due.map((operation) => [operation.id, repeatOne(operation, now)]));
}

async function repeatOne(operation: Operation, now: Date): Promise<void> {
  const { id, firstSentAt } = operation;
  if (!firstSentAt || !mayRepeatAt(firstSentAt, now)) {
    await write((db) => updateOperation(db, id, { nextRepeatAt: null }));
    return;
  }
  log().info(
    { operationId: id, kind: operation.kind, tries: operation.tries },
    "repeating under the same key",
  );
  await repeatOperation(id, null);
}
