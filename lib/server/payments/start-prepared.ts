import { listToStart } from "#db/queries/operations.ts";
import { read } from "../database.ts";
import { log } from "../log.ts";
import { runOperation } from "./run-operation.ts";

const mostAtOnce = 20;

/**
 * Starts the prepared operations that nobody's press starts: those that were written down beside something else, to follow it.
 * Resolves once they are started: one whose answer hangs holds no other up. Several processes may call this at once: one of them
 * claims an operation. What nobody starts while its first lease lasts is abandoned, and a person decides.
 */
export async function startPrepared(): Promise<void> {
  for (const { id, kind } of await read((db) => listToStart(db, new Date(), mostAtOnce))) {
    runOperation(id).catch((error) => {
      log().error({ err: error, operationId: id, kind }, "an operation could not be carried through");
    });
  }
}
