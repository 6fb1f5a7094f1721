import { Money } from "#components/payouts/money.tsx";
import type { PayoutView, StorePart } from "#lib/payout-view.ts";
import { ownerWords } from "#lib/words/payout-words.ts";

export type StorePartsProps = Pick<PayoutView, "stores" | "apart" | "currency"> & { locale: string };

/** What of a payout is whose: each store beside its own books, and what belongs to none apart. */
export function StoreParts({ stores, apart, currency, locale }: StorePartsProps) {
  return (
    <section aria-labelledby="parts" className="flex flex-col gap-3">
      <h2 id="parts" className="text-title font-semibold">
        By store
      </h2>
      <ul aria-label="By store" className="grid gap-3 wide:grid-cols-2">
        {stores.map((part) => (
          <Store key={part.storeId} part={part} currency={currency} locale={locale} />
        ))}
        {apart.map(({ owner, lines, amountCents }) => (
          <li key={owner} className="rounded-card border border-line border-dashed p-4 text-body">
            <p className="flex justify-between gap-3 font-semibold">
              {ownerWords[owner].title}
              <Money cents={amountCents} currency={currency} locale={locale} />
            </p>
            <p className="text-label text-soft">
              {lines === 1 ? "1 line" : `${lines} lines`}. {ownerWords[owner].means}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Store({ part, currency, locale }: { part: StorePart; currency: string; locale: string }) {
  const rows: [name: string, cents: number][] = [
    ["Captured", part.capturedCents],
    ["Refunded", part.refundedCents],
    ["Fees, less those returned", part.feesCents],
  ];
  if (part.otherCents !== 0) rows.push(["Chargebacks and other", part.otherCents]);
  const off = part.oursCents - part.theirsCents;
  return (
    <li className="rounded-card border border-line bg-card p-4 text-body">
      <p className="flex justify-between gap-3 font-semibold">
        {part.storeName}
        <Money cents={part.netCents} currency={currency} locale={locale} />
      </p>
      <dl className="mt-2 flex flex-col gap-1 text-label">
        {rows.map(([name, cents]) => (
          <div key={name} className="flex justify-between gap-3">
            <dt className="text-soft">{name}</dt>
            <dd>
              <Money cents={cents} currency={currency} locale={locale} />
            </dd>
          </div>
        ))}
        <div className="mt-1 flex justify-between gap-3 border-line border-t pt-2">
          <dt className="text-soft">Captured less refunded, by our books</dt>
          <dd>
            <Money cents={part.oursCents} currency={currency} locale={locale} />
          </dd>
        </div>
        <div
          className={`flex justify-between gap-3 ${off === 0 ? "text-soft" : "font-semibold text-attention"}`}
        >
          <dt>{off === 0 ? "Sezzle agrees" : "Sezzle differs by"}</dt>
          <dd>
            <Money cents={-off} currency={currency} locale={locale} />
          </dd>
        </div>
      </dl>
    </li>
  );
}
