import { randomUUID } from "node:crypto";

type Price = { amount_in_cents: number; currency: string };
type Movement = { uuid: string; amount: Price };

/** The lists of movements on an authorization, by Sezzle's names. */
export type MovementList = "captures" | "refunds" | "releases";

type ScriptedAuthorization = Record<MovementList, Movement[]> & {
  authorization_amount: Price;
  approved: boolean;
  expiration: string;
};

/** An order as Sezzle keeps it and `GET /v2/order` shows it (Sezzle's OpenAPI description). */
export type ScriptedOrder = {
  uuid: string;
  intent: string;
  reference_id: string | null;
  order_amount: Price;
  metadata: Record<string, string>;
  checkout_status: "active" | "complete" | "denied" | "deleted";
  checkout_expiration: string;
  authorization?: ScriptedAuthorization;
};

/** A new order whose checkout waits for the shopper: of $100.00 for half an hour unless changed. */
export function newOrder(change: Partial<ScriptedOrder> = {}): ScriptedOrder {
  return {
    uuid: randomUUID(),
    intent: "AUTH",
    reference_id: null,
    order_amount: { amount_in_cents: 10_000, currency: "USD" },
    metadata: {},
    checkout_status: "active",
    checkout_expiration: fromNow(30 * 60_000),
    ...change,
  };
}

/** The shopper completes the checkout: the order's amount is approved for half an hour unless told otherwise. */
export function authorize(
  order: ScriptedOrder,
  { amountCents = order.order_amount.amount_in_cents, forMs = 30 * 60_000 } = {},
): void {
  order.checkout_status = "complete";
  order.authorization = {
    authorization_amount: { ...order.order_amount, amount_in_cents: amountCents },
    approved: true,
    expiration: fromNow(forMs),
    captures: [],
    refunds: [],
    releases: [],
  };
}

/** Moves money on an order as Sezzle does when it accepts a call, or somebody acts in its dashboard. Returns the movement's uuid. */
export function move(order: ScriptedOrder, list: MovementList, amountCents: number): string {
  if (!order.authorization) throw new Error(`nothing is authorized on order ${order.uuid}`);
  const uuid = randomUUID();
  const amount = { ...order.order_amount, amount_in_cents: amountCents };
  order.authorization[list].push({ uuid, amount });
  return uuid;
}

/** How much of an order can still be moved in one way, in cents: refunds from what is captured, the others from what is approved. */
export function leftCents({ authorization }: ScriptedOrder, list: MovementList): number {
  if (!authorization) return 0;
  const { captures, refunds, releases } = authorization;
  if (list === "refunds") return sum(captures) - sum(refunds);
  return authorization.authorization_amount.amount_in_cents - sum(captures) - sum(releases);
}

function sum(movements: Movement[]): number {
  return movements.reduce((total, it) => total + it.amount.amount_in_cents, 0);
}

/** A moment so many milliseconds from now, as Sezzle writes moments. */
export function fromNow(ms: number): string {
  return new Date(Date.now() + ms).toISOString();
}
