import { Money } from "#components/payouts/money.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { ToneBadge } from "#components/ui/status-badge.tsx";
import type { PayoutSum } from "#lib/payout-view.ts";
import { payoutPartWords } from "#lib/words/payout-part-words.ts";
import { lineTypeWords } from "#lib/words/payout-type-words.ts";

export type PayoutSumCardProps = { sum: PayoutSum; currency: string };

/** A payout's sum as a small ledger: what came in, what went off, and whether it comes to what Sezzle pays. */
export function PayoutSumCard({ sum, currency }: PayoutSumCardProps) {
  const words = useWords(payoutPartWords);
  const locale = useLocale();
  const money = (cents: number, strong = false) => (
    <Money cents={cents} currency={currency} strong={strong} />
  );
  const off = sum.linesCents - sum.forexFeesCents - sum.netCents;
  return (
    <section aria-labelledby="sum" className="rounded-card border border-line bg-card p-4 sm:p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="sum" className="text-title font-semibold">
          {words.theSum}
        </h2>
        <ToneBadge
          tone={sum.ties ? "approved" : "attention"}
          label={sum.ties ? words.ties : words.doesNotTie}
        />
      </div>
      <table className="mt-2 w-full text-body">
        <thead className="sr-only">
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.lines}</th>
            <th scope="col">{words.amount}</th>
          </tr>
        </thead>
        <tbody>
          {sum.rows.map((row) => (
            <tr key={row.typeCode} className="border-line not-first:border-t">
              <th scope="row" className="py-2 pr-3 text-left font-normal">
                {lineTypeWords(row.typeCode, locale)}
                <span className="block text-label text-faint sm:hidden">{words.count(row.lines)}</span>
                {row.ties ? null : (
                  <span className="block text-label font-medium text-attention">{words.anotherTotal}</span>
                )}
              </th>
              <td className="py-2 pr-3 text-right text-label whitespace-nowrap text-faint max-sm:hidden">
                {words.count(row.lines)}
              </td>
              <td className="py-2 text-right">{money(row.amountCents)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {sum.forexFeesCents === 0 ? null : (
            <Total name={words.exchangeFees}>{money(-sum.forexFeesCents)}</Total>
          )}
          <Total name={words.linesComeTo} strong>
            {money(sum.linesCents - sum.forexFeesCents, true)}
          </Total>
          <Total name={words.sezzlePays} strong>
            {money(sum.netCents, true)}
          </Total>
          {off === 0 ? null : <Total name={words.difference}>{money(off)}</Total>}
          {sum.finalPayoutCents === null || sum.finalCurrency === currency ? null : (
            <Total name={words.paidOutAs}>
              <Money cents={sum.finalPayoutCents} currency={sum.finalCurrency} />
            </Total>
          )}
        </tfoot>
      </table>
    </section>
  );
}

type TotalProps = { name: string; strong?: boolean; children: React.ReactNode };

function Total({ name, strong = false, children }: TotalProps) {
  return (
    <tr className="border-line border-t-2">
      <th
        scope="row"
        colSpan={2}
        className={`py-2 pr-3 text-left ${strong ? "font-semibold" : "font-normal"}`}
      >
        {name}
      </th>
      <td className="py-2 text-right">{children}</td>
    </tr>
  );
}
