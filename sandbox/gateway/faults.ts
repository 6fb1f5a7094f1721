import { z } from "zod";
import { notFound } from "../refusal.ts";
import { isoTime, type Sandbox, transact } from "../sandbox.ts";
import { type GatewayCall, gatewayCalls } from "./calls.ts";

export const faultKinds = [
  "lose_answer",
  "cut",
  "status",
  "act_then_status",
  "delay",
  "delay_after",
  "malformed",
] as const;

const LONGEST_DELAY_MS = 10 * 60 * 1000;

const faultSchema = z
  .strictObject({
    call: z.enum([...gatewayCalls, "*"]),
    kind: z.enum(faultKinds),
    status: z.int().min(400).max(599).optional(),
    code: z.string().min(1).max(100).optional(),
    message: z.string().min(1).max(500).optional(),
    retryAfterSeconds: z.int().min(0).max(86_400).optional(),
    delayMs: z.int().min(0).max(LONGEST_DELAY_MS).optional(),
    times: z.int().min(0).max(100_000).default(1),
  })
  .refine((fault) => fault.kind !== "status" || fault.status !== undefined, {
    path: ["status"],
    message: "A fault of the kind status needs a status.",
  })
  .refine((fault) => !fault.kind.startsWith("delay") || fault.delayMs !== undefined, {
    path: ["delayMs"],
    message: "A delay needs a delayMs.",
  });

interface FaultRow {
  id: number;
  call: GatewayCall | "*";
  kind: (typeof faultKinds)[number];
  status: number | null;
  code: string | null;
  message: string | null;
  retry_after_seconds: number | null;
  delay_ms: number | null;
  /** Null: until removed. */
  times_left: number | null;
  created_at: number;
}

/** A fault that is about to happen to a call. */
export interface Fault {
  kind: FaultRow["kind"];
  status: number;
  code: string;
  message: string;
  retryAfterSeconds: number | null;
  delayMs: number;
}

/** Arms a fault. @throws ZodError for a wrong one. */
export function addFault(sandbox: Sandbox, input: unknown): { id: number } {
  const fault = faultSchema.parse(input);
  const { lastInsertRowid } = sandbox.db
    .prepare(
      `INSERT INTO faults (call, kind, status, code, message, retry_after_seconds, delay_ms, times_left, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      fault.call,
      fault.kind,
      fault.status ?? null,
      fault.code ?? null,
      fault.message ?? null,
      fault.retryAfterSeconds ?? null,
      fault.delayMs ?? null,
      fault.times === 0 ? null : fault.times,
      sandbox.now(),
    );
  return { id: Number(lastInsertRowid) };
}

/** Takes the oldest fault armed for this call, counting it down. */
export function takeFault(sandbox: Sandbox, call: GatewayCall): Fault | undefined {
  return transact(sandbox, () => {
    const row = sandbox.db
      .prepare<[string], FaultRow>("SELECT * FROM faults WHERE call IN (?, '*') ORDER BY id LIMIT 1")
      .get(call);
    if (!row) return undefined;
    if (row.times_left === 1) removeFault(sandbox, row.id);
    else sandbox.db.prepare("UPDATE faults SET times_left = times_left - 1 WHERE id = ?").run(row.id);
    const status = row.status ?? 500;
    return {
      kind: row.kind,
      status,
      code: row.code ?? (status === 429 ? "too_many_requests" : "error"),
      message: row.message ?? "This answer was ordered in the sandbox's control page.",
      retryAfterSeconds: row.retry_after_seconds,
      delayMs: row.delay_ms ?? 0,
    };
  });
}

/** The armed faults, in the order they will be taken. */
export function listFaults(sandbox: Sandbox) {
  return sandbox.db
    .prepare<[], FaultRow>("SELECT * FROM faults ORDER BY id")
    .all()
    .map((row) => ({
      id: row.id,
      call: row.call,
      kind: row.kind,
      status: row.status,
      code: row.code,
      message: row.message,
      retryAfterSeconds: row.retry_after_seconds,
      delayMs: row.delay_ms,
      /** 0: until removed. */
      times: row.times_left ?? 0,
      at: isoTime(row.created_at),
    }));
}

/** Disarms one fault. @throws Refusal 404. */
export function removeFault(sandbox: Sandbox, id: number): void {
  if (sandbox.db.prepare("DELETE FROM faults WHERE id = ?").run(id).changes === 0) throw notFound("fault");
}

/** Disarms all faults. */
export function removeAllFaults(sandbox: Sandbox): void {
  sandbox.db.exec("DELETE FROM faults");
}
