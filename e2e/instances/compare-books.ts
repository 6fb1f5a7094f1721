import { setTimeout as sleep } from "node:timers/promises";
import { openEngine } from "#db/engine.ts";
import { checkBooks } from "#lib/server/books.ts";
import type { ChainHouse } from "./house.ts";
import type { Load } from "./load.ts";

const settleWithinMs = 45_000;
const lookEveryMs = 250;

/** What has not come to its end yet, in words; null when all has. */
async function openEnds({ till, sezzle }: ChainHouse, load: Load): Promise<string | null> {
  const counts = await till.all<{ what: string; n: number }>(
    `select 'operations' as what, count(*)::int as n from operations
       where state in ('prepared', 'sending', 'unconfirmed') and kind <> 'open_checkout'
     union all select 'openings', count(*)::int from operations where state in ('prepared', 'sending') and kind = 'open_checkout'
     union all select 'events', count(*)::int from webhook_events where processed_at is null
     union all select 'answers', count(*)::int from order_asks where wanted > done`,
  );
  const all = [...counts, { what: "webhooks", n: sezzle.waitingDeliveries() }];
  const newest = await till.all<{ seq: number }>(
    "select coalesce(max(seq), 0)::int as seq from history where sale_id is not null",
  );
  const behind = load.readers.filter((it) => it.storeIds.size > 1 && it.lastId < (newest[0]?.seq ?? 0));
  all.push({ what: "streams", n: behind.length });
  const open = all.filter(({ n }) => n > 0);
  return open.length === 0 ? null : open.map(({ what, n }) => `${what} ${n}`).join(", ");
}

/** Waits until everything has come to its end. Returns what has not, in a sentence. */
export async function settle(house: ChainHouse, load: Load): Promise<string[]> {
  const deadline = Date.now() + settleWithinMs;
  for (;;) {
    const open = await openEnds(house, load);
    if (open === null) return [];
    if (Date.now() > deadline) return [`After ${settleWithinMs / 1000} s there still wait: ${open}.`];
    await sleep(lookEveryMs);
  }
}

/** Compares what the tills, Sezzle and the screens know. Each difference is a sentence. */
export async function compareBooks(house: ChainHouse, load: Load): Promise<string[]> {
  return [
    ...load.failures,
    ...(await lostSales(house, load)),
    ...(await lostWebhooks(house)),
    ...(await lostLines(house, load)),
    ...(await booksOf(house)),
  ];
}

/** Every sale is there, opened once, and what its shopper paid was taken once: here, and at Sezzle. */
async function lostSales({ till, sezzle }: ChainHouse, load: Load): Promise<string[]> {
  const differences: string[] = [];
  const captures = await till.all<{ id: string; sale: string }>(
    "select id, sale_id as sale from operations where kind = 'capture' and state = 'succeeded'",
  );
  const all = await till.all<{ id: string }>("select id from sales");
  if (all.length !== load.begun)
    differences.push(`${load.begun} sales were begun, and ${all.length} are kept.`);
  for (const { id } of all) {
    const sale = await till.sale(id);
    if (!sale) continue;
    const orders = sezzle.ordersOf(sale.number);
    const movements = orders.flatMap(({ uuid }) => sezzle.movementsOf(uuid));
    const ours = captures.filter((it) => it.sale === id).map((it) => it.id);
    if (orders.length > 1) differences.push(`${sale.number} has ${orders.length} orders at Sezzle.`);
    if (movements.length > 1) differences.push(`${sale.number} was taken ${movements.length} times.`);
    const takenCents = movements.reduce((sum, it) => sum + it.amountCents, 0);
    if (takenCents !== sale.capturedCents)
      differences.push(`${sale.number}: Sezzle took ${takenCents}, the till says ${sale.capturedCents}.`);
    if (movements.some((it) => !ours.includes(it.requestId ?? "")))
      differences.push(`${sale.number} was taken under a key that is none of its operations that succeeded.`);
    const outcome = load.outcomes.get(id);
    if (outcome === "paid" && sale.capturedCents !== sale.amountCents)
      differences.push(
        `${sale.number} was paid for ${sale.amountCents}, and ${sale.capturedCents} were kept.`,
      );
  }
  return differences;
}

/** Every webhook was answered 200 in the end, and those that were are kept and worked off. */
async function lostWebhooks({ till, sezzle, sandbox }: ChainHouse): Promise<string[]> {
  const rows = await till.all<{ uuid: string; done: boolean }>(
    "select event_uuid as uuid, processed_at is not null as done from webhook_events",
  );
  const kept = new Map(rows.map((it) => [it.uuid, it.done]));
  const delivered = sezzle
    .pastDeliveries(100_000)
    .map(({ body }) => (JSON.parse(body) as { uuid: string }).uuid);
  const lost = delivered.filter((it) => kept.get(it) !== true);
  const all = await sandbox.control<{ state: string }[]>("/deliveries?limit=10000");
  const undelivered = all.filter(({ state }) => state !== "delivered").length;
  if (delivered.length === 0) return ["No webhook was delivered at all."];
  return [
    ...(lost.length > 0
      ? [`${lost.length} of ${delivered.length} webhooks that were answered 200 are lost.`]
      : []),
    ...(undelivered > 0 ? [`${undelivered} webhooks were never answered 200.`] : []),
  ];
}

/** Every screen got every line of its stores, once and in order. */
async function lostLines({ till }: ChainHouse, load: Load): Promise<string[]> {
  const lines = await till.all<{ seq: number; store: string | null; sale: string | null }>(
    "select seq::int, store_id as store, sale_id as sale from history order by seq",
  );
  const gap = lines.find(({ seq }, index) => seq !== index + 1);
  const differences = gap ? [`The history has a gap before line ${gap.seq}.`] : [];
  for (const [index, reader] of load.readers.entries()) {
    const from = await reader.from;
    const wanted = lines.filter(
      ({ seq, store, sale }) => seq > from && sale !== null && store !== null && reader.storeIds.has(store),
    );
    const got = reader.positions;
    const missing = wanted.filter(({ seq }) => !got.includes(seq)).length;
    const isInOrder = got.every((seq, at) => at === 0 || seq > (got[at - 1] ?? 0));
    if (missing > 0) differences.push(`Screen ${index + 1} never got ${missing} of ${wanted.length} lines.`);
    if (!isInOrder) differences.push(`Screen ${index + 1} got lines twice or out of order.`);
    if (reader.resets > 0) differences.push(`Screen ${index + 1} was told to load everything anew.`);
  }
  return differences;
}

/** As `npm run check:books` does. */
async function booksOf({ postgres }: ChainHouse): Promise<string[]> {
  const engine = openEngine(postgres.address);
  try {
    return (await engine.read(checkBooks)).differences;
  } finally {
    await engine.close();
  }
}
