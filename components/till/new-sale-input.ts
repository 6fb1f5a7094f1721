import type { Locale } from "#lib/language.ts";
import type { Currency } from "#lib/money.ts";

/** What the new sale form sends. */
export type NewSaleInput = {
  wishId: string;
  amountCents: number;
  /** As typed; the server reads it again. */
  contact: string;
  shopperName: string | null;
  receiptNumber: string | null;
  /** The shopper's language, where it is not the store's. */
  shopperLocale: Locale | null;
};

/** What the form needs to know of the store. */
export type NewSaleStore = {
  name: string;
  country: "US" | "CA";
  currency: Currency;
  /** What its shoppers' messages are written in unless chosen otherwise. */
  locale: string;
  minCents: number;
  maxCents: number;
};
