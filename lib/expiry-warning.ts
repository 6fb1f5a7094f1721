import type { Currency } from "./money.ts";
import { approvedStatuses, statusAt } from "./order-state.ts";
import type { SaleView } from "./sale-view.ts";

const minute = 60_000;

/** `soon`: there is time to find the shopper; `last`: now or never. */
export type ExpiryStage = "soon" | "last";

/** Money that Sezzle has approved, that nobody has taken or let go of, and that soon nobody can take any more. */
export type ExpiryWarning = {
  saleId: string;
  storeId: string;
  /** What can still be captured. */
  leftCents: number;
  currency: Currency;
  sentTo: SaleView["sentTo"];
  expiresAt: Date;
  stage: ExpiryStage;
};

const lastMs = 3 * minute;
const shortestMs = 10 * minute;
const longestMs = 60 * minute;

/** Screens are given what runs out within so long, and load themselves anew well before what runs out later is warned of. */
export const givenAheadMs = 3 * 60 * minute;
/** How old what a screen was given may become. */
export const longestGivenMs = givenAheadMs - 2 * longestMs;

/**
 * How near an approval's end is: `soon` in the last tenth of its time, though no later than ten minutes and no earlier than an
 * hour before the end; `last` in the last three minutes. `since`: when the sale came to stand as it does. Null before that, and
 * once the end has passed.
 */
export function expiryStage(expiresAt: Date, since: Date, now: Date): ExpiryStage | null {
  const leftMs = expiresAt.getTime() - now.getTime();
  if (leftMs <= 0) return null;
  if (leftMs < lastMs) return "last";
  const tenthMs = (expiresAt.getTime() - since.getTime()) / 10;
  return leftMs < Math.min(longestMs, Math.max(shortestMs, tenthMs)) ? "soon" : null;
}

/**
 * The approvals among these sales that run out soon, the soonest first. `now` is the server's clock. Where somebody is doing
 * something about the sale at this moment there is nothing to warn of.
 */
export function expiryWarnings(sales: readonly SaleView[], now: Date): ExpiryWarning[] {
  const warnings = sales.flatMap((sale): ExpiryWarning[] => {
    const { status, authorizationExpiresAt, saleId, storeId, currency, sentTo } = sale;
    if (!authorizationExpiresAt || sale.openOperation) return [];
    const expiresAt = new Date(authorizationExpiresAt);
    const times = { checkoutExpiresAt: null, authorizationExpiresAt: expiresAt };
    const is = statusAt({ status, ...times }, now);
    const stage = expiryStage(expiresAt, new Date(sale.statusAt), now);
    const leftCents = sale.authorizedCents - sale.capturedCents - sale.releasedCents;
    if (!approvedStatuses.includes(is) || !stage || leftCents <= 0) return [];
    return [{ saleId, storeId, leftCents, currency, sentTo, expiresAt, stage }];
  });
  return warnings.sort((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime());
}
