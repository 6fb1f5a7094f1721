import { Money } from "#components/payouts/money.tsx";
import { ToneBadge } from "#components/ui/status-badge.tsx";
import type { PayoutSum } from "#lib/payout-view.ts";
import { lineTypeWords } from "#lib/words/payout-words.ts";

export type PayoutSumCardProps = { sum: PayoutSum; currency: string; locale: string };

/** A payout's sum as a small ledger: what came in, what went off, and whether it comes to what Sezzle pays. */
export function PayoutSumCard({ sum, currency, locale }: PayoutSumCardProps) {
  const money = (cents: number, strong = false) => (
    <Money cents={cents} currency={currency} locale={locale} strong={strong} />
  );
  const off = sum.linesCents - sum.forexFeesCents - sum.netCents;
  return (
    <section aria-labelledby="sum" className="rounded-card border border-line bg-card p-4 sm:p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="sum" className="text-title font-semibold">
          The sum
        </h2>
        <ToneBadge
          tone={sum.ties ? "approved" : "attention"}
          label={sum.ties ? "Ties out" : "Does not tie out"}
        />
      </div>
      <table className="mt-2 w-full text-body">
        <thead className="sr-only">
          <tr>
            <th scope="col">What</th>
            <th scope="col">Lines</th>
            <th scope="col">Amount</th>
          </tr>
        </thead>
        <tbody>
          {sum.rows.map((row) => (
            <tr key={row.typeCode} className="border-line not-first:border-t">
              <th scope="row" className="py-2 pr-3 text-left font-normal">
                {lineTypeWords(row.typeCode)}
                {row.ties ? null : (
                  <span className="block text-label font-medium text-attention">
                    Sezzle's own total is another
                  </span>
                )}
              </th>
              <td className="py-2 pr-3 text-right text-label whitespace-nowrap text-faint">
                {row.lines === 1 ? "1 line" : `${row.lines} lines`}
              </td>
              <td className="py-2 text-right">{money(row.amountCents)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {sum.forexFeesCents === 0 ? null : (
            <Total name="Fees of the exchange">{money(-sum.forexFeesCents)}</Total>
          )}
          <Total name="All lines come to" strong>
            {money(sum.linesCents - sum.forexFeesCents, true)}
          </Total>
          <Total name="Sezzle pays" strong>
            {money(sum.netCents, true)}
          </Total>
          {off === 0 ? null : <Total name="Difference">{money(off)}</Total>}
          {sum.finalPayoutCents === null || sum.finalCurrency === currency ? null : (
            <Total name="Paid out as">
              <Money cents={sum.finalPayoutCents} currency={sum.finalCurrency} locale={locale} />
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
