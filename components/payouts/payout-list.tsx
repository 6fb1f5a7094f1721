import { ChevronRight } from "lucide-react";
import { Money } from "#components/payouts/money.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { ToneBadge } from "#components/ui/status-badge.tsx";
import type { PayoutRowView } from "#lib/payout-view.ts";
import { openWords, payoutDay, payoutWords } from "#lib/words/payout-words.ts";

export type PayoutListProps = {
  payouts: PayoutRowView[];
  hrefOf: (payoutUuid: string) => string;
};

/** Payouts, one a line: when, what came of it, how much, and whether something is open. */
export function PayoutList({ payouts, hrefOf }: PayoutListProps) {
  const words = useWords(payoutWords);
  const locale = useLocale();
  return (
    <ul aria-label={words.title} className="overflow-hidden rounded-card border border-line bg-card">
      {payouts.map((payout) => (
        <li key={payout.payoutUuid} className="border-line not-first:border-t">
          <Link
            href={hrefOf(payout.payoutUuid)}
            className="grid min-h-16 grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-3 text-body -outline-offset-3 transition-colors hover:bg-sunken wide:grid-cols-[9rem_7rem_minmax(0,1fr)_10rem_1.25rem]"
          >
            <span className="font-semibold">{payoutDay(payout.payoutDate, locale)}</span>
            <span className="text-label text-soft max-wide:order-3">
              {payout.status} · {payout.currency}
            </span>
            <span className="max-wide:order-4 max-wide:justify-self-end">
              <Open {...payout} />
            </span>
            <span className="text-right max-wide:order-2">
              {payout.netCents === null ? (
                <>
                  <Money cents={payout.yoursCents} currency={payout.currency} strong />
                  <span className="block text-label text-faint">{words.yourStores}</span>
                </>
              ) : (
                <Money cents={payout.netCents} currency={payout.currency} strong />
              )}
            </span>
            <ChevronRight aria-hidden size={18} className="text-faint max-wide:hidden" />
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Open({ open, isRead, problem }: PayoutRowView) {
  const words = useWords(payoutWords);
  const locale = useLocale();
  if (problem) return <ToneBadge tone="attention" label={words.notReadable} />;
  if (!isRead) return <ToneBadge tone="waiting" label={words.notReadYet} />;
  return <ToneBadge tone={open > 0 ? "attention" : "approved"} label={openWords(open, locale)} />;
}
