import { z } from "zod";
import { parseBody } from "../gateway/validation.ts";
import {
  completeCheckout,
  denyCheckout,
  expireAuthorization,
  expireCheckout,
  financingOptions,
  giveUpCheckout,
} from "../orders/checkout-outcome.ts";
import { refund, release } from "../orders/movements.ts";
import { getOrder } from "../orders/order-store.ts";
import { unprocessable } from "../refusal.ts";
import type { Sandbox } from "../sandbox.ts";

type OrderAct = (sandbox: Sandbox, uuid: string, input: unknown) => void;

const completeSchema = z.object({ financing_option: z.enum(financingOptions).default("4-pay-biweekly") });
const amountSchema = z.object({ amount_in_cents: z.int().positive() });

/** What can be done to one order from outside: by its shopper, by time, or in Sezzle's own dashboard. */
export const orderActs: ReadonlyMap<string, OrderAct> = new Map<string, OrderAct>([
  ["complete", complete],
  ["deny", denyCheckout],
  ["give-up", giveUpCheckout],
  ["expire-checkout", expireCheckout],
  ["expire-authorization", expireAuthorization],
  ["refund", (sandbox, uuid, input) => void refund(sandbox, dashboardWish(sandbox, uuid, input))],
  ["release", (sandbox, uuid, input) => void release(sandbox, dashboardWish(sandbox, uuid, input))],
]);

function complete(sandbox: Sandbox, uuid: string, input: unknown): void {
  const outcome = completeCheckout(sandbox, uuid, parseBody(completeSchema, input).financing_option);
  if (outcome === "closed") throw unprocessable("invalid", "checkout", "The checkout is over already.");
}

function dashboardWish(sandbox: Sandbox, uuid: string, input: unknown) {
  return {
    orderUuid: uuid,
    amountCents: parseBody(amountSchema, input).amount_in_cents,
    currency: getOrder(sandbox, uuid).currency,
    source: "dashboard" as const,
    requestId: null,
    locationPrefix: "",
  };
}
