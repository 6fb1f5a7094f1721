import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { prepareDatabase } from "#db/prepare.ts";
import { countHint, findAsk, insertOrder, setNextAsk } from "#db/queries/orders.ts";
import { read, write } from "../database.ts";
import { env } from "../env.ts";
import { stubDatabase } from "../testing/stub-database.ts";
import { ensureSubscription, subscriptionState } from "./subscription.ts";

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
  const named = request.url?.split("/").at(-1);
  if (request.method === "DELETE") {
    const isThere = subscriptions.some((it) => it.uuid === named);
    subscriptions = subscriptions.filter((it) => it.uuid !== named);
    return isThere ? response.writeHead(204).end() : answer(404, []);
  }
  attempts += 1;
  if (refusesDisputes && events.some((event) => event.startsWith("dispute."))) {
    return answer(422, [{ code: "invalid", location: "events", message: "unknown event" }]);
  }
  const uuid = request.method === "POST" ? randomUUID() : (named ?? "");
  const made: Subscription = { uuid, url, events, links: [] };
  subscriptions = [...subscriptions.filter((it) => it.uuid !== uuid), made];
  answer(request.method === "POST" ? 201 : 200, made);
});
sezzle.listen(0, "127.0.0.1");
await once(sezzle, "listening");

await stubDatabase();
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

test("of two subscriptions to the same address, as an older start may have left, one stays with the events of both", async () => {
  refusesDisputes = false;
  const url = "http://localhost:3000/api/webhooks/sezzle";
  const elsewhere: Subscription = {
    uuid: "0",
    url: "https://shop.example/hook",
    events: ["order.captured"],
    links: [],
  };
  subscriptions = [
    { uuid: "b", url, events: ["customer.tokenized"], links: [] },
    { uuid: "a", url, events: ["order.captured"], links: [] },
    elsewhere,
  ];
  await ensureSubscription();
  expect(subscriptions.map((it) => it.uuid).sort()).toEqual(["0", "a"]);
  expect(subscriptions.find((it) => it.uuid === "a")?.events).toEqual(
    expect.arrayContaining(["customer.tokenized", "order.captured", "order.authorized"]),
  );
  expect(subscriptions).toContainEqual(elsewhere);
});

test("several processes that find none at the same moment end with one", async () => {
  refusesDisputes = false;
  await Promise.all(Array.from({ length: 4 }, () => ensureSubscription()));
  expect(subscriptions).toHaveLength(1);
  await ensureSubscription();
  expect(subscriptions).toHaveLength(1);
});

/** An order that is asked for at that moment next. */
async function orderAskedAt(nextAskAt: Date): Promise<string> {
  const uuid = randomUUID();
  const none = { sessionUuid: null, checkoutUrl: null, snapshot: null, askedAt: null, confirmedAt: null };
  const order = { uuid, kind: "main" as const, attemptId: null, confirmedBy: null, createdAt: new Date() };
  await write(async (db) => {
    await insertOrder(db, { ...order, ...none });
    await countHint(db, uuid, "poll", new Date());
    await setNextAsk(db, uuid, nextAskAt);
  });
  return uuid;
}

const nextAskOf = async (uuid: string) => (await read((db) => findAsk(db, uuid)))?.nextAskAt?.getTime() ?? 0;

test("after Sezzle deleted the subscription it is made anew, and what may have been missed is asked for", async () => {
  refusesDisputes = false;
  await ensureSubscription();
  const inMs = (ms: number) => new Date(Date.now() + ms);
  const open = await orderAskedAt(inMs(40_000));
  const captured = await orderAskedAt(inMs(20 * 60 * 60_000));
  await ensureSubscription();
  expect(await nextAskOf(open)).toBeGreaterThan(Date.now() + 30_000);
  const existedSince = subscriptionState().existsSince;
  subscriptions = [];
  await ensureSubscription();
  expect(subscriptions).toHaveLength(1);
  expect(await nextAskOf(open)).toBeLessThanOrEqual(Date.now());
  expect(await nextAskOf(captured)).toBeLessThan(Date.now() + 60 * 60_000);
  expect(subscriptionState().existsSince?.getTime()).toBeGreaterThan(existedSince?.getTime() ?? 0);
});

test("a gateway that refuses disputes is asked for orders alone, and not asked for disputes again", async () => {
  refusesDisputes = true;
  await ensureSubscription();
  expect(subscriptions[0]?.events).toEqual(["order.authorized", "order.captured", "order.refunded"]);
  await ensureSubscription();
  expect(attempts).toBe(2);
});
