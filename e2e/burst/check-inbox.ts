import { setTimeout as sleep } from "node:timers/promises";
import { readRows } from "../support/database.ts";
import type { House } from "../support/house.ts";
import type { BurstEvent } from "./event-mix.ts";
import type { Delivery } from "./send.ts";

type Kept = { event_uuid: string; deliveries: number; processed_at: number | null; problem: string | null };

const lookEveryMs = 200;

/** How many events wait that can be worked off. */
function waitingIn({ database }: House, ghosts: string[]): number {
  const [row] = readRows<{ waiting: number }>(
    database,
    `select count(*) waiting from webhook_events
     where processed_at is null and (order_uuid is null or order_uuid not in (select value from json_each(?)))`,
    JSON.stringify(ghosts),
  );
  return row?.waiting ?? 0;
}

/** Waits until nothing waits but what is poisoned, for so long at most. Returns how long that took; null when it never came. */
export async function drained(house: House, ghosts: string[], withinMs: number): Promise<number | null> {
  const startedAt = performance.now();
  while (waitingIn(house, ghosts) > 0) {
    if (performance.now() - startedAt > withinMs) return null;
    await sleep(lookEveryMs);
  }
  return performance.now() - startedAt;
}

/** Compares what was answered with what is on disk. Each difference is a sentence. */
export function differencesInInbox(
  house: House,
  deliveries: Delivery[],
  genuine: readonly BurstEvent[],
): string[] {
  const ours = new Set(deliveries.map((it) => it.event.uuid));
  const rows = readRows<Kept>(
    house.database,
    "select event_uuid, deliveries, processed_at, problem from webhook_events",
  ).filter((it) => ours.has(it.event_uuid));
  const kept = new Map(rows.map((it) => [it.event_uuid, it]));
  const differences: string[] = [];
  const differ = (many: unknown[], what: string) => {
    if (many.length > 0) differences.push(`${many.length} ${what}`);
  };
  const isForged = (it: Delivery) => it.event.kind === "forged";
  const good = deliveries.filter((it) => !isForged(it));
  differ(
    good.filter((it) => it.status !== 200),
    "genuine events were not answered 200.",
  );
  differ(
    deliveries.filter((it) => isForged(it) && it.status !== 401),
    "forged events were not answered 401.",
  );
  differ(
    deliveries.filter((it) => isForged(it) && kept.has(it.event.uuid)),
    "forged events are on disk.",
  );
  if (rows.length !== kept.size) differences.push("Some events are on disk more than once.");
  const answered = Map.groupBy(
    good.filter((it) => it.status === 200),
    (it) => it.event.uuid,
  );
  differ(
    [...answered.keys()].filter((uuid) => !kept.has(uuid)),
    "events that were answered 200 are not on disk.",
  );
  differ(
    [...answered].filter(([uuid, all]) => kept.get(uuid)?.deliveries !== all.length),
    "events were counted more or less often than they were delivered.",
  );
  differ(
    genuine.filter((it) => it.kind !== "poisoned" && !kept.get(it.uuid)?.processed_at),
    "events are not worked off.",
  );
  const poisoned = genuine.filter((it) => it.kind === "poisoned").map((it) => kept.get(it.uuid));
  differ(
    poisoned.filter((it) => !it || it.processed_at !== null || !it.problem),
    "poisoned events do not wait with their reason.",
  );
  return differences;
}
