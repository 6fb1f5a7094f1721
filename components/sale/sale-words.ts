import { wordsIn } from "#lib/language.ts";
import { formatMoney } from "#lib/money.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { operationUnderWay } from "#lib/words/operation-words.ts";
import { saleScreenWords } from "#lib/words/sale-screen-words.ts";
import { statusWords, type Tone } from "#lib/words/status-words.ts";

export type SaleWords = {
  label: string;
  tone: Tone;
  /** What it means for the money; null while an operation leaves that open. */
  means: string | null;
};

/**
 * What a sale says of itself in a word. An operation without an end says more than the status it started from: an
 * approved sale whose capture was lost must not read "nothing is taken".
 */
export function saleWords(sale: SaleView, status: SaleStatus, locale: string): SaleWords {
  const open = sale.openOperation;
  if (!open || open.kind === "open_checkout") return statusWords(status, locale);
  if (open.state === "unconfirmed") {
    return { label: wordsIn(saleScreenWords, locale).notConfirmedYet, tone: "unconfirmed", means: null };
  }
  const amount = open.amountCents === null ? null : formatMoney(open.amountCents, sale.currency, locale);
  return {
    label: `${operationUnderWay(open.kind, amount, locale, open.purpose)}…`,
    tone: "waiting",
    means: null,
  };
}
