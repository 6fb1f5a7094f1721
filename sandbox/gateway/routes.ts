import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { deleteCheckout } from "../orders/checkout-outcome.ts";
import { getOrder } from "../orders/order-store.ts";
import { notFound, Refusal } from "../refusal.ts";
import type { Sandbox } from "../sandbox.ts";
import { readings } from "../settings.ts";
import { settlementDetails } from "../settlements/details.ts";
import { settlementSummaries } from "../settlements/summaries.ts";
import { announceTest, causedEvents } from "../webhooks/events.ts";
import {
  changeSubscription,
  createSubscription,
  deleteSubscription,
  getSubscription,
  listSubscriptions,
} from "../webhooks/subscriptions.ts";
import { issueToken } from "./authentication.ts";
import { gatewayCall, refusalAnswer, toResponse } from "./gateway-call.ts";
import { type MoneyCall, moneyCall } from "./money-calls.ts";
import { createSession, getSessionOrder } from "./sessions.ts";
import { orderShape, sessionShape, subscriptionLinks, subscriptionShape } from "./shapes.ts";
import { parseBody, referenceIdSchema, webAddressSchema } from "./validation.ts";

const LARGEST_BODY = 256 * 1024;

const referenceSchema = z.object({ reference_id: referenceIdSchema });
const testSchema = z.object({ event: z.enum(causedEvents), url: webAddressSchema.optional() });

/** The gateway's calls under `/v2` that the in-store flow uses. */
export function gatewayRoutes(sandbox: Sandbox): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(
    bodyLimit({ maxSize: LARGEST_BODY, onError: () => toResponse(refusalAnswer(sandbox, tooLarge())) }),
  );
  authenticationAndSessions(sandbox, app);
  orders(sandbox, app);
  webhooks(sandbox, app);
  settlements(sandbox, app);
  app.all("*", () => toResponse(refusalAnswer(sandbox, notFound("call"))));
  return app;
}

function authenticationAndSessions(sandbox: Sandbox, app: Hono<{ Bindings: HttpBindings }>): void {
  app.post(
    "/authentication",
    gatewayCall(sandbox, "authentication", ({ body }) => ({ status: 201, body: issueToken(sandbox, body) })),
  );
  app.post(
    "/session",
    gatewayCall(sandbox, "session_create", ({ body }) => {
      const order = createSession(sandbox, body);
      return { status: 201, body: sessionShape(sandbox, order), orderUuid: order.uuid };
    }),
  );
  app.get(
    "/session/:uuid",
    gatewayCall(sandbox, "session_get", ({ uuid }) => {
      const order = getSessionOrder(sandbox, uuid);
      return { status: 200, body: sessionShape(sandbox, order), orderUuid: order.uuid };
    }),
  );
}

function orders(sandbox: Sandbox, app: Hono<{ Bindings: HttpBindings }>): void {
  app.get(
    "/order/:uuid",
    gatewayCall(sandbox, "order_get", ({ uuid }) => ({
      status: 200,
      body: orderShape(sandbox, getOrder(sandbox, uuid)),
    })),
  );
  app.patch(
    "/order/:uuid",
    gatewayCall(sandbox, "order_patch", ({ uuid, body }) => {
      getOrder(sandbox, uuid);
      const { reference_id } = parseBody(referenceSchema, body);
      sandbox.db.prepare("UPDATE orders SET reference_id = ? WHERE uuid = ?").run(reference_id, uuid);
      return { status: 204 };
    }),
  );
  app.delete(
    "/order/:uuid/checkout",
    gatewayCall(sandbox, "checkout_delete", ({ uuid }) => {
      deleteCheckout(sandbox, uuid);
      return { status: 204 };
    }),
  );
  for (const call of ["capture", "refund", "release", "reauthorize"] satisfies MoneyCall[]) {
    app.post(
      `/order/:uuid/${call}`,
      gatewayCall(sandbox, call, ({ uuid, requestId, body }) =>
        moneyCall(sandbox, call, { orderUuid: uuid, requestId, body }),
      ),
    );
  }
}

function webhooks(sandbox: Sandbox, app: Hono<{ Bindings: HttpBindings }>): void {
  app.post(
    "/webhooks",
    gatewayCall(sandbox, "webhooks", ({ body }) => {
      const { uuid } = createSubscription(sandbox, body);
      const status = readings.read(sandbox).webhookCreateStatus;
      return { status, body: { uuid, links: subscriptionLinks(sandbox, uuid) } };
    }),
  );
  app.post(
    "/webhooks/test",
    gatewayCall(sandbox, "webhooks", ({ body }) => {
      const { event, url } = parseBody(testSchema, body);
      announceTest(sandbox, event, url);
      return { status: readings.read(sandbox).webhookTestStatus };
    }),
  );
  app.get(
    "/webhooks",
    gatewayCall(sandbox, "webhooks", () => ({
      status: 200,
      body: listSubscriptions(sandbox).map((subscription) => subscriptionShape(sandbox, subscription)),
    })),
  );
  app.get(
    "/webhooks/:uuid",
    gatewayCall(sandbox, "webhooks", ({ uuid }) => ({
      status: 200,
      body: subscriptionShape(sandbox, getSubscription(sandbox, uuid)),
    })),
  );
  app.patch(
    "/webhooks/:uuid",
    gatewayCall(sandbox, "webhooks", ({ uuid, body }) => ({
      status: 200,
      body: subscriptionShape(sandbox, changeSubscription(sandbox, uuid, body)),
    })),
  );
  app.delete(
    "/webhooks/:uuid",
    gatewayCall(sandbox, "webhooks", ({ uuid }) => {
      deleteSubscription(sandbox, uuid);
      return { status: 204 };
    }),
  );
}

function settlements(sandbox: Sandbox, app: Hono<{ Bindings: HttpBindings }>): void {
  app.get(
    "/settlements/summaries",
    gatewayCall(sandbox, "settlement_summaries", ({ query }) => ({
      status: 200,
      body: settlementSummaries(sandbox, query),
    })),
  );
  app.get(
    "/settlements/details/:uuid",
    gatewayCall(sandbox, "settlement_details", ({ uuid, query }) => ({
      status: 200,
      csv: settlementDetails(sandbox, uuid, query),
    })),
  );
}

function tooLarge(): Refusal {
  return new Refusal(413, { code: "bad_request", location: "body", message: "The body is over 256 KB." });
}
