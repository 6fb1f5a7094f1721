import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { prepareDatabase } from "#db/prepare.ts";
import { env } from "../env.ts";
import { ensureSubscription } from "./subscription.ts";

type Subscription = { uuid: string; url: string; events: string[]; links: [] };

let subscriptions: Subscription[] = [];
let refusesDisputes = false;
let attempts = 0;

async function bodyOf(request: IncomingMessage): Promise<{ url: string; events: string[] }> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text === "" ? { url: "", events: [] } : JSON.parse(text);
}

// What of Sezzle's gateway a subscription needs.
const sezzle = createServer(async (request, response) => {
  const { url, events } = await bodyOf(request);
  const answer = (status: number, body: unknown) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  if (request.url === "/v2/authentication") {
    const expires = new Date(Date.now() + 7_200_000).toISOString();
    return answer(201, { token: "a-token", expiration_date: expires, merchant_uuid: "a-merchant" });
  }
  if (request.method === "GET") return answer(200, subscriptions);
  attempts += 1;
  if (refusesDisputes && events.some((event) => event.startsWith("dispute."))) {
    return answer(422, [{ code: "invalid", location: "events", message: "unknown event" }]);
  }
  subscriptions = [{ uuid: "subscription-1", url, events, links: [] }];
  answer(request.method === "POST" ? 201 : 200, subscriptions[0]);
});
sezzle.listen(0, "127.0.0.1");
await once(sezzle, "listening");

const folder = mkdtempSync(join(tmpdir(), "till-subscription-"));
vi.stubEnv("DATABASE_URL", `file:${join(folder, "till.db")}`);
vi.stubEnv("SEZZLE_ENV", "local");
vi.stubEnv("SEZZLE_GATEWAY_URL", `http://127.0.0.1:${(sezzle.address() as AddressInfo).port}`);
vi.stubEnv("LOG_LEVEL", "error");
await prepareDatabase(env());

beforeEach(() => {
  subscriptions = [];
  attempts = 0;
});

afterAll(() => {
  sezzle.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a subscription that is not there is made, with orders and disputes, and then left alone", async () => {
  refusesDisputes = false;
  await ensureSubscription();
  await ensureSubscription();
  expect(attempts).toBe(1);
  expect(subscriptions[0]?.url).toBe("http://localhost:3000/api/webhooks/sezzle");
  expect(subscriptions[0]?.events).toEqual(
    expect.arrayContaining([
      "order.authorized",
      "order.captured",
      "order.refunded",
      "dispute.closed.neutral",
    ]),
  );
});

test("a subscription to less is widened, and what else it was for is kept", async () => {
  refusesDisputes = false;
  const url = "http://localhost:3000/api/webhooks/sezzle";
  subscriptions = [
    { uuid: "subscription-1", url, events: ["customer.tokenized", "order.captured"], links: [] },
  ];
  await ensureSubscription();
  expect(subscriptions[0]?.events).toEqual(
    expect.arrayContaining(["customer.tokenized", "order.authorized"]),
  );
});

test("a gateway that refuses disputes is asked for orders alone, and not asked for disputes again", async () => {
  refusesDisputes = true;
  await ensureSubscription();
  expect(subscriptions[0]?.events).toEqual(["order.authorized", "order.captured", "order.refunded"]);
  await ensureSubscription();
  expect(attempts).toBe(2);
});
