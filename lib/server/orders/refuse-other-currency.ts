import type { Currency } from "#lib/money.ts";
import type { SezzleOrder } from "#lib/sezzle-order.ts";
import { GatewayError } from "../sezzle/gateway-error.ts";

/**
 * Refuses an answer of which any amount is in another currency than the sale's: its cents would be added up as if they were the
 * sale's own. Throws a GatewayError, so that nothing of the answer is kept and Sezzle is asked again.
 */
export function refuseOtherCurrency({ amount, authorization: it }: SezzleOrder, currency: Currency): void {
  const approved = it ? [it, ...it.captures, ...it.releases, ...it.refunds] : [];
  const amounts = [amount, ...approved.map((part) => part.amount)];
  if (amounts.every((part) => part.currency === currency)) return;
  throw new GatewayError("getOrder", "Sezzle's answer is in another currency than the sale", {
    reason: "unreadable",
    outcome: "unknown",
  });
}
