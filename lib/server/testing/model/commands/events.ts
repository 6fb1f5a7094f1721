import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect } from "vitest";
import type { WebhookEventRow } from "#db/queries/webhooks.ts";
import { webhookEvents } from "#db/schema/webhooks.ts";
import { read } from "../../../database.ts";
import { receiveWebhook } from "../../../webhooks/receive.ts";
import type { House } from "../house.ts";
import { answeredAbout } from "../moves.ts";
import type { SaleModel } from "../sale-model.ts";
import type { SandboxEvent } from "../sandbox-control.ts";
import { type Step, step } from "../steps.ts";
import { type Asking, calm, skyWords } from "../weather.ts";
import { skies } from "./skies.ts";

type Pick = "oldest" | "newest" | "all, newest first" | "again";

/** Sezzle delivers events: late, in any order, and more than once. */
export const deliveries: fc.Arbitrary<Step> = fc
  .record({
    pick: fc.constantFrom<Pick>("oldest", "oldest", "newest", "all, newest first", "again"),
    asking: skies.map((it) => it.asking),
  })
  .map(({ pick, asking }) =>
    step(
      `events are delivered: ${pick}${skyWords({ call: calm, asking })}`,
      async (model, house) => {
        for (const event of chosen(await eventsOf(model, house), house, pick))
          await deliver(model, house, event, asking);
      },
      (model) => model.attempts.some((it) => it.order !== null),
    ),
  );

/** The events about the sale's orders, oldest first. */
export function eventsOf(model: SaleModel, house: House): Promise<SandboxEvent[]> {
  return house.sandbox.events(model.orderUuids);
}

function chosen(events: SandboxEvent[], house: House, pick: Pick): SandboxEvent[] {
  const waiting = events.filter((it) => !house.delivered.has(it.uuid));
  if (pick === "again") return events.filter((it) => house.delivered.has(it.uuid)).slice(0, 1);
  if (pick === "all, newest first") return waiting.reverse();
  return pick === "oldest" ? waiting.slice(0, 1) : waiting.slice(-1);
}

/** One event arrives, and is worked off or put aside. A repeat changes nothing. */
export async function deliver(
  model: SaleModel,
  house: House,
  event: SandboxEvent,
  asking: Asking,
): Promise<void> {
  await house.meet({ call: calm, asking });
  expect(await receiveWebhook(event.raw, event.signature), "the signature holds").toBe(true);
  if (house.delivered.has(event.uuid)) return;
  house.delivered.add(event.uuid);
  const { processedAt } = await workedOff(event.uuid);
  // While Sezzle wants to be left alone the event waits.
  if (processedAt && asking.answered) await answeredAbout(model, house, event.orderUuid);
}

/** Resolves when an event that arrived has been worked off, or is to be tried again. */
async function workedOff(eventUuid: string): Promise<WebhookEventRow> {
  for (;;) {
    const [row] = await read((db) =>
      db.select().from(webhookEvents).where(eq(webhookEvents.eventUuid, eventUuid)),
    );
    if (row && (row.processedAt || row.problem)) return row;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
