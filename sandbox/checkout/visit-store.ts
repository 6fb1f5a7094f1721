import { randomBytes } from "node:crypto";
import type { FinancingOption } from "../orders/checkout-outcome.ts";
import type { Sandbox } from "../sandbox.ts";

/** How far one shopper's browser has come in one checkout. Of a card only the last four digits are kept. */
export interface VisitRow {
  id: string;
  order_uuid: string;
  phone: string;
  verified: 0 | 1;
  card_last_four: string | null;
  financing_option: FinancingOption | null;
  created_at: number;
}

export type Step = "phone" | "code" | "card" | "plan" | "review";

/** The furthest step a visit may be at. */
export function stepOf(visit: VisitRow | undefined): Step {
  if (!visit) return "phone";
  if (!visit.verified) return "code";
  if (!visit.card_last_four) return "card";
  if (!visit.financing_option) return "plan";
  return "review";
}

/** The visit a browser's cookie names, if it belongs to this order. */
export function findVisit(sandbox: Sandbox, orderUuid: string, id: string | undefined): VisitRow | undefined {
  if (!id) return undefined;
  return sandbox.db
    .prepare<[string, string], VisitRow>("SELECT * FROM checkout_visits WHERE id = ? AND order_uuid = ?")
    .get(id, orderUuid);
}

/** Begins a visit with a phone number that is not verified yet. Returns its unguessable id. */
export function beginVisit(sandbox: Sandbox, orderUuid: string, phone: string): string {
  const id = randomBytes(16).toString("base64url");
  sandbox.db
    .prepare("INSERT INTO checkout_visits (id, order_uuid, phone, created_at) VALUES (?, ?, ?, ?)")
    .run(id, orderUuid, phone, sandbox.now());
  return id;
}

/** Notes what the shopper has just done. */
export function updateVisit(
  sandbox: Sandbox,
  id: string,
  change: Partial<Pick<VisitRow, "verified" | "card_last_four" | "financing_option">>,
): void {
  for (const [column, value] of Object.entries(change)) {
    sandbox.db.prepare(`UPDATE checkout_visits SET ${column} = ? WHERE id = ?`).run(value, id);
  }
}
