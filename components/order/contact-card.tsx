"use client";

import { Eye, Mail, Smartphone } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { ProblemCard } from "#components/ui/problem-card.tsx";
import { useAct } from "#components/ui/use-act.ts";
import type { Result } from "#lib/problem.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { maskedWords } from "#lib/words/erased-words.ts";
import { orderPageWords } from "#lib/words/order-page-words.ts";
import { noAnswerWithoutMoneyProblem } from "#lib/words/problem-words.ts";

export type ShowContact = () => Promise<Result<{ contact: string }>>;

/** A contact that is shown is hidden again by itself: a screen is left standing. */
const shownMs = 30_000;

/** The shopper: masked, with a way to see the whole contact that is written down. */
export function ContactCard({ sale, show }: { sale: SaleView; show: ShowContact | null }) {
  const act = useAct(noAnswerWithoutMoneyProblem);
  const locale = useLocale();
  const words = useWords(orderPageWords);
  const [shown, setShown] = useState<string | null>(null);
  const ChannelIcon = sale.sentTo.kind === "sms" ? Smartphone : Mail;

  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(null), shownMs);
    return () => clearTimeout(timer);
  }, [shown]);

  async function look() {
    if (!show) return;
    const result = await act.run(show);
    if (result?.ok) setShown(result.value.contact);
  }

  return (
    <section aria-labelledby="shopper" className="rounded-card border border-line bg-card p-5">
      <h2 id="shopper" className="text-label font-semibold text-faint">
        {words.shopper}
      </h2>
      {sale.shopperName ? <p className="mt-1 text-body font-semibold">{sale.shopperName}</p> : null}
      <p aria-live="polite" className="mt-1 flex min-h-11 items-center gap-2 text-body break-all">
        <ChannelIcon aria-hidden size={18} className="shrink-0 text-faint" />
        {shown ?? maskedWords(sale.sentTo.masked, locale)}
      </p>
      {show && !shown ? (
        <>
          <Button
            size="desk"
            icon={<Eye aria-hidden size={18} />}
            busy={act.busy}
            onClick={look}
            className="mt-1 w-full"
          >
            {words.showContact}
          </Button>
          <p className="mt-2 text-label text-faint">{words.lookIsKept}</p>
        </>
      ) : null}
      {act.problem ? (
        <div className="mt-3">
          <ProblemCard problem={act.problem} onDismiss={act.dismiss} />
        </div>
      ) : null}
    </section>
  );
}
