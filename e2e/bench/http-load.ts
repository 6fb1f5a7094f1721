import { Agent, type OutgoingHttpHeaders, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/** A request, and what has to be so of its answer. */
export type Sending = {
  url: string;
  method?: "GET" | "POST";
  headers: OutgoingHttpHeaders;
  body?: Buffer | string;
};

/** An answer, and how long it took from the moment the request was to be sent. */
export type Answered = { status: number; text: string; tookMs: number };

const answerWithinMs = 20_000;

class ClosedMeanwhile extends Error {}

/** Sends requests over connections that are kept open. Light, since it shares the machine with what it measures. */
export class Sender {
  readonly #agent: Agent;

  constructor(mostConnections: number) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: mostConnections });
  }

  /**
   * Sends one request. Rejects when no answer comes. On a kept connection that the server closed at that very moment nothing was
   * answered: the request goes out once more, as browsers do it.
   */
  async send(sending: Sending, plannedAt = performance.now()): Promise<Answered> {
    try {
      return await this.#sendOnce(sending, plannedAt);
    } catch (error) {
      if (!(error instanceof ClosedMeanwhile)) throw error;
      return this.#sendOnce(sending, plannedAt);
    }
  }

  #sendOnce({ url, method = "POST", headers, body }: Sending, plannedAt: number): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { "content-length": Buffer.byteLength(body) };
      const options = {
        method,
        agent: this.#agent,
        headers: { ...headers, ...length },
        timeout: answerWithinMs,
      };
      const sent = request(url, options, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, text, tookMs: performance.now() - plannedAt });
        });
      });
      sent.on("timeout", () => sent.destroy(new Error(`no answer within ${answerWithinMs} ms`)));
      sent.on("error", (error: NodeJS.ErrnoException) => {
        reject(error.code === "ECONNRESET" && sent.reusedSocket ? new ClosedMeanwhile() : error);
      });
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

type Work = () => Promise<unknown>;

/** Has so many workers do the same again and again for some time. Returns how often a second; what begins before `warmMs` does not count. */
export async function ratePerSecond(
  work: Work,
  { atOnce, warmMs, ms }: { atOnce: number; warmMs: number; ms: number },
): Promise<number> {
  const from = performance.now() + warmMs;
  let done = 0;
  const worker = async () => {
    while (performance.now() < from + ms) {
      await work();
      const now = performance.now();
      if (now >= from && now < from + ms) done += 1;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return (done * 1_000) / ms;
}

/**
 * Begins work at a steady rate, whatever becomes of what was begun, and waits for the last to end. Each is told when it was to begin: a
 * sender held up by slow answers hides none of it.
 */
export async function atRate<Value>(
  work: (plannedAt: number, index: number) => Promise<Value>,
  { aSecond, count }: { aSecond: number; count: number },
): Promise<Value[]> {
  const startedAt = performance.now();
  const begun: Promise<Value>[] = [];
  while (begun.length < count) {
    const plannedAt = startedAt + (begun.length * 1_000) / aSecond;
    const early = plannedAt - performance.now();
    if (early > 0) await sleep(early);
    begun.push(work(plannedAt, begun.length));
  }
  return Promise.all(begun);
}
