import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { BurstEvent } from "./event-mix.ts";

export type Delivery = {
  event: BurstEvent;
  /** Null: no answer came. */
  status: number | null;
  /** From the moment it was to be sent, so that a sender held up by slow answers hides none of it. */
  durationMs: number;
};

const stepMs = 10;
const answerWithinMs = 20_000;

/** Sends so many events a second, whatever becomes of them, and returns all deliveries when the last has ended. */
export async function sendBurst(
  url: string,
  next: () => BurstEvent,
  { seconds, rate }: { seconds: number; rate: number },
): Promise<Delivery[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const deliveries: Promise<Delivery>[] = [];
  const startedAt = performance.now();
  try {
    while (deliveries.length < rate * seconds) {
      const passedMs = performance.now() - startedAt;
      const toSend = Math.min(rate * seconds, Math.ceil((passedMs * rate) / 1000));
      while (deliveries.length < toSend) {
        const plannedAt = startedAt + (deliveries.length * 1000) / rate;
        deliveries.push(deliver(agent, url, next(), plannedAt));
      }
      await sleep(stepMs);
    }
    return await Promise.all(deliveries);
  } finally {
    agent.destroy();
  }
}

function deliver(agent: Agent, url: string, event: BurstEvent, plannedAt: number): Promise<Delivery> {
  return new Promise((resolve) => {
    const end = (status: number | null) =>
      resolve({ event, status, durationMs: performance.now() - plannedAt });
    const headers = {
      "content-type": "application/json",
      "content-length": event.body.length,
      "sezzle-signature": event.signature,
    };
    const sent = request(url, { method: "POST", agent, headers, timeout: answerWithinMs }, (response) => {
      response.resume();
      response.on("end", () => end(response.statusCode ?? null));
    });
    sent.on("timeout", () => sent.destroy());
    sent.on("error", () => end(null));
    sent.end(event.body);
  });
}
