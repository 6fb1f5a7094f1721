import type { HistoryLineView } from "../sale-view.ts";
import { historySentence } from "./history-words.ts";

const dayMs = 24 * 60 * 60_000;

/**
 * The last word on a refund that was asked for, when it was a no and nothing was refunded or asked for since; for a day. Null
 * otherwise.
 */
export function declineWords(
  history: HistoryLineView[],
  now: Date,
  locale: string,
): { seq: number; title: string; detail: string | undefined } | null {
  const last = history
    .filter((it) => it.kind.startsWith("refund.") || it.data.operation === "refund")
    .reduce<HistoryLineView | null>((newest, it) => (newest && newest.seq > it.seq ? newest : it), null);
  if (last?.kind !== "refund.declined") return null;
  if (now.getTime() - new Date(last.at).getTime() > dayMs) return null;
  const { title, detail } = historySentence(last, locale);
  return { seq: last.seq, title, detail };
}
