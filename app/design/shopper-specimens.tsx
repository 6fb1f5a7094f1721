"use client";

import { ShopperDisplay } from "#components/display/shopper-display.tsx";
import { ReceiptScreen } from "#components/receipt/receipt-screen.tsx";
import { displayOf } from "#lib/display.ts";
import type { Locale } from "#lib/language.ts";
import { saleStatuses } from "#lib/order-state.ts";
import { receiptOf } from "#lib/receipt.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { now, operation, place, saleIn } from "./fixtures.ts";
import { qrHref } from "./sale-specimens.tsx";
import type { Specimen } from "./specimens.tsx";

function receipt(sale: SaleView, locale: Locale) {
  const captures = [{ amountCents: sale.capturedCents, at: sale.statusAt }];
  return (
    <ReceiptScreen
      receipt={{
        ...receiptOf(sale, captures, now),
        ...{ saleId: sale.saleId, storeId: sale.storeId, storeName: "Maple St", number: sale.number },
        ...{ receiptNumber: "10441", amountCents: sale.amountCents, currency: sale.currency },
        ...{ soldAt: sale.createdAt, confirmedAt: sale.confirmedAt, asOf: now.toISOString(), asOfSeq: 1 },
        ...{ locale, timeZone: place.timeZone },
      }}
      isTest={true}
      back={{ href: "/design", to: "sale" }}
    />
  );
}

const lostCapture = saleIn("authorized", { openOperation: operation("capture", "unconfirmed", 8450) });
const locales: Locale[] = ["en-US", "fr-CA"];

/** What the shopper sees: the receipt and the display, in each language. */
export const shopperSpecimens: Specimen[] = locales.flatMap((locale) => {
  const suffix = locale === "en-US" ? "" : "-fr";
  return [
    ...saleStatuses.map((status) => ({
      name: `receipt-${status}${suffix}`,
      draw: () => receipt(saleIn(status), locale),
    })),
    { name: `receipt-lost-capture${suffix}`, draw: () => receipt(lostCapture, locale) },
    ...saleStatuses.map((status) => ({
      name: `display-${status}${suffix}`,
      draw: () => (
        <ShopperDisplay view={displayOf(saleIn(status, { shopperLocale: locale }), status, qrHref)} />
      ),
    })),
  ];
});
