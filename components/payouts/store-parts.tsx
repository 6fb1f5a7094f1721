import { Money } from "#components/payouts/money.tsx";
import { useWords } from "#components/ui/language.tsx";
import type { PayoutView, StorePart } from "#lib/payout-view.ts";
import { ownerWords, payoutPartWords } from "#lib/words/payout-part-words.ts";

export type StorePartsProps = Pick<PayoutView, "stores" | "apart" | "currency">;

/** What of a payout is whose: each store beside its own books, and what belongs to none apart. */
export function StoreParts({ stores, apart, currency }: StorePartsProps) {
  const words = useWords(payoutPartWords);
  const owners = useWords(ownerWords);
  return (
    <section aria-labelledby="parts" className="flex flex-col gap-3">
      <h2 id="parts" className="text-title font-semibold">
        {words.byStore}
      </h2>
      <ul aria-label={words.byStore} className="grid gap-3 wide:grid-cols-2">
        {stores.map((part) => (
          <Store key={part.storeId} part={part} currency={currency} />
        ))}
        {apart.map(({ owner, lines, amountCents }) => (
          <li key={owner} className="rounded-card border border-line border-dashed p-4 text-body">
            <p className="flex justify-between gap-3 font-semibold">
              {owners[owner].title}
              <Money cents={amountCents} currency={currency} />
            </p>
            <p className="text-label text-soft">
              {words.count(lines)}. {owners[owner].means}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Store({ part, currency }: { part: StorePart; currency: string }) {
  const words = useWords(payoutPartWords);
  const rows: [name: string, cents: number][] = [
    [words.captured, part.capturedCents],
    [words.refunded, part.refundedCents],
    [words.fees, part.feesCents],
  ];
  if (part.otherCents !== 0) rows.push([words.other, part.otherCents]);
  const off = part.oursCents - part.theirsCents;
  return (
    <li className="rounded-card border border-line bg-card p-4 text-body">
      <p className="flex justify-between gap-3 font-semibold">
        {part.storeName}
        <Money cents={part.netCents} currency={currency} />
      </p>
      <dl className="mt-2 flex flex-col gap-1 text-label">
        {rows.map(([name, cents]) => (
          <div key={name} className="flex justify-between gap-3">
            <dt className="text-soft">{name}</dt>
            <dd>
              <Money cents={cents} currency={currency} />
            </dd>
          </div>
        ))}
        <div className="mt-1 flex justify-between gap-3 border-line border-t pt-2">
          <dt className="text-soft">{words.byOurBooks}</dt>
          <dd>
            <Money cents={part.oursCents} currency={currency} />
          </dd>
        </div>
        <div
          className={`flex justify-between gap-3 ${off === 0 ? "text-soft" : "font-semibold text-attention"}`}
        >
          <dt>{off === 0 ? words.sezzleAgrees : words.sezzleDiffers}</dt>
          <dd>
            <Money cents={-off} currency={currency} />
          </dd>
        </div>
      </dl>
    </li>
  );
}
