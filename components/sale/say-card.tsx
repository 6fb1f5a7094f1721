import { MessageCircle } from "lucide-react";
import type { SaleStatus } from "#lib/order-state.ts";
import { statusWords } from "#lib/words/status-words.ts";

/** What to say to the shopper, in so many words, and what to do next. */
export function SayCard({ status }: { status: SaleStatus }) {
  const { say, next } = statusWords(status);
  return (
    <div className="rounded-card border border-line bg-card p-5">
      {say ? (
        <p className="flex items-start gap-3 text-body font-medium">
          <MessageCircle aria-hidden size={20} className="mt-0.5 shrink-0 text-faint" />
          <span>
            <span className="text-soft">Say: </span>“{say}”
          </span>
        </p>
      ) : null}
      <p className={`text-body text-soft ${say ? "mt-2 ml-8" : ""}`}>{next}</p>
    </div>
  );
}
