import { type Context, Hono } from "hono";
import { z } from "zod";
import { disputeBooks, listDisputes } from "../disputes/dispute-store.ts";
import { disputeActs, openDispute } from "../disputes/disputes.ts";
import { expireTokens } from "../gateway/authentication.ts";
import { addFault, listFaults, removeAllFaults, removeFault } from "../gateway/faults.ts";
import { listRequests } from "../gateway/request-log.ts";
import { listMessages } from "../messages/message-store.ts";
import { getOrder, listOrders } from "../orders/order-store.ts";
import { notFound, Refusal } from "../refusal.ts";
import { isoTime, type Sandbox } from "../sandbox.ts";
import { readings, settings, webhookMode } from "../settings.ts";
import { payOut, plantInto } from "../settlements/pay-out.ts";
import { getPayout, listPayouts } from "../settlements/payout-store.ts";
import { listDeliveries, releaseHeld } from "../webhooks/delivery-store.ts";
import { listSubscriptions } from "../webhooks/subscriptions.ts";
import { errorSentence } from "./error-sentence.ts";
import { orderActs } from "./order-acts.ts";
import { createOtherOrder, orderBooks } from "./order-books.ts";
import { payoutBooks } from "./payout-books.ts";
import { resetEverything } from "./reset.ts";

const LISTED = 500;

/** The control API, `/control/api/...`: JSON in, JSON out, errors as `{error: sentence}`. Lists are newest first. */
export function controlApi(sandbox: Sandbox): Hono {
  const app = new Hono();
  readBooks(sandbox, app);
  steerOrders(sandbox, app);
  steerGateway(sandbox, app);
  steerPayouts(sandbox, app);
  app.all("*", () => {
    throw notFound("control call");
  });
  app.onError((error, c) => {
    const { status, sentence } = errorSentence(error);
    return c.json({ error: sentence }, status);
  });
  return app;
}

function readBooks(sandbox: Sandbox, app: Hono): void {
  app.get("/orders", (c) =>
    c.json(listOrders(sandbox, limitOf(c)).map((order) => orderBooks(sandbox, order))),
  );
  app.get("/orders/:uuid", (c) => c.json(orderBooks(sandbox, getOrder(sandbox, c.req.param("uuid")))));
  app.get("/disputes", (c) => c.json(listDisputes(sandbox, limitOf(c)).map(disputeBooks)));
  app.get("/messages", (c) =>
    c.json(
      listMessages(sandbox, limitOf(c)).map(({ created_at, ...message }) => ({
        ...message,
        at: isoTime(created_at),
      })),
    ),
  );
  app.get("/requests", (c) =>
    c.json(
      listRequests(sandbox, { order: c.req.query("order"), call: c.req.query("call"), limit: limitOf(c) }),
    ),
  );
  app.get("/deliveries", (c) =>
    c.json(
      listDeliveries(sandbox, limitOf(c)).map((delivery) => ({
        ...delivery,
        is_test: delivery.is_test === 1,
        released: delivery.released === 1,
        next_try_at: delivery.state === "pending" ? isoTime(delivery.next_try_at) : null,
        created_at: isoTime(delivery.created_at),
        delivered_at: isoTime(delivery.delivered_at),
      })),
    ),
  );
}

function steerOrders(sandbox: Sandbox, app: Hono): void {
  app.post("/orders", async (c) =>
    c.json(orderBooks(sandbox, createOtherOrder(sandbox, await jsonOf(c))), 201),
  );
  app.post("/orders/:uuid/dispute", async (c) =>
    c.json(disputeBooks(openDispute(sandbox, c.req.param("uuid"), await jsonOf(c))), 201),
  );
  app.post("/disputes/:id{[0-9]+}/:act", async (c) => {
    const act = disputeActs.get(c.req.param("act"));
    if (!act) throw notFound("act");
    return c.json(disputeBooks(act(sandbox, Number(c.req.param("id")), await jsonOf(c))));
  });
  app.post("/orders/:uuid/:act", async (c) => {
    const uuid = c.req.param("uuid");
    const act = orderActs.get(c.req.param("act"));
    if (!act) throw notFound("act");
    act(sandbox, uuid, await jsonOf(c));
    return c.json(orderBooks(sandbox, getOrder(sandbox, uuid)));
  });
}

function steerGateway(sandbox: Sandbox, app: Hono): void {
  app.get("/faults", (c) => c.json(listFaults(sandbox)));
  app.post("/faults", async (c) => c.json(addFault(sandbox, await jsonOf(c)), 201));
  app.delete("/faults", (c) => {
    removeAllFaults(sandbox);
    return c.body(null, 204);
  });
  app.delete("/faults/:id{[0-9]+}", (c) => {
    removeFault(sandbox, Number(c.req.param("id")));
    return c.body(null, 204);
  });

  app.get("/webhooks", (c) =>
    c.json({ ...webhookMode.read(sandbox), subscriptions: listSubscriptions(sandbox) }),
  );
  app.put("/webhooks", async (c) => {
    const mode = webhookMode.replace(sandbox, await jsonOf(c));
    sandbox.wakeDeliveries();
    return c.json(mode);
  });
  app.post("/webhooks/release", (c) => c.json({ released: releaseHeld(sandbox) }));

  app.get("/readings", (c) => c.json(readings.read(sandbox)));
  app.put("/readings", async (c) => c.json(readings.change(sandbox, await jsonOf(c))));
  app.get("/settings", (c) => c.json(settings.read(sandbox)));
  app.put("/settings", async (c) => c.json(settings.change(sandbox, await jsonOf(c))));

  app.post("/tokens/expire", (c) => {
    expireTokens(sandbox);
    return c.body(null, 204);
  });
  app.post("/reset", (c) => {
    resetEverything(sandbox);
    return c.body(null, 204);
  });
}

function steerPayouts(sandbox: Sandbox, app: Hono): void {
  app.get("/payouts", (c) =>
    c.json(
      listPayouts(sandbox, { limit: limitOf(c), offset: 0 }).map((payout) => payoutBooks(sandbox, payout)),
    ),
  );
  app.get("/payouts/:uuid", (c) => c.json(payoutBooks(sandbox, getPayout(sandbox, c.req.param("uuid")))));
  app.post("/payouts", async (c) => c.json(payoutBooks(sandbox, payOut(sandbox, await jsonOf(c))), 201));
  app.post("/payouts/:uuid/plants", async (c) =>
    c.json(payoutBooks(sandbox, plantInto(sandbox, c.req.param("uuid"), await jsonOf(c)))),
  );
}

/** The body as JSON; nothing at all counts as an empty object. @throws Refusal 400. */
async function jsonOf(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(400, { code: "bad_request", location: "body", message: "The body is not JSON." });
  }
}

function limitOf(c: Context): number {
  return z.coerce.number().int().min(1).max(10_000).catch(LISTED).parse(c.req.query("limit"));
}
