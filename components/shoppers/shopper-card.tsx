"use client";

import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { useLocale, useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { formatMoney } from "#lib/money.ts";
import type { ShopperData } from "#lib/shopper-data.ts";
import { dataRightsWords } from "#lib/words/data-rights-words.ts";
import { statusWords } from "#lib/words/status-words.ts";
import { timeOrDay } from "#lib/words/time-words.ts";

export type ShopperCardProps = {
  data: ShopperData;
  now: Date;
  hrefOf: (saleId: string) => string;
  onErase: () => void;
};

/** What is held of a shopper: what they are called, and the sales their contact was used for. */
export function ShopperCard({ data, now, hrefOf, onErase }: ShopperCardProps) {
  const locale = useLocale();
  const words = useWords(dataRightsWords);
  const { contact, names, count, sales } = data;
  if (count === 0) {
    return (
      <p role="status" className="rounded-card border border-line bg-card p-5 text-body">
        <span className="block font-semibold">{words.nothing(contact)}</span>
        {words.checkDigits}
      </p>
    );
  }
  return (
    <Card title={words.kept}>
      <div>
        <p className="text-title font-semibold wrap-anywhere">{contact}</p>
        <p className="text-body text-soft">
          {names.length > 0 ? words.called(names.join(", ")) : words.noName} {words.used(count, sales.length)}
        </p>
      </div>
      <ul aria-label={words.sales} className="flex flex-col">
        {sales.map((sale) => (
          <li key={sale.saleId} className="border-line not-first:border-t">
            <Link
              href={hrefOf(sale.saleId)}
              className="flex min-h-14 items-center justify-between gap-x-4 rounded-small px-1 py-2 text-body hover:bg-sunken"
            >
              <span className="min-w-0">
                <span className="block font-semibold">{sale.number}</span>
                <span className="block text-label text-soft">
                  {sale.storeName} ·{" "}
                  {timeOrDay(new Date(sale.createdAt), now, { timeZone: sale.timeZone, locale })}
                </span>
              </span>
              <span className="text-right">
                <span className="block tabular-nums">
                  {formatMoney(sale.amountCents, sale.currency, locale)}
                </span>
                <span className="block text-label text-soft">{statusWords(sale.status, locale).label}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <Button variant="danger" size="desk" onClick={onErase} className="self-start">
        {words.erase}
      </Button>
    </Card>
  );
}
