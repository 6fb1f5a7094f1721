import type { Money } from "#lib/money.ts";
import type { PayoutDetails, PayoutSummary } from "#lib/payout.ts";
import type { SezzleOrder } from "#lib/sezzle-order.ts";
import type { ExchangeWatch, GatewayLogEntry } from "./exchange.ts";
import { GatewayError } from "./gateway-error.ts";
import { assertPositiveCents, identifier, orderRequest, priceOf, whileSendable } from "./request-parts.ts";
import {
  movementAnswer,
  noAnswer,
  orderAnswer,
  reauthorizationAnswer,
  type SezzleReauthorization,
  type SezzleSession,
  sessionAnswer,
  type WebhookSubscription,
  webhookCreatedAnswer,
  webhookListAnswer,
} from "./schemas.ts";
import {
  type CreateSessionInput,
  defaultReadings,
  type SessionReadings,
  sessionRequestBody,
} from "./session-request.ts";
import { getPayoutDetails, listPayouts } from "./settlements.ts";
import { createTransport } from "./transport.ts";

export type GatewayConfig = {
  /** Without `/v2`, for example `https://sandbox.gateway.sezzle.com`. */
  baseUrl: string;
  publicKey: string;
  privateKey: string;
  /** For one exchange, its whole answer included. 20 seconds unless set. */
  timeoutMs?: number;
  readings?: Partial<SessionReadings>;
  fetch?: typeof fetch;
  /** Milliseconds since 1970. */
  now?: () => number;
  /** Waits before a repeat. */
  wait?: (delayMs: number) => Promise<unknown>;
  log?: (entry: GatewayLogEntry) => void;
  watch?: ExchangeWatch;
};

/**
 * Sezzle's gateway, one method a call. Every method throws a GatewayError, and no other error, when it does not succeed.
 * `requestId` is the idempotency key: the same on every try of one wish.
 */
export type Gateway = {
  /** Takes the shared token, or reuses it, and tells whose keys these are. */
  authenticate(): Promise<{ merchantUuid: string }>;
  /** Has no idempotency key: after an `unknown` outcome a repeat may send a second link. */
  createSession(input: CreateSessionInput): Promise<SezzleSession>;
  getSession(sessionUuid: string): Promise<SezzleSession>;
  /** `unhurried`: a 429 stands, for callers with a back-off of their own. */
  getOrder(orderUuid: string, options?: { unhurried: boolean }): Promise<SezzleOrder>;
  setReference(orderUuid: string, referenceId: string): Promise<void>;
  /** Refused once the shopper has completed the checkout. */
  deleteCheckout(orderUuid: string): Promise<void>;
  capture(orderUuid: string, amount: Money, requestId: string): Promise<{ movementUuid: string }>;
  refund(orderUuid: string, amount: Money, requestId: string): Promise<{ movementUuid: string }>;
  release(orderUuid: string, amount: Money, requestId: string): Promise<{ movementUuid: string }>;
  /** Makes a new order; `approved` tells whether the shopper's plan was granted. */
  reauthorize(orderUuid: string, amount: Money, requestId: string): Promise<SezzleReauthorization>;
  listWebhooks(): Promise<WebhookSubscription[]>;
  createWebhook(url: string, events: readonly string[]): Promise<{ uuid: string }>;
  /** Replaces address and events. */
  updateWebhook(uuid: string, url: string, events: readonly string[]): Promise<void>;
  deleteWebhook(uuid: string): Promise<void>;
  /** Has Sezzle send a trial event, to every subscriber of it unless an address is given. */
  testWebhook(event: string, url?: string): Promise<void>;
  /** The payouts of some days (`2026-11-22`, both included), newest first as Sezzle lists them. */
  listPayouts(days: { from: string; to: string }): Promise<PayoutSummary[]>;
  getPayoutDetails(payoutUuid: string): Promise<PayoutDetails>;
};

/**
 * Makes a client of the gateway. It holds one token for all its callers, so a process should have one client.
 * Throws a TypeError when the base address is none, and does nothing else until a method is called.
 */
export function createGateway(config: GatewayConfig): Gateway {
  const { protocol } = new URL(config.baseUrl);
  if (protocol !== "https:" && protocol !== "http:")
    throw new TypeError("the gateway's address must be http(s)");
  const readings = { ...defaultReadings, ...config.readings };
  const transport = createTransport({
    ...config,
    baseUrl: config.baseUrl.replace(/\/+$/, ""),
    timeoutMs: config.timeoutMs ?? 20_000,
    fetch: config.fetch ?? fetch,
    now: config.now ?? Date.now,
  });

  const move = (call: "capture" | "refund" | "release") => {
    return async (orderUuid: string, amount: Money, requestId: string) => {
      const price = priceOf(call, amount);
      // Only capture wraps its price.
      const body = call === "capture" ? { capture_amount: price } : price;
      return await transport.send(orderRequest(call, orderUuid, call, { body, requestId }), movementAnswer);
    };
  };

  return {
    async authenticate() {
      const { merchantUuid } = await transport.signIn();
      return { merchantUuid };
    },
    async createSession(input) {
      const body = whileSendable("createSession", () => {
        assertPositiveCents(input.amount);
        return sessionRequestBody(input, readings);
      });
      return await transport.send(
        { call: "createSession", method: "POST", path: "/v2/session", body },
        sessionAnswer,
      );
    },
    async getSession(sessionUuid) {
      const path = `/v2/session/${identifier("getSession", sessionUuid)}`;
      return await transport.send({ call: "getSession", method: "GET", path }, sessionAnswer);
    },
    async getOrder(orderUuid, options) {
      const request = orderRequest("getOrder", orderUuid, "", { method: "GET", ...options });
      const order = await transport.send(request, orderAnswer);
      if (order.orderUuid === orderUuid) return order;
      throw new GatewayError(
        "getOrder",
        "Sezzle answered with another order than the one that was asked for",
        {
          reason: "unreadable",
          outcome: "unknown",
        },
      );
    },
    async setReference(orderUuid, referenceId) {
      const body = { reference_id: referenceId };
      await transport.send(orderRequest("setReference", orderUuid, "", { method: "PATCH", body }), noAnswer);
    },
    async deleteCheckout(orderUuid) {
      await transport.send(
        orderRequest("deleteCheckout", orderUuid, "checkout", { method: "DELETE" }),
        noAnswer,
      );
    },
    capture: move("capture"),
    refund: move("refund"),
    release: move("release"),
    async reauthorize(orderUuid, amount, requestId) {
      const body = priceOf("reauthorize", amount);
      const request = orderRequest("reauthorize", orderUuid, "reauthorize", { body, requestId });
      return await transport.send(request, reauthorizationAnswer);
    },
    async listWebhooks() {
      return await transport.send(
        { call: "listWebhooks", method: "GET", path: "/v2/webhooks" },
        webhookListAnswer,
      );
    },
    async createWebhook(url, events) {
      const body = { url, events };
      return await transport.send(
        { call: "createWebhook", method: "POST", path: "/v2/webhooks", body },
        webhookCreatedAnswer,
      );
    },
    async updateWebhook(uuid, url, events) {
      const path = `/v2/webhooks/${identifier("updateWebhook", uuid)}`;
      await transport.send({ call: "updateWebhook", method: "PATCH", path, body: { url, events } }, noAnswer);
    },
    async deleteWebhook(uuid) {
      const path = `/v2/webhooks/${identifier("deleteWebhook", uuid)}`;
      await transport.send({ call: "deleteWebhook", method: "DELETE", path }, noAnswer);
    },
    async testWebhook(event, url) {
      const body = { event, url };
      await transport.send(
        { call: "testWebhook", method: "POST", path: "/v2/webhooks/test", body },
        noAnswer,
      );
    },
    listPayouts: (days) => listPayouts(transport, days),
    getPayoutDetails: (payoutUuid) => getPayoutDetails(transport, payoutUuid),
  };
}
