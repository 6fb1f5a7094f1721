import { randomUUID } from "node:crypto";

/** An order as the benchmarks' gateway keeps it. */
export type GatewayOrder = {
  uuid: string;
  reference: string;
  amountCents: number;
  currency: string;
  metadata: Record<string, string>;
  expiresAt: string;
  /** Set once the shopper has completed the checkout. */
  approvedUntil: string | null;
  captures: { uuid: string; requestId: string; amountCents: number }[];
};

type SessionBody = {
  order: {
    reference_id: string;
    order_amount: { amount_in_cents: number; currency: string };
    metadata?: Record<string, string>;
    checkout_expiration: string;
  };
};

const approvalMs = 7 * 24 * 60 * 60_000;

/** The orders of the benchmarks' gateway, in memory. */
export class GatewayOrders {
  readonly #orders = new Map<string, GatewayOrder>();

  keep(orders: readonly GatewayOrder[]): void {
    for (const order of orders) this.#orders.set(order.uuid, order);
  }

  get(uuid: string): GatewayOrder | undefined {
    return this.#orders.get(uuid);
  }

  all(): GatewayOrder[] {
    return [...this.#orders.values()];
  }

  open({ order }: SessionBody): GatewayOrder {
    const opened: GatewayOrder = {
      ...{ uuid: randomUUID(), reference: order.reference_id, metadata: order.metadata ?? {} },
      ...{ amountCents: order.order_amount.amount_in_cents, currency: order.order_amount.currency },
      ...{ expiresAt: order.checkout_expiration, approvedUntil: null, captures: [] },
    };
    this.#orders.set(opened.uuid, opened);
    return opened;
  }

  /** The shopper completes the checkout. */
  approve(uuid: string): void {
    const order = this.#orders.get(uuid);
    if (!order) throw new Error(`no order ${uuid}`);
    order.approvedUntil = new Date(Date.now() + approvalMs).toISOString();
  }

  /** One movement a key, however often it is asked for. */
  capture(order: GatewayOrder, requestId: string, amountCents: number): string {
    const known = order.captures.find((it) => it.requestId === requestId);
    if (known) return known.uuid;
    const uuid = randomUUID();
    order.captures.push({ uuid, requestId, amountCents });
    return uuid;
  }
}

/** An order as `GET /v2/order` tells it. */
export function orderBody(order: GatewayOrder): object {
  const price = (amountCents: number) => ({ amount_in_cents: amountCents, currency: order.currency });
  return {
    uuid: order.uuid,
    intent: "AUTH",
    reference_id: order.reference,
    order_amount: price(order.amountCents),
    checkout_status: order.approvedUntil ? "completed" : "active",
    checkout_expiration: order.expiresAt,
    metadata: order.metadata,
    authorization: order.approvedUntil
      ? {
          authorization_amount: price(order.amountCents),
          approved: true,
          expiration: order.approvedUntil,
          financing_option: "4-pay-biweekly",
          captures: order.captures.map((it) => ({ uuid: it.uuid, amount: price(it.amountCents) })),
          refunds: [],
          releases: [],
        }
      : null,
  };
}
