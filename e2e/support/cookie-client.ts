import { Agent, type IncomingHttpHeaders, request } from "node:http";
import type { HttpAnswer, HttpSender } from "./http-sender.ts";

type SentOptions = { headers?: Record<string, string>; data?: string; form?: Record<string, string> };

const answerWithinMs = 20_000;

/**
 * A browser without a screen: sends requests, keeps cookies, follows no redirect. What it asks goes to the process at the URL it is
 * given, under the name of the one public address, as a proxy in front of several processes has it.
 */
export class CookieClient implements HttpSender {
  readonly #cookies = new Map<string, string>();
  readonly #agent = new Agent({ keepAlive: true });
  readonly #publicUrl: URL;

  constructor(publicUrl: string) {
    this.#publicUrl = new URL(publicUrl);
  }

  /** The cookies as a request's header carries them. */
  get cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  /** Sets a cookie as a page would. */
  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  get(url: string): Promise<HttpAnswer> {
    return this.#send("GET", url, {});
  }

  post(url: string, options: SentOptions = {}): Promise<HttpAnswer> {
    return this.#send("POST", url, options);
  }

  /** Lets go of every connection. */
  close(): void {
    this.#agent.destroy();
  }

  #send(method: string, url: string, { headers, data, form }: SentOptions): Promise<HttpAnswer> {
    const body = form ? new URLSearchParams(form).toString() : data;
    const formType = form ? { "content-type": "application/x-www-form-urlencoded" } : {};
    const { host, origin } = this.#publicUrl;
    return new Promise((resolve, reject) => {
      const sent = request(
        url,
        {
          method,
          agent: this.#agent,
          timeout: answerWithinMs,
          headers: {
            host,
            origin,
            // As browsers say it of what a page sends to its own address. (Fetch Metadata Request Headers, W3C.)
            "sec-fetch-site": "same-origin",
            cookie: this.cookieHeader,
            ...formType,
            ...headers,
          },
        },
        (response) => {
          this.#keep(response.headers);
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () => {
            const text = Buffer.concat(chunks).toString();
            resolve({
              status: () => response.statusCode ?? 0,
              text: async () => text,
              json: async () => JSON.parse(text) as unknown,
            });
          });
        },
      );
      sent.on("timeout", () => sent.destroy(new Error(`no answer within ${answerWithinMs} ms`)));
      sent.on("error", reject);
      sent.end(body);
    });
  }

  #keep(headers: IncomingHttpHeaders): void {
    for (const line of headers["set-cookie"] ?? []) {
      const [pair = "", ...attributes] = line.split(";");
      const name = pair.slice(0, pair.indexOf("=")).trim();
      const value = pair.slice(pair.indexOf("=") + 1);
      const isOver = value === "" || attributes.some((it) => /^\s*max-age=0$/i.test(it));
      if (isOver) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}
