import { once } from "node:events";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const probeEveryMs = 250;
const probeWithinMs = 2_000;

type Backend = { url: string; isReady: boolean; isDrained: boolean };

/**
 * A reverse proxy before several instances: each request goes to one of them in turn, what it answers is passed on as it comes. An
 * instance that is not ready gets nothing; where none is, a request goes to any of them all the same.
 */
export class ReverseProxy {
  readonly #server = createServer((asked, answer) => void this.#pass(asked, answer));
  readonly #backends: Backend[] = [];
  readonly #timer = setInterval(() => this.#probeAll(), probeEveryMs);
  #turn = 0;
  #url = "";

  static async open(): Promise<ReverseProxy> {
    const proxy = new ReverseProxy();
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    proxy.#url = `http://localhost:${(proxy.#server.address() as AddressInfo).port}`;
    return proxy;
  }

  get url(): string {
    return this.#url;
  }

  /** Adds an instance; it gets requests once it is ready. */
  add(url: string): void {
    this.#backends.push({ url, isReady: false, isDrained: false });
  }

  /** Sends an instance nothing more, as before it is replaced; its open streams stay. */
  drain(url: string): void {
    for (const it of this.#backends) if (it.url === url) it.isDrained = true;
  }

  /** Lets a replaced instance have requests once it is ready. */
  refill(url: string): void {
    for (const it of this.#backends)
      if (it.url === url) Object.assign(it, { isDrained: false, isReady: false });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }

  async #probeAll(): Promise<void> {
    await Promise.all(
      this.#backends.map(async (it) => {
        const signal = AbortSignal.timeout(probeWithinMs);
        it.isReady = await fetch(`${it.url}/api/health/ready`, { signal }).then(
          ({ ok }) => ok,
          () => false,
        );
      }),
    );
  }

  /** Those a request may go to, in the order in which they are tried. */
  #order(): Backend[] {
    this.#turn += 1;
    const inUse = this.#backends.filter((it) => !it.isDrained);
    const ready = inUse.filter((it) => it.isReady);
    const list = ready.length > 0 ? ready : inUse;
    const first = list.length === 0 ? 0 : this.#turn % list.length;
    return [...list.slice(first), ...list.slice(0, first)];
  }

  async #pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    for (const backend of this.#order()) {
      const end = await forward(backend.url, asked, Buffer.concat(chunks), answer);
      if (end === "passed") return;
      backend.isReady = false;
      if (end === "broken") break;
    }
    if (answer.headersSent) answer.destroy();
    else answer.writeHead(502).end("no instance answered");
  }
}

/** What became of a request: an answer has begun; nothing was sent, as nobody listens; or the connection broke after it was sent. */
type End = "passed" | "unsent" | "broken";

function forward(to: string, asked: IncomingMessage, body: Buffer, answer: ServerResponse): Promise<End> {
  return new Promise((resolve) => {
    const { method, headers, url } = asked;
    const upstream = request(`${to}${url}`, { method, headers, agent: false }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      answer.flushHeaders();
      response.pipe(answer);
      response.on("error", () => answer.destroy());
      response.on("close", () => answer.destroy());
      answer.on("close", () => upstream.destroy());
      resolve("passed");
    });
    upstream.on("error", (error: NodeJS.ErrnoException) => {
      resolve(error.code === "ECONNREFUSED" ? "unsent" : "broken");
    });
    asked.on("close", () => {
      if (!asked.complete) upstream.destroy();
    });
    upstream.end(body);
  });
}
