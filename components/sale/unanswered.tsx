import { CloudOff } from "lucide-react";
import type { SaleFacts } from "#components/sale/sale-facts.ts";
import { waitingStatuses } from "#lib/order-state.ts";
import { unansweredWords } from "#lib/words/time-words.ts";

/** Says that Sezzle does not answer at the moment, where something still depends on it. */
export function Unanswered({ facts }: { facts: SaleFacts }) {
  const { sale, status, now, timeZone, locale } = facts;
  const depends = sale.openOperation !== null || waitingStatuses.includes(status);
  if (!sale.unansweredAt || !depends) return null;
  const words = unansweredWords(new Date(sale.unansweredAt), now, { timeZone, locale });
  return (
    <div
      role="status"
      className="flex items-start gap-3 rounded-card border border-attention/40 bg-attention-wash p-4 text-body"
    >
      <CloudOff aria-hidden size={20} className="mt-0.5 shrink-0 text-attention" />
      <div>
        <p className="font-semibold text-attention">{words.happened}</p>
        <p className="mt-1 text-ink">{words.money}</p>
        <p className="text-ink">{words.next}</p>
      </div>
    </div>
  );
}
