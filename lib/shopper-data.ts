import type { Currency } from "./money.ts";
import type { SaleStatus } from "./order-state.ts";

/** Why a contact is erased: from a list, since written words might name the shopper in a history that nobody can erase. */
export const erasureReasons = [
  "the shopper asked for it",
  "sent to the wrong person",
  "no longer needed",
] as const;
export type ErasureReason = (typeof erasureReasons)[number];

/** What the till holds of one shopper, in the stores of who asked. Amounts in cents, moments as ISO texts. */
export type ShopperData = {
  /** The number or e-mail that was looked up, as people write it. */
  contact: string;
  names: string[];
  /** All sales that were sent to it; `sales` are the newest of them. */
  count: number;
  sales: {
    saleId: string;
    number: string;
    storeName: string;
    /** Its store's. */
    timeZone: string;
    createdAt: string;
    amountCents: number;
    currency: Currency;
    status: SaleStatus;
  }[];
};
