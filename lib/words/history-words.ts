import { defineWords, type Words, wordsIn } from "../language.ts";
import { formatMoney } from "../money.ts";
import type { HistoryKind, HistoryLineView } from "../sale-view.ts";
import type { HistorySentence, HistorySentences } from "./history-details.ts";
import { historyOperationWords } from "./history-operation-words.ts";
import { historyOrderWords } from "./history-order-words.ts";
import { historyPersonWords } from "./history-person-words.ts";
import { historyStoreWords } from "./history-store-words.ts";

/** Who did what nobody pressed. */
const tillWords = defineWords({ en: "The till", fr: "La caisse" });

const sentences: Words<HistorySentences<HistoryKind>> = {
  en: {
    ...historyOrderWords.en,
    ...historyOperationWords.en,
    ...historyPersonWords.en,
    ...historyStoreWords.en,
  },
  fr: {
    ...historyOrderWords.fr,
    ...historyOperationWords.fr,
    ...historyPersonWords.fr,
    ...historyStoreWords.fr,
  },
};

/** One line of a sale's history in words: what happened and, where there is one, how it became known or why. */
export function historySentence(line: HistoryLineView, locale: string): HistorySentence {
  const { data } = line;
  const money = (cents: number) => (data.currency ? formatMoney(cents, data.currency, locale) : null);
  return wordsIn(sentences, locale)[line.kind]({
    line,
    data,
    who: line.person ?? wordsIn(tillWords, locale),
    amount: data.amountCents === undefined ? null : money(data.amountCents),
    money,
    locale,
  });
}
