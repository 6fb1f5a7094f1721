import { assertCents, type Money } from "#lib/money.ts";
import type { GatewayRequest } from "./exchange.ts";
import { type GatewayCall, GatewayError } from "./gateway-error.ts";

/** Runs what builds a request; its error becomes a GatewayError that says nothing was sent. */
export function whileSendable<T>(call: GatewayCall, build: () => T): T {
  try {
    return build();
  } catch (cause) {
    throw new GatewayError(call, "not sent, because it cannot be put into a request", {
      reason: "input",
      outcome: "not_sent",
      cause,
    });
  }
}

/**
 * Returns the value when it can stand in a path or a header, else throws a GatewayError. People type order uuids by
 * hand, and a mistyped one must not reach another path of the gateway.
 */
export function identifier(call: GatewayCall, value: string): string {
  return whileSendable(call, () => {
    if (!/^[\w-]{1,200}$/.test(value)) throw new RangeError("not an identifier");
    return value;
  });
}

/** Throws a RangeError unless the amount is at least one cent. */
export function assertPositiveCents({ amountCents }: Money): void {
  if (assertCents(amountCents) === 0) throw new RangeError("an amount of nothing");
}

/** Sezzle's `Price` of an amount of at least one cent; throws a GatewayError for any other. */
export function priceOf(call: GatewayCall, amount: Money) {
  return whileSendable(call, () => {
    assertPositiveCents(amount);
    return { amount_in_cents: amount.amountCents, currency: amount.currency };
  });
}

/** A request about one order, POST unless said otherwise; throws a GatewayError for what is no identifier. */
export function orderRequest(
  call: GatewayCall,
  orderUuid: string,
  action: "" | "checkout" | "capture" | "refund" | "release" | "reauthorize",
  rest: Pick<GatewayRequest, "body" | "requestId" | "unhurried"> & { method?: GatewayRequest["method"] },
): GatewayRequest {
  const path = `/v2/order/${identifier(call, orderUuid)}${action && `/${action}`}`;
  if (rest.requestId !== undefined) identifier(call, rest.requestId);
  return { call, method: "POST", path, ...rest };
}
