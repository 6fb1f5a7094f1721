import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  authorize,
  leftCents,
  type MovementList,
  move,
  newOrder,
  type ScriptedOrder,
} from "./scripted-order.ts";

/** The gateway's calls, as far as the two doors make them. */
export type ScriptedCall =
  | "authenticate"
  | "list_webhooks"
  | "session"
  | "get"
  | "set_reference"
  | "delete_checkout"
  | "capture"
  | "refund"
  | "release"
  | "reauthorize";

type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

/** `lose` acts and loses the answer; `cut` breaks the connection before acting; an answer is given without acting. */
export type Behaviour = "lose" | "cut" | Answer;

/** A request that waits. `arrived` resolves when it is here; it goes on as usual, or as told, once let go. */
export type Held = { arrived: Promise<void>; letGo(behaviour?: Behaviour): void };

type Seen = { call: ScriptedCall; orderUuid: string | null; requestId: string | null; body: unknown };
type Script = Behaviour | { arrive(): void; released: Promise<Behaviour | undefined> };

/**
 * A Sezzle whose orders a test can read and change, and whose next answers it can spoil. What `GET` answers was true when the
 * request came; every other call acts when it is let go. A capture, refund or release under a key that was seen
 * before answers the same again and moves nothing.
 */
export class ScriptedSezzle {
  readonly orders = new Map<string, ScriptedOrder>();
  readonly seen: Seen[] = [];
  merchantUuid = "merchant-1";
  readonly #scripts = new Map<ScriptedCall, Script[]>();
  readonly #standing = new Map<ScriptedCall, Behaviour>();
  /** Whether a reauthorization is approved. */
  approvesAgain = true;
  readonly #moved = new Map<string, string>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  /** Listens on a free port of this machine. Returns the address. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Stops listening: from now on connections are refused. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** What the next call of this name meets, after what was scripted for it before. */
  onNext(call: ScriptedCall, behaviour: Behaviour): void {
    this.#script(call, behaviour);
  }

  /** What every call of this name meets until `calm`, where nothing is scripted. */
  always(call: ScriptedCall, behaviour: Behaviour): void {
    this.#standing.set(call, behaviour);
  }

  /** Holds the next call of this name. */
  hold(call: ScriptedCall): Held {
    const arrival = Promise.withResolvers<void>();
    const release = Promise.withResolvers<Behaviour | undefined>();
    this.#script(call, { arrive: arrival.resolve, released: release.promise });
    return { arrived: arrival.promise, letGo: release.resolve };
  }

  /** Ends all spoiling. Throws when something was scripted for a call that never came. */
  calm(): void {
    this.#standing.clear();
    const unmet = [...this.#scripts].flatMap(([call, scripts]) => scripts.map(() => call));
    this.#scripts.clear();
    if (unmet.length > 0) throw new Error(`scripted, but never called: ${unmet.join(", ")}`);
  }

  /** The requests of one name so far, oldest first; about one order when it is given. */
  seenOf(call: ScriptedCall, orderUuid?: string | null): Seen[] {
    return this.seen.filter((it) => it.call === call && (!orderUuid || it.orderUuid === orderUuid));
  }

  /** The order of this uuid. Throws when there is none. */
  order(uuid: string | null): ScriptedOrder {
    const order = uuid === null ? undefined : this.orders.get(uuid);
    if (!order) throw new Error(`Sezzle has no order ${uuid}`);
    return order;
  }

  /** Keeps an order that no call of the till made. */
  add(order: ScriptedOrder): ScriptedOrder {
    this.orders.set(order.uuid, order);
    return order;
  }

  #script(call: ScriptedCall, script: Script): void {
    this.#scripts.set(call, [...(this.#scripts.get(call) ?? []), script]);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const key = request.headers["sezzle-request-id"];
    const requestId = typeof key === "string" ? key : null;
    const seen: Seen = { ...named(request), requestId, body: text ? JSON.parse(text) : null };
    this.seen.push(seen);
    const before = seen.call === "get" ? this.#act(seen) : null;
    let script = this.#scripts.get(seen.call)?.shift() ?? this.#standing.get(seen.call);
    if (typeof script === "object" && "arrive" in script) {
      script.arrive();
      script = await script.released;
    }
    if (script === "cut") return void response.destroy();
    const answer = typeof script === "object" ? script : (before ?? this.#act(seen));
    if (script === "lose") return void response.destroy();
    // A connection for each request: once this has stopped, the next one is refused and never merely broken.
    response.writeHead(answer.status, {
      "content-type": "application/json",
      connection: "close",
      ...answer.headers,
    });
    response.end(answer.body === undefined ? "" : JSON.stringify(answer.body));
  }

  #act({ call, orderUuid, requestId, body }: Seen): Answer {
    if (call === "authenticate") {
      const expiration_date = new Date(Date.now() + 120 * 60_000).toISOString();
      return {
        status: 201,
        body: { token: randomUUID(), expiration_date, merchant_uuid: this.merchantUuid },
      };
    }
    if (call === "list_webhooks") return { status: 200, body: [] };
    if (call === "session") return this.#open(body as SessionBody);
    const order = this.orders.get(orderUuid ?? "");
    if (!order) return { status: 404, body: [] };
    switch (call) {
      case "get":
        return { status: 200, body: structuredClone(order) };
      case "set_reference":
        order.reference_id = (body as { reference_id: string }).reference_id;
        return { status: 204 };
      case "delete_checkout":
        if (order.checkout_status !== "active")
          return refused("already_completed", "Checkout already completed");
        order.checkout_status = "deleted";
        return { status: 204 };
      case "capture":
        return this.#move(
          order,
          "captures",
          requestId,
          (body as { capture_amount: PriceBody }).capture_amount,
        );
      case "refund":
      case "release":
        return this.#move(order, `${call}s`, requestId, body as PriceBody);
      case "reauthorize":
        return this.#reauthorize(order, requestId, body as PriceBody);
    }
  }

  /** A new order, with the metadata of the one it renews; the same again under the same key. */
  #reauthorize(order: ScriptedOrder, key: string | null, price: PriceBody): Answer {
    if (!key) return refused("bad_request", "Sezzle-Request-Id is missing");
    let uuid = this.#moved.get(key);
    if (!uuid) {
      const { intent, reference_id, metadata, order_amount } = order;
      const amount = { ...order_amount, amount_in_cents: price.amount_in_cents };
      const renewed = this.add(newOrder({ intent, reference_id, metadata, order_amount: amount }));
      if (this.approvesAgain) authorize(renewed);
      else renewed.checkout_status = "denied";
      uuid = renewed.uuid;
      this.#moved.set(key, uuid);
    }
    const { order_amount, authorization } = this.order(uuid);
    const approved = authorization !== undefined;
    return {
      status: 200,
      body: { uuid, order_amount, authorization: { approved, authorization_amount: order_amount } },
    };
  }

  #open({ order }: SessionBody): Answer {
    const { reference_id, order_amount, metadata, checkout_expiration } = order;
    const { uuid } = this.add(newOrder({ reference_id, order_amount, metadata, checkout_expiration }));
    const checkout_url = `https://checkout.example/${uuid}`;
    return { status: 201, body: { uuid: randomUUID(), order: { uuid, checkout_url } } };
  }

  #move(order: ScriptedOrder, list: MovementList, key: string | null, price: PriceBody): Answer {
    if (!key) return refused("bad_request", "Sezzle-Request-Id is missing");
    if (!order.authorization) return refused("invalid_authorization", "Nothing is authorized");
    let uuid = this.#moved.get(key);
    if (!uuid) {
      if (price.amount_in_cents > leftCents(order, list)) return refused("invalid", "Amount is too large");
      uuid = move(order, list, price.amount_in_cents);
      this.#moved.set(key, uuid);
    }
    return { status: 200, body: { uuid } };
  }
}

type PriceBody = { amount_in_cents: number };
type SessionBody = {
  order: Pick<ScriptedOrder, "reference_id" | "order_amount" | "metadata" | "checkout_expiration">;
};

/** A refusal in Sezzle's shape. */
export function refused(code: string, message: string): Answer {
  return { status: 422, body: [{ code, location: "", message, debug_uuid: randomUUID() }] };
}

function named({ method, url = "" }: IncomingMessage): Pick<Seen, "call" | "orderUuid"> {
  if (url === "/v2/authentication") return { call: "authenticate", orderUuid: null };
  if (url === "/v2/webhooks") return { call: "list_webhooks", orderUuid: null };
  if (url === "/v2/session") return { call: "session", orderUuid: null };
  const [, orderUuid = "", act] = /^\/v2\/order\/([^/]+)(?:\/(\w+))?$/.exec(url) ?? [];
  if (act === "capture" || act === "refund" || act === "release" || act === "reauthorize")
    return { call: act, orderUuid };
  if (act === "checkout") return { call: "delete_checkout", orderUuid };
  if (orderUuid && !act) return { call: method === "PATCH" ? "set_reference" : "get", orderUuid };
  throw new Error(`no such call: ${method} ${url}`);
}
