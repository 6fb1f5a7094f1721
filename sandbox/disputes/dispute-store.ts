import { notFound } from "../refusal.ts";
import { isoTime, type Sandbox } from "../sandbox.ts";

/** A shopper's dispute of an order. */
export interface DisputeRow {
  id: number;
  order_uuid: string;
  type: string;
  status: string;
  amount_cents: number;
  due_at: number;
  /** Null while it is open. */
  outcome: "customer_win" | "merchant_win" | "neutral" | null;
  created_at: number;
}

/** Keeps a new dispute. */
export function insertDispute(
  sandbox: Sandbox,
  dispute: Omit<DisputeRow, "id" | "outcome" | "created_at">,
): DisputeRow {
  const { lastInsertRowid } = sandbox.db
    .prepare(
      `INSERT INTO disputes (order_uuid, type, status, amount_cents, due_at, created_at)
       VALUES (@order_uuid, @type, @status, @amount_cents, @due_at, @at)`,
    )
    .run({ ...dispute, at: sandbox.now() });
  return getDispute(sandbox, Number(lastInsertRowid));
}

/** One dispute. @throws Refusal 404. */
export function getDispute(sandbox: Sandbox, id: number): DisputeRow {
  const row = sandbox.db.prepare<[number], DisputeRow>("SELECT * FROM disputes WHERE id = ?").get(id);
  if (!row) throw notFound("dispute");
  return row;
}

/** Writes what became of a dispute. */
export function updateDispute(sandbox: Sandbox, dispute: DisputeRow): DisputeRow {
  sandbox.db
    .prepare("UPDATE disputes SET status = @status, outcome = @outcome, due_at = @due_at WHERE id = @id")
    .run(dispute);
  return getDispute(sandbox, dispute.id);
}

/** The newest disputes, newest first. */
export function listDisputes(sandbox: Sandbox, limit: number): DisputeRow[] {
  return sandbox.db
    .prepare<[number], DisputeRow>("SELECT * FROM disputes ORDER BY id DESC LIMIT ?")
    .all(limit);
}

/** A dispute as the control API shows it. */
export function disputeBooks(dispute: DisputeRow) {
  const { amount_cents, due_at, created_at, ...rest } = dispute;
  return { ...rest, amount_in_cents: amount_cents, due_at: isoTime(due_at), created_at: isoTime(created_at) };
}
