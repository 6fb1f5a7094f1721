import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type GatewayOrder, GatewayOrders, orderBody } from "./gateway-orders.ts";

// The gateway of the benchmarks: answers at once what a sale from link to capture asks for, and keeps nothing on disk. What it is
// asked is faithful; it is not strict as the sandbox is, which takes processor time of its own for that. It runs as a process of its own,
// and its parent tells it by messages what shoppers do.

/** What the parent may ask. */
export type GatewayMessage = { keep: GatewayOrder[] } | { approve: string[] } | { tell: boolean };

/** What it is told, after each message. */
export type GatewayTold = { calls: number; busyMs: number; orders: GatewayOrder[] };

const orders = new GatewayOrders();
const hooks = new Map<string, { uuid: string; url: string; events: string[] }>();
const told = { calls: 0, busyMs: 0 };
const tokenMs = 2 * 60 * 60_000;

type Answer = { status: number; body?: object };

const server = createServer((request, response) => {
  const startedAt = performance.now();
  readText(request).then((text) => {
    const { status, body } = answerTo(request, text ? JSON.parse(text) : {});
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body ? JSON.stringify(body) : undefined);
    told.calls += 1;
    told.busyMs += performance.now() - startedAt;
  });
});

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}

// biome-ignore lint/suspicious/noExplicitAny: what the app sends is its own tests' matter.
function answerTo({ method, url = "", headers }: IncomingMessage, body: any): Answer {
  const [, , subject = "", id = "", act = ""] = url.split("?")[0]?.split("/") ?? [];
  switch (`${method} ${subject} ${act}`.trim()) {
    case "POST authentication":
      return { status: 201, body: newToken() };
    case "POST session": {
      const { uuid } = orders.open(body);
      const order = { uuid, checkout_url: `https://checkout.example/${uuid}` };
      return { status: 201, body: { uuid: randomUUID(), order } };
    }
    case "GET webhooks":
      return { status: 200, body: [...hooks.values()] };
    case "POST webhooks": {
      const uuid = randomUUID();
      hooks.set(uuid, { uuid, url: body.url, events: body.events });
      return { status: 201, body: { uuid } };
    }
    case "GET settlements":
      return { status: 200, body: [] };
  }
  const order = orders.get(id);
  if (subject !== "order" || !order) return { status: 404, body: [] };
  if (method === "GET") return { status: 200, body: orderBody(order) };
  if (act !== "capture" || !order.approvedUntil) return { status: 422, body: [] };
  const requestId = String(headers["sezzle-request-id"]);
  return {
    status: 201,
    body: { uuid: orders.capture(order, requestId, body.capture_amount.amount_in_cents) },
  };
}

function newToken(): object {
  const expiration = new Date(Date.now() + tokenMs).toISOString();
  return { token: randomUUID(), expiration_date: expiration, merchant_uuid: "00000000-bench" };
}

process.on("message", (message: GatewayMessage) => {
  if ("keep" in message) orders.keep(message.keep);
  if ("approve" in message) for (const uuid of message.approve) orders.approve(uuid);
  const answer: GatewayTold = { ...told, orders: "tell" in message && message.tell ? orders.all() : [] };
  process.send?.(answer);
});

server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}` });
});
