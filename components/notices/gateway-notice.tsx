"use client";

import { CloudOff } from "lucide-react";
import { useWords } from "#components/ui/language.tsx";
import { gatewayDownWords, gatewayWords } from "#lib/words/gateway-words.ts";
import type { Place } from "#lib/words/time-words.ts";

export type GatewayNoticeProps = { since: Date; now: Date; place: Place };

/** Sezzle does not answer: what happened, what it means for the money, what to do now. */
export function GatewayNotice({ since, now, place }: GatewayNoticeProps) {
  const words = useWords(gatewayWords);
  const { happened, money, next } = gatewayDownWords(since, now, place);
  return (
    <section
      aria-label={words.isDown}
      className="@container rounded-card border border-attention/40 bg-card p-4"
    >
      <div className="flex items-start gap-3">
        <CloudOff aria-hidden size={20} className="mt-0.5 shrink-0 text-attention" />
        <div className="min-w-0 text-label leading-snug @md:text-body @md:leading-snug">
          <p className="text-body leading-snug font-semibold text-attention">{happened}</p>
          <p className="mt-1 text-ink">{money}</p>
          <p className="mt-1 font-medium text-ink">{next}</p>
        </div>
      </div>
    </section>
  );
}
