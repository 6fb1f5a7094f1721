import type { HistoryKind, HistoryLineView } from "#lib/sale-view.ts";
import { statusTones, type Tone } from "#lib/words/status-words.ts";

const toneOf: Partial<Record<HistoryKind, Tone>> = {
  "operation.succeeded": "approved",
  "operation.rejected": "refused",
  "operation.unconfirmed": "unconfirmed",
  "order.second": "attention",
  "movement.elsewhere": "attention",
  "dispute.reported": "attention",
  "action.refused": "refused",
  "refund.asked": "attention",
  "refund.approved": "approved",
  "refund.declined": "refused",
};

const dots: Record<Tone, string> = {
  waiting: "bg-waiting",
  approved: "bg-approved",
  paid: "bg-approved",
  attention: "bg-attention",
  idle: "bg-faint",
  refused: "bg-refused",
  unconfirmed: "bg-unconfirmed",
};

/** The colour of a history line's dot: only an ornament, the sentence says it in words. */
export function historyDot(line: HistoryLineView): string {
  if (line.kind === "order.changed" && line.data.to) return dots[statusTones[line.data.to]];
  return dots[toneOf[line.kind] ?? "idle"];
}
