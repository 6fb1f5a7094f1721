import { isoTime, type Sandbox } from "../sandbox.ts";
import type { GatewayCall } from "./calls.ts";

const KEPT_REQUESTS = 50_000;
const TRIM_EVERY = 1000;

interface RequestRow {
  id: number;
  at: number;
  method: string;
  path: string;
  call: GatewayCall;
  order_uuid: string | null;
  request_id: string | null;
  fault: string | null;
  status: number | null;
  acted: 0 | 1;
  replayed: 0 | 1;
}

interface Arrival {
  method: string;
  path: string;
  call: GatewayCall;
  orderUuid: string | null;
  requestId: string | null;
  fault: string | null;
}

/** Notes a call on its arrival, before anything is done about it. It holds no headers and no bodies: no secrets. */
export function logArrival(sandbox: Sandbox, arrival: Arrival): number {
  const { lastInsertRowid } = sandbox.db
    .prepare(
      `INSERT INTO requests (at, method, path, call, order_uuid, request_id, fault)
       VALUES (@at, @method, @path, @call, @orderUuid, @requestId, @fault)`,
    )
    .run({ ...arrival, at: sandbox.now() });
  const id = Number(lastInsertRowid);
  if (id % TRIM_EVERY === 0) sandbox.db.prepare("DELETE FROM requests WHERE id <= ?").run(id - KEPT_REQUESTS);
  return id;
}

/** Notes that the call was carried out; `replayed` when only an earlier answer was given again. */
export function logAct(
  sandbox: Sandbox,
  id: number,
  act: { acted: boolean; replayed: boolean; orderUuid: string | null },
): void {
  sandbox.db
    .prepare("UPDATE requests SET acted = ?, replayed = ?, order_uuid = coalesce(order_uuid, ?) WHERE id = ?")
    .run(act.acted ? 1 : 0, act.replayed ? 1 : 0, act.orderUuid, id);
}

/** Notes the status that was answered. A cut connection leaves none. */
export function logAnswer(sandbox: Sandbox, id: number, status: number): void {
  sandbox.db.prepare("UPDATE requests SET status = ? WHERE id = ?").run(status, id);
}

/** Which calls to list. */
export interface RequestFilter {
  order?: string | undefined;
  call?: string | undefined;
  limit: number;
}

/** The newest gateway calls, newest first. */
export function listRequests(sandbox: Sandbox, filter: RequestFilter) {
  return sandbox.db
    .prepare<{ order: string | null; call: string | null; limit: number }, RequestRow>(
      `SELECT * FROM requests WHERE (@order IS NULL OR order_uuid = @order) AND (@call IS NULL OR call = @call)
       ORDER BY id DESC LIMIT @limit`,
    )
    .all({ order: filter.order ?? null, call: filter.call ?? null, limit: filter.limit })
    .map((row) => ({
      ...row,
      at: isoTime(row.at),
      acted: row.acted === 1,
      replayed: row.replayed === 1,
    }));
}
