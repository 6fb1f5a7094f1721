import { useLocale, useWords } from "#components/ui/language.tsx";
import { formatMoney } from "#lib/money.ts";
import type { SaleStatus } from "#lib/order-state.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { type AmountPart, amountParts, approvedWords, leftWords } from "#lib/words/amount-words.ts";
import { orderPageWords } from "#lib/words/order-page-words.ts";

// Each part is told by its place, its pattern and its words; never by a colour alone.
const looks: Record<AmountPart["kind"], string> = {
  paid: "bg-paid-wash",
  refunded: "bg-attention bar-stripes",
  released: "bg-pressed",
  open: "border-2 border-unconfirmed hatched",
  left: "border-2 border-approved border-dashed bg-approved-wash",
};

/** What was approved as one bar: how much of it is captured, refunded, released, and left. */
export function AmountBar({ sale, status }: { sale: SaleView; status: SaleStatus }) {
  const locale = useLocale();
  const words = useWords(orderPageWords);
  const money = (cents: number) => formatMoney(cents, sale.currency, locale);
  const { authorizedCents, capturedCents } = sale;
  const parts = amountParts(sale, sale.openOperation, locale).map((part) =>
    part.kind === "left" ? { ...part, label: leftWords(status, locale) } : part,
  );
  return (
    <section aria-labelledby="amounts" className="rounded-card border border-line bg-card p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="amounts" className="text-label font-semibold text-faint">
          {words.amounts}
        </h2>
        <p className="text-label text-soft">
          {authorizedCents > 0
            ? words.approved(
                money(authorizedCents),
                authorizedCents === sale.amountCents ? null : money(sale.amountCents),
              )
            : approvedWords(status, locale)}
        </p>
      </div>
      <div aria-hidden className="mt-3 flex h-7 gap-0.5 overflow-hidden rounded-small bg-sunken">
        {parts.map(({ kind, cents }) => (
          <span key={kind} style={{ flexGrow: cents }} className={`min-w-2 ${looks[kind]}`} />
        ))}
      </div>
      <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-3">
        {parts.map(({ kind, label, cents }) => (
          <div key={kind} className="flex flex-col">
            <dt className="flex items-center gap-2 text-label text-soft">
              <span aria-hidden className={`size-3 rounded-[3px] ${looks[kind]}`} />
              {label}
            </dt>
            <dd className="text-title font-semibold tabular-nums">{money(cents)}</dd>
          </div>
        ))}
        {capturedCents > 0 && sale.refundedCents > 0 ? (
          <div className="flex flex-col">
            <dt className="text-label text-soft">{words.capturedInAll}</dt>
            <dd className="text-title font-semibold tabular-nums">{money(capturedCents)}</dd>
          </div>
        ) : null}
        {parts.length === 0 ? (
          <div className="flex flex-col">
            <dt className="text-label text-soft">{words.askedFor}</dt>
            <dd className="text-title font-semibold tabular-nums">{money(sale.amountCents)}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}
