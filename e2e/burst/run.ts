import { randomUUID } from "node:crypto";
import { differencesIn } from "../support/books-agree.ts";
import { readRows } from "../support/database.ts";
import { type House, openHouse } from "../support/house.ts";
import { differencesInInbox, drained } from "./check-inbox.ts";
import { EventMix } from "./event-mix.ts";
import { type Delivery, sendBurst } from "./send.ts";
import { type Counter, openCounter, otherOrders, startSales } from "./shop.ts";
import { watchStream } from "./watch-stream.ts";

// Floods the built app with webhooks about open orders, orders of other channels and orders nobody knows, with repeats and
// forgeries among them, and looks afterwards whether any was lost: `npm run test:burst`.

const settings = {
  seconds: Number(process.env.SECONDS || 60),
  rate: Number(process.env.RATE || 500),
  orders: Number(process.env.ORDERS || 500),
};
/** Every other order is paid by its shopper while the burst goes on. */
const paidShare = 0.5;
const drainWithinMs = 60_000;
/** Heartbeats come every three seconds; a tablet says after ten that it is not connected. */
const longestSilenceMs = 8_000;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function payInTurn({ sandbox }: House, orders: string[], stop: AbortSignal): Promise<string[]> {
  const paid: string[] = [];
  const everyMs = (settings.seconds * 1000 * 0.9) / (orders.length * paidShare);
  for (const uuid of orders.slice(0, Math.floor(orders.length * paidShare))) {
    if (stop.aborted) break;
    await sandbox.control(`/orders/${uuid}/complete`, { method: "POST", body: {} });
    paid.push(uuid);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
  return paid;
}

function sayRates(deliveries: Delivery[], tookMs: number): void {
  const answered = deliveries.filter((it) => it.status !== null);
  const times = answered.map((it) => it.durationMs).sort((a, b) => a - b);
  const at = (share: number) => `${Math.round(times[Math.floor((times.length - 1) * share)] ?? 0)} ms`;
  const rate = Math.round((answered.length * 1000) / tookMs);
  say(`  sent ${deliveries.length}, answered ${answered.length}: ${rate} a second`);
  say(`  answers: half within ${at(0.5)}, 99 of 100 within ${at(0.99)}, all within ${at(1)}`);
  const statuses = Map.groupBy(deliveries, (it) => `${it.event.kind} ${it.status ?? "no answer"}`);
  for (const [what, all] of [...statuses].sort()) say(`    ${all.length} × ${what}`);
}

function salesNotApproved({ database }: House, paid: string[]): string[] {
  const approved = new Set(
    readRows<{ uuid: string }>(
      database,
      `select orders.uuid from orders join attempts on attempts.id = attempt_id
       join sales on sales.id = sale_id where status = 'authorized'`,
    ).map((it) => it.uuid),
  );
  const missing = paid.filter((it) => !approved.has(it));
  return missing.length > 0 ? [`${missing.length} paid sales do not show it.`] : [];
}

async function runBurst(house: House, counter: Counter): Promise<string[]> {
  const differences: string[] = [];
  const open = await startSales(house, counter, settings.orders);
  const other = await otherOrders(house, 50);
  const ghosts = Array.from({ length: 20 }, () => randomUUID());
  const mix = new EventMix({ open, other, ghosts, privateKey: house.sandbox.privateKey });
  const stream = await watchStream(house, counter);
  say(`${settings.orders} open orders, ${settings.rate} events a second for ${settings.seconds} s`);

  const stop = new AbortController();
  const startedAt = performance.now();
  const paying = payInTurn(house, open, stop.signal);
  const deliveries = await sendBurst(`${house.app.url}/api/webhooks/sezzle`, () => mix.next(), settings);
  sayRates(deliveries, performance.now() - startedAt);
  stop.abort();
  const paid = await paying;
  const drainMs = await drained(house, ghosts, drainWithinMs);
  if (drainMs === null) differences.push(`Events still wait after ${drainWithinMs / 1000} s.`);
  else say(`  all worked off ${Math.round(drainMs)} ms after the last answer`);
  say(
    `  a tablet's stream: ${stream.changes()} changes, never silent for longer than ${Math.round(stream.longestSilenceMs())} ms`,
  );
  if (stream.status !== 200 || stream.longestSilenceMs() > longestSilenceMs)
    differences.push("The tablet's stream was not live all the time.");
  if (stream.changes() < paid.length)
    differences.push("The tablet's stream did not tell of every sale that was paid.");
  stream.close();
  const asks = await house.sandbox.control<unknown[]>("/requests?call=order_get&limit=10000");
  say(`  ${asks.length} requests for orders, ${paid.length} sales paid meanwhile`);
  return [
    ...differences,
    ...differencesInInbox(house, deliveries, mix.genuine),
    ...salesNotApproved(house, paid),
  ];
}

const house = await openHouse();
try {
  const counter = await openCounter(house);
  const differences = [...(await runBurst(house, counter)), ...(await differencesIn(house))];
  await counter.request.dispose();
  for (const it of differences) say(`✗ ${it}`);
  say(differences.length === 0 ? "✓ Nothing was lost." : `${differences.length} differences`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} finally {
  await house.close();
}
