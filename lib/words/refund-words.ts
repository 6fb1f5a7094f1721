import { formatMoney } from "../money.ts";
import type { HistoryLineView, SaleView } from "../sale-view.ts";
import { historySentence } from "./history-words.ts";

/** The choice beside the managers' names: nobody is here to type a PIN. */
export const askScreensLabel = "Ask on the managers' screens";

/** That an amount is more than its person may give back alone. `left` is written for people. */
export function overLimitWords(left: string): string {
  return `That is more than the ${left} you may still give back today on your own. A manager approves it: here with their PIN, or on their own screen.`;
}

/** That nothing more may be given back alone. */
export const nothingLeftWords =
  "Every refund needs a manager now: they approve it here with their PIN, or on their own screen.";

/** That an amount which looked possible alone needs a manager after all. */
export const approvalNeededWords = "A manager approves it: here with their PIN, or on their own screen.";

/** How many more refunds wait than are shown. */
export function moreAskedWords(count: number): string {
  return count === 1 ? "One more refund waits." : `${count} more refunds wait.`;
}

/** What asking means. `amount` is written for people. */
export function askConsequence(amount: string): string {
  return `The managers of this store are asked to approve a refund of ${amount}. Nothing is refunded until one of them does.`;
}

/** Who asks for how much, in a line: "Casey asks to refund $46.20". */
export function askedLine(sale: SaleView, locale?: string): string {
  const { refundRequest: request, currency } = sale;
  if (!request) return "";
  return `${request.askedBy} asks to refund ${formatMoney(request.amountCents, currency, locale)}`;
}

/** What a decision is about, beside the amount: whose wish, on which sale, and why. */
export function askedDetail({ number, refundRequest: request }: SaleView): string {
  if (!request) return "";
  const twice = request.additional ? " It comes in addition to an equal refund." : "";
  return `${request.askedBy} asks for it on ${number}. Reason: ${request.reason}.${twice}`;
}

/** What a sheet says when somebody else decided, or the sale changed under it. */
export const decidedMeanwhileWords =
  "This refund was decided meanwhile, or the sale changed. Close this and look at what it says now.";

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
