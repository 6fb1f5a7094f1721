import type { Currency } from "#lib/money.ts";

/** What the new sale form sends. */
export type NewSaleInput = {
  wishId: string;
  amountCents: number;
  /** As typed; the server reads it again. */
  contact: string;
  shopperName: string | null;
  receiptNumber: string | null;
};

/** What the form needs to know of the store. */
export type NewSaleStore = {
  name: string;
  country: "US" | "CA";
  currency: Currency;
  locale: string;
  minCents: number;
  maxCents: number;
};
