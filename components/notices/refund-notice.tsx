"use client";

import { HandCoins } from "lucide-react";
import type { NoticeStore } from "#components/notices/expiry-notice.tsx";
import { Button } from "#components/ui/button.tsx";
import { useLocale } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { languageOf, wordsIn } from "#lib/language.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { noticeWords } from "#lib/words/notice-words.ts";
import { askedLine, moreAskedWords } from "#lib/words/refund-words.ts";

/** How many have lines of their own; the others follow as these are decided. */
const mostLines = 3;

export type RefundNoticeProps = {
  /** The sales on which a refund waits, the longest waiting first; at least one. */
  asked: SaleView[];
  stores: NoticeStore[];
  hrefOf: (saleId: string) => string;
  onDecide: (saleId: string, how: "approve" | "decline") => void;
};

/** Refunds that wait for this manager: who asks for how much and why, with the two answers. */
export function RefundNotice({ asked, stores, hrefOf, onDecide }: RefundNoticeProps) {
  const locale = useLocale();
  const words = wordsIn(noticeWords, locale);
  return (
    <section
      aria-label={words.refundsWait(asked.length)}
      className="rounded-card bg-attention-wash p-4 text-body leading-snug text-attention"
    >
      <ul className="flex flex-col gap-4">
        {asked.slice(0, mostLines).map((sale) => {
          const store = stores.find((it) => it.id === sale.storeId);
          const line = askedLine(sale, locale);
          return (
            <li key={sale.refundRequest?.requestId} className="flex flex-wrap items-center gap-x-4 gap-y-3">
              <div className="flex min-w-56 flex-1 items-start gap-3">
                <HandCoins aria-hidden size={20} className="mt-0.5 shrink-0" />
                <div className="min-w-0">
                  <p className="font-semibold">
                    {line} {words.on}{" "}
                    <Link href={hrefOf(sale.saleId)} className="underline underline-offset-4">
                      {sale.number}
                    </Link>
                  </p>
                  <p className="mt-0.5 break-words text-ink">
                    {[sale.refundRequest?.reason, stores.length > 1 ? store?.name : null]
                      .filter(Boolean)
                      .join(" · ")}
                  </p>
                </div>
              </div>
              <div className="flex shrink-0 gap-2">
                <Button
                  size="desk"
                  variant="primary"
                  aria-label={said(words.approve, line, locale)}
                  onClick={() => onDecide(sale.saleId, "approve")}
                >
                  {words.approve}…
                </Button>
                <Button
                  size="desk"
                  aria-label={said(words.decline, line, locale)}
                  onClick={() => onDecide(sale.saleId, "decline")}
                >
                  {words.decline}…
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {asked.length > mostLines ? (
        <p className="mt-3 pl-8 text-ink">{moreAskedWords(asked.length - mostLines, locale)}</p>
      ) : null}
    </section>
  );
}

/** Which of several like buttons this is, for whoever does not see the line it stands in. */
function said(what: string, of: string, locale: string): string {
  return languageOf(locale) === "fr" ? `${what} : ${of}` : `${what}: ${of}`;
}
