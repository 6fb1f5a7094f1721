import { listDeadOperations } from "#db/queries/operations.ts";
import { listLostLinks } from "#db/queries/sales.ts";
import { lostLinkGraceMs } from "#lib/order-state.ts";
import { read, write } from "../database.ts";
import { log } from "../log.ts";
import { writeSaleState } from "../orders/write-state.ts";
import { endOperation } from "./end-operation.ts";
import { abandonedProblem, unconfirmedProblem } from "./problems.ts";

/**
 * Ends what a dead process left behind: an operation still `prepared` was never sent and is abandoned; one found `sending` may
 * have been acted on and is unconfirmed. Nothing is sent here: polling asks for the order. An operation whose lease is
 * renewed is alive and left alone.
 */
export async function recoverDeadOperations(): Promise<void> {
  for (const { id } of await read((db) => listDeadOperations(db, new Date()))) {
    await write(async (db) => {
      const now = new Date();
      // Looked at again inside the transaction: its process may have renewed the lease, or another ended it.
      const operation = (await listDeadOperations(db, now)).find((it) => it.id === id);
      if (!operation) return;
      const { kind, state, saleId } = operation;
      log().warn({ operationId: id, kind, was: state }, "an operation lost its process");
      const end =
        state === "sending"
          ? ({ state: "unconfirmed", problem: unconfirmedProblem(null) } as const)
          : ({ state: "abandoned", problem: abandonedProblem(operation) } as const);
      await endOperation(db, operation, end, now);
      await writeSaleState(db, saleId, { now, counts: kind !== "set_reference" });
    });
  }
}

/** A link that was perhaps never sent has run out by time, with ten minutes to spare: the sale's kept copy says so too. */
export async function expireLostLinks(): Promise<void> {
  const expiredBefore = new Date(Date.now() - lostLinkGraceMs);
  for (const saleId of await read((db) => listLostLinks(db, expiredBefore))) {
    await write((db) => writeSaleState(db, saleId, { now: new Date(), counts: true, confirmedBy: "poll" }));
  }
}
