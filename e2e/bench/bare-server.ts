import { createHmac, timingSafeEqual } from "node:crypto";
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { BareInbox } from "./bare-inbox.ts";

// The baseline: the least that takes a webhook in and tells the screens, with `node:http` and no framework. It verifies and keeps as
// durably as the product, and (`LEARNS=1`) makes the same call to the gateway, writes what it learned, and broadcasts. It knows no
// people, no sessions, no repeats, no polling and no second process: what those take is the product's own.

const { DATABASE_FILE = "", GATEWAY_URL = "", PRIVATE_KEY = "", LEARNS = "" } = process.env;
const heartbeatMs = 3_000;

const inbox = new BareInbox(DATABASE_FILE);
const agent = new Agent({ keepAlive: true });
const streams = new Map<ServerResponse, Set<string> | null>();

const server = createServer((request, response) => {
  if (request.url?.startsWith("/api/events")) return openStream(request, response);
  if (request.method === "POST") return void receive(request, response);
  response.end("ready");
});

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const raw = await readBytes(request);
  if (!isGenuine(raw, String(request.headers["sezzle-signature"]))) {
    response.writeHead(401).end();
    return;
  }
  const { uuid, event, data } = JSON.parse(raw.toString()) as {
    uuid: string;
    event: string;
    data: { uuid: string };
  };
  await inbox.keep({ uuid, event, orderUuid: data.uuid, raw });
  response.writeHead(200).end();
  if (LEARNS) await learn(uuid, data.uuid);
}

function isGenuine(raw: Buffer, signature: string): boolean {
  const expected = createHmac("sha256", PRIVATE_KEY).update(raw).digest();
  const given = Buffer.from(signature, "hex");
  return given.length === expected.length && timingSafeEqual(given, expected);
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function learn(eventUuid: string, orderUuid: string): Promise<void> {
  const answer = await askGateway(orderUuid);
  const { seq, storeId, saleId, row } = await inbox.approve(eventUuid, orderUuid, answer);
  const data = JSON.stringify({ line: { seq, kind: "order.changed" }, sale: { saleId, row, answer } });
  const frame = `id: ${seq}\nevent: change\ndata: ${data}\n\n`;
  for (const [stream, stores] of streams) if (!stores || stores.has(storeId)) stream.write(frame);
}

function askGateway(orderUuid: string): Promise<object> {
  return new Promise((resolve, reject) => {
    get(`${GATEWAY_URL}/v2/order/${orderUuid}`, { agent }, (response) => {
      readBytes(response).then((bytes) => resolve(JSON.parse(bytes.toString())), reject);
    }).on("error", reject);
  });
}

/** `x-stores` names the stores whose events are wanted; without it all are. */
function openStream(request: IncomingMessage, response: ServerResponse): void {
  const wanted = request.headers["x-stores"];
  streams.set(response, wanted ? new Set(String(wanted).split(",")) : null);
  response.on("close", () => streams.delete(response));
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
  });
  response.write("event: hello\ndata: {}\n\n");
}

setInterval(() => {
  const frame = `event: heartbeat\ndata: ${JSON.stringify({ now: Date.now() })}\n\n`;
  for (const stream of streams.keys()) stream.write(frame);
}, heartbeatMs).unref();

server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}` });
});
