import { setTimeout as sleep } from "node:timers/promises";
import { type Client, DatabaseError } from "pg";

/** A transaction as the server knows it, for who asks about it by way of another connection. */
export type TransactionMark = { transactionId: string; timeline: string | null };

/** Longer than the server lets a transaction of a connection stand that has gone. */
const askForMs = 12_000;
const pauseMs = 100;

/**
 * Which history of the database this connection writes: a replica that was made the server goes on in another one, in which the number
 * of a transaction may be given a second time. Null where the server does not tell.
 */
export async function timelineOf(client: Client): Promise<string | null> {
  try {
    const { rows } = await client.query<{ file: string }>(
      "select pg_walfile_name(pg_current_wal_lsn()) as file",
    );
    return rows[0]?.file.slice(0, 8) ?? null;
  } catch {
    return null;
  }
}

/** Whether a commit that failed may have taken place all the same: the server has not refused it, it was lost sight of. */
export function isDoubtful(error: unknown): boolean {
  return !(error instanceof DatabaseError) || error.severity !== "ERROR";
}

/**
 * Asks what became of a transaction whose COMMIT got no answer, once there is a connection again. False also when that cannot be
 * found out in time.
 */
export async function wasCommitted(mark: TransactionMark, connect: () => Promise<Client>): Promise<boolean> {
  const deadline = Date.now() + askForMs;
  while (Date.now() < deadline) {
    try {
      const client = await connect();
      if (mark.timeline === null || (await timelineOf(client)) !== mark.timeline) return false;
      const { rows } = await client.query<{ status: string | null }>(
        "select pg_xact_status($1::xid8) as status",
        [mark.transactionId],
      );
      const status = rows[0]?.status;
      // The server may still be about to commit it, or to notice that the connection has gone.
      if (status !== "in progress") return status === "committed";
    } catch {
      // The server is away, or has gone again.
    }
    await sleep(pauseMs);
  }
  return false;
}
