import { Money } from "#components/payouts/money.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import type { PayoutLineView, PayoutView } from "#lib/payout-view.ts";
import { ownerWords, payoutPartWords } from "#lib/words/payout-part-words.ts";
import { oneLineWords } from "#lib/words/payout-type-words.ts";
import { payoutDay } from "#lib/words/payout-words.ts";

export type PayoutLinesProps = Pick<
  PayoutView,
  "payoutUuid" | "stores" | "apart" | "lines" | "nextFrom" | "of"
>;

/** A payout's lines as Sezzle lists them, all or one store's, each with the order it was found to be about. */
export function PayoutLines({ payoutUuid, stores, apart, lines, nextFrom, of }: PayoutLinesProps) {
  const words = useWords(payoutPartWords);
  const owners = useWords(ownerWords);
  const hrefOf = (owner: string | null, from?: number) => {
    const params = new URLSearchParams();
    if (owner) params.set("of", owner);
    if (from !== undefined) params.set("from", String(from));
    const text = params.toString();
    return `/payouts/${payoutUuid}${text && `?${text}`}#lines`;
  };
  const choices = [
    { of: null, label: words.all },
    ...stores.map((it) => ({ of: it.storeId, label: it.storeName })),
    ...apart.map((it) => ({ of: it.owner, label: owners[it.owner].title })),
  ];
  return (
    <section id="lines" aria-labelledby="lines-title" className="flex flex-col gap-3">
      <h2 id="lines-title" className="text-title font-semibold">
        {words.lines}
      </h2>
      {choices.length > 2 ? (
        <nav aria-label={words.linesOf} className="flex flex-wrap gap-2">
          {choices.map((it) => (
            <Link
              key={it.label}
              href={hrefOf(it.of)}
              scroll={false}
              aria-current={it.of === of ? "true" : undefined}
              className={`inline-flex min-h-11 items-center rounded-full border px-4 text-label font-semibold ${it.of === of ? "border-accent bg-accent-wash text-accent" : "border-edge bg-card text-ink hover:bg-sunken"}`}
            >
              {it.label}
            </Link>
          ))}
        </nav>
      ) : null}
      {lines.length === 0 ? (
        <p className="rounded-card border border-line border-dashed px-6 py-10 text-center text-body text-soft">
          {words.noLines}
        </p>
      ) : (
        <ul aria-label={words.lines} className="overflow-hidden rounded-card border border-line bg-card">
          {lines.map((line) => (
            <Line key={line.lineId} line={line} />
          ))}
        </ul>
      )}
      {nextFrom === null ? null : (
        <Link href={hrefOf(of, nextFrom + 1)} className={buttonClass("secondary", "desk")}>
          {words.nextLines}
        </Link>
      )}
    </section>
  );
}

function Line({ line }: { line: PayoutLineView }) {
  const words = useWords(payoutPartWords);
  const owners = useWords(ownerWords);
  const locale = useLocale();
  return (
    <li className="grid min-h-14 grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 border-line px-4 py-2.5 text-body not-first:border-t wide:grid-cols-[10rem_minmax(0,1fr)_8rem_8rem]">
      <span className="font-medium">
        {oneLineWords(line.typeCode, locale)}
        {line.chargebackCode ? (
          <span className="block text-label text-soft">{line.chargebackCode}</span>
        ) : null}
      </span>
      <span className="min-w-0 max-wide:order-3">
        {line.saleId ? (
          <Link
            href={`/orders/${line.saleId}`}
            className="inline-flex min-h-6 items-center font-medium text-accent underline underline-offset-4"
          >
            {line.saleNumber ?? words.theOrder}
          </Link>
        ) : (
          <span className="block truncate text-soft">
            {line.reference ?? (line.owner === "no_order" ? words.ofAccount : words.noReference)}
          </span>
        )}
        <span className="block text-label text-faint">
          {line.owner === "store" ? line.storeName : owners[line.owner].title}
          {line.isMatched ? words.inOurBooks : null}
        </span>
      </span>
      <span className="text-label text-soft max-wide:order-4 max-wide:justify-self-end">
        {line.eventDate ? payoutDay(line.eventDate, locale) : null}
      </span>
      <span className="text-right max-wide:order-2">
        <Money cents={line.amountCents} currency={line.currency} />
      </span>
    </li>
  );
}
