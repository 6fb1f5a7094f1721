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
  const now = new Date();
  const due = await read((db) => listToRepeat(db, now, mostAtOnce));
  await Promise.all(due.map((operation) => repeatOne(operation, now)));
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
