import { createHmac } from "node:crypto";

/** The gateway's calls, as the sandbox names them. */
export type SandboxCall =
  | "session_create"
  | "order_get"
  | "order_patch"
  | "checkout_delete"
  | "capture"
  | "release"
  | "refund"
  | "reauthorize";

/** A fault to be armed. `times`: how often, once unless set; 0 is until it is removed. */
export type Fault = {
  call: SandboxCall;
  kind: "lose_answer" | "cut" | "status" | "act_then_status" | "delay" | "delay_after" | "malformed";
  status?: number;
  retryAfterSeconds?: number;
  delayMs?: number;
  times?: number;
};

/** An order in the sandbox's own books. */
export type SandboxOrder = {
  uuid: string;
  metadata: Record<string, string>;
  reference_id: string;
  /** The order that this one gives a new approval for. */
  reauthorized_from: string | null;
  checkout_status: "active" | "complete" | "denied" | "deleted";
  checkout_expires_at: string;
  authorized_in_cents: number;
  authorization_expires_at: string | null;
  captured_in_cents: number;
  released_in_cents: number;
  refunded_in_cents: number;
  movements: {
    kind: "capture" | "release" | "refund";
    amount_in_cents: number;
    source: "gateway" | "dashboard" | "expiry";
    request_id: string | null;
  }[];
};

/** A call as the sandbox logged it. */
export type SandboxRequest = { call: string; request_id: string | null; acted: boolean };

/** An event as the sandbox signs and sends it. */
export type SandboxEvent = { uuid: string; orderUuid: string; raw: Buffer; signature: string };

/** How long an approval lasts in these tests. */
export const approvalLastsMs = 2 * 60 * 60_000;

/** The sandbox's control API: its books, its faults, and what shoppers, time and Sezzle's dashboard do. */
export class SandboxControl {
  readonly url: string;
  readonly #privateKey: string;

  constructor(url: string, privateKey: string) {
    this.url = url;
    this.#privateKey = privateKey;
  }

  /** Ends all faults and arms these. */
  async arm(faults: Fault[]): Promise<void> {
    await this.#call("DELETE", "/faults");
    for (const fault of faults) await this.#call("POST", "/faults", fault);
  }

  books(orderUuid: string): Promise<SandboxOrder> {
    return this.#call("GET", `/orders/${orderUuid}`);
  }

  /** The newest orders, so many and a few more, by the id of the attempt they were opened for: by rights one each at most. */
  async ordersByAttempt(atLeast: number): Promise<Map<string | undefined, SandboxOrder[]>> {
    const newest = await this.#call<SandboxOrder[]>("GET", `/orders?limit=${atLeast + 3}`);
    const opened = newest.filter((it) => it.reauthorized_from === null);
    return Map.groupBy(opened, (it) => it.metadata.till_attempt);
  }

  /** The orders that reauthorizing an order has made. */
  async renewalsOf(orderUuid: string): Promise<SandboxOrder[]> {
    const newest = await this.#call<SandboxOrder[]>("GET", "/orders?limit=10");
    return newest.filter((it) => it.reauthorized_from === orderUuid);
  }

  /** Something happens to an order that is not the till's doing. */
  act(
    orderUuid: string,
    act: "complete" | "deny" | "expire-checkout" | "expire-authorization" | "refund" | "release",
    amountCents?: number,
  ): Promise<SandboxOrder> {
    const body = amountCents === undefined ? {} : { amount_in_cents: amountCents };
    return this.#call("POST", `/orders/${orderUuid}/${act}`, body);
  }

  requests(orderUuid: string): Promise<SandboxRequest[]> {
    return this.#call("GET", `/requests?limit=10000&order=${orderUuid}`);
  }

  /** Has every event kept back for `events`, none of them sent by the sandbox itself, and approvals last for two hours. */
  async prepare(): Promise<void> {
    await this.#call("PUT", "/webhooks", { mode: "hold" });
    await this.#call("PUT", "/settings", { authorizationTtlSeconds: approvalLastsMs / 1000 });
  }

  /** The events about some orders, oldest first, with the sandbox's signature. */
  async events(orderUuids: string[]): Promise<SandboxEvent[]> {
    type Delivery = { event_uuid: string; order_uuid: string; body: string };
    const newest = await this.#call<Delivery[]>("GET", "/deliveries?limit=60");
    return newest
      .filter((it) => orderUuids.includes(it.order_uuid))
      .reverse()
      .map(({ event_uuid, order_uuid, body }) => {
        const raw = Buffer.from(body);
        const signature = createHmac("sha256", this.#privateKey).update(raw).digest("hex");
        return { uuid: event_uuid, orderUuid: order_uuid, raw, signature };
      });
  }

  async #call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.url}/control/api${path}`, {
      method,
      headers: { "content-type": "application/json" },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === "" ? undefined : JSON.parse(text)) as Answer;
  }
}
