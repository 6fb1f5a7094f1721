import { setTimeout as sleep } from "node:timers/promises";
import type { AppProcess } from "../support/app-process.ts";
import { compareBooks, settle } from "./compare-books.ts";
import { type ChainHouse, openChainHouse } from "./house.ts";
import { Load } from "./load.ts";

// Loses a machine: under a load of sales one of two instances is killed, the database is shut down and started again, and both
// instances are replaced one after the other. Afterwards nothing may be missing: `npm run test:instances`.

const settings = {
  seconds: Number(process.env.SECONDS || 8),
  outageMs: Number(process.env.OUTAGE_MS || 3_000),
};
/** How soon a screen must be live again that was connected to what was lost. */
const liveAgainWithinMs = 5_000;
/** How long a press may stay without an answer while the database is away. */
const refusedWithinMs = 6_500;
const capture = "app/till/sales/[saleId]/actions.ts#capture";
const stopSignals = ["SIGINT", "SIGTERM"] as const;

const say = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

/** How long the longest of the screens was not live since a moment, and how many lost their connection. */
function screensSince(load: Load, sinceMs: number): { lost: number; longestMs: number } {
  const gaps = load.readers.flatMap((it) => it.gaps.filter(({ fromMs }) => fromMs >= sinceMs));
  return { lost: gaps.length, longestMs: Math.max(0, ...gaps.map(({ fromMs, toMs }) => toMs - fromMs)) };
}

function checkScreens(load: Load, sinceMs: number, differences: string[]): void {
  const { lost, longestMs } = screensSince(load, sinceMs);
  say(
    `  ${lost} streams of ${load.readers.length} screens were lost, all live again within ${seconds(longestMs)}`,
  );
  if (longestMs > liveAgainWithinMs) differences.push(`A screen was not live for ${seconds(longestMs)}.`);
}

async function loseInstance({ instances }: ChainHouse, load: Load, differences: string[]): Promise<void> {
  const [, lost] = instances;
  say("One of two instances is killed.");
  const at = performance.now();
  await lost.stop("SIGKILL");
  await sleep(settings.seconds * 1000);
  checkScreens(load, at, differences);
  if (screensSince(load, at).lost === 0)
    differences.push("No screen was connected to the instance that was killed.");
  await lost.start();
}

async function loseDatabase(house: ChainHouse, load: Load, differences: string[]): Promise<void> {
  say("PostgreSQL is shut down and started again.");
  const at = performance.now();
  const before = load.cashiers.map((it) => it.answersMs.length);
  const refusedBefore = load.cashiers.reduce((sum, it) => sum + it.refused, 0);
  await house.postgres.shutDown();
  await askEach(house, load, differences);
  await sleep(settings.outageMs);
  await house.postgres.start();
  const startedAt = performance.now();
  const sold = load.paid;
  while (load.paid < sold + load.cashiers.length && performance.now() < startedAt + 30_000) await sleep(50);
  say(`  sales come to their end again ${seconds(performance.now() - startedAt)} after its start`);
  await sleep(settings.seconds * 500);
  const during = load.cashiers.flatMap((it, index) => it.answersMs.slice(before[index]));
  const longestMs = Math.max(0, ...during);
  const refused = load.cashiers.reduce((sum, it) => sum + it.refused, 0) - refusedBefore;
  say(`  ${refused} presses were refused, the longest wait for an answer was ${seconds(longestMs)}`);
  if (refused === 0) differences.push("Nobody pressed anything while the database was away.");
  if (longestMs > refusedWithinMs) differences.push(`A press had no answer for ${seconds(longestMs)}.`);
  checkScreens(load, at, differences);
  for (const it of house.instances) {
    if (!(await isLive(it))) differences.push(`An instance ended:\n${it.output.slice(-1_000)}`);
  }
}

/** What an instance says while the database is away, to who asks it itself. */
async function askEach({ instances }: ChainHouse, load: Load, differences: string[]): Promise<void> {
  for (const { url } of instances) {
    const [ready, live] = await Promise.all(
      ["ready", "live"].map(async (it) => (await fetch(`${url}/api/health/${it}`)).status),
    );
    if (ready !== 503 || live !== 200)
      differences.push(`Without its database an instance says ready ${ready}, live ${live}.`);
    const input = { saleId: "none", wishId: crypto.randomUUID(), seenVersion: 1, amountCents: 100 };
    const startedAt = performance.now();
    const answer = await load.cashiers[0]?.press(capture, input, url);
    say(`  an instance refuses a press in words after ${seconds(performance.now() - startedAt)}`);
    if (answer?.ok !== false || answer.code !== "no_database")
      differences.push(`Without its database an instance answers a press with ${JSON.stringify(answer)}.`);
  }
}

async function isLive({ url }: AppProcess): Promise<boolean> {
  return fetch(`${url}/api/health/live`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function replaceEach(
  { instances, proxy }: ChainHouse,
  load: Load,
  differences: string[],
): Promise<void> {
  say("Both instances are replaced, one after the other.");
  const at = performance.now();
  const refused = () => load.cashiers.reduce((sum, it) => sum + it.refused, 0);
  const before = refused();
  for (const it of instances) {
    proxy.drain(it.url);
    await it.stop("SIGTERM");
    await it.start();
    proxy.refill(it.url);
    await sleep(settings.seconds * 250);
  }
  say(`  ${refused() - before} presses had to be repeated`);
  checkScreens(load, at, differences);
}

async function run(house: ChainHouse): Promise<string[]> {
  const differences: string[] = [];
  const load = await Load.start(house);
  try {
    say(`${load.cashiers.length} cashiers sell, ${load.readers.length} screens follow.`);
    await sleep(settings.seconds * 1000);
    await loseInstance(house, load, differences);
    await loseDatabase(house, load, differences);
    await replaceEach(house, load, differences);
    await load.end();
    const open = await settle(house, load);
    const outcomes = Map.groupBy(load.outcomes.values(), (it) => it);
    say([...outcomes].map(([outcome, all]) => `${all.length} sales ${outcome}`).join(", "));
    const lines = load.readers.map((it) => it.positions.length);
    say(
      `${house.sezzle.pastDeliveries(100_000).length} webhooks delivered; lines on the screens: ${lines.join(", ")}`,
    );
    return [...differences, ...open, ...(await compareBooks(house, load))];
  } finally {
    await load.close();
  }
}

const startedAt = performance.now();
const house = await openChainHouse();
for (const signal of stopSignals) process.once(signal, () => house.kill());
try {
  const differences = await run(house);
  for (const it of differences) say(`✗ ${it}`);
  const took = seconds(performance.now() - startedAt);
  say(
    differences.length === 0
      ? `✓ Nothing was lost (${took}).`
      : `${differences.length} differences (${took})`,
  );
  await house.close();
  // Said outright: what starts PostgreSQL would end this process with 0, whatever its exit code was set to.
  process.exit(differences.length === 0 ? 0 : 1);
} catch (error) {
  await house.close();
  throw error;
}
