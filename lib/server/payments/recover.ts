import { listDeadOperations, type Operation, updateOperation } from "#db/queries/operations.ts";
import { read, write } from "../database.ts";
import { log } from "../log.ts";
import { learn } from "../orders/learn.ts";
import { writeSaleState } from "../orders/write-state.ts";
import { abandonedProblem, unconfirmedProblem } from "./problems.ts";
import { insertEnd } from "./run-operation.ts";

/**
 * Ends what a dead process left behind: an operation still `prepared` was never sent and is abandoned; one found `sending` may
 * have been acted on and is unconfirmed. Nothing is sent here. An operation whose lease is renewed is alive and left alone.
 */
export async function recoverDeadOperations(): Promise<void> {
  for (const dead of await read((db) => listDeadOperations(db, new Date()))) {
    const orderUuid = await write(async (db) => {
      const now = new Date();
      // Looked at again inside the transaction: its process may have renewed the lease, or another ended it.
      const [operation] = (await listDeadOperations(db, now)).filter((it) => it.id === dead.id);
      if (!operation) return null;
      const wasSent = operation.state === "sending";
      const problem = wasSent ? unconfirmedProblem(operation, null) : abandonedProblem(operation);
      const change: Partial<Operation> = wasSent
        ? { state: "unconfirmed" }
        : { state: "abandoned", endedAt: now };
      await updateOperation(db, operation.id, { ...change, lease: null, leaseUntil: null, problem });
      await insertEnd(db, operation, wasSent ? "operation.unconfirmed" : "operation.abandoned", now, problem);
      await writeSaleState(db, operation.saleId, { now, counts: operation.kind !== "set_reference" });
      return wasSent ? operation.orderUuid : null;
    });
    log().warn({ operationId: dead.id, kind: dead.kind, was: dead.state }, "an operation lost its process");
    if (orderUuid) await learn(orderUuid, "start");
  }
}
