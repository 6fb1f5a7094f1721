import { setTimeout as sleep } from "node:timers/promises";
import type { AppProcess } from "../support/app-process.ts";
import type { Random } from "./random.ts";
import type { World } from "./world.ts";

/** What can happen to the app's processes. Each leaves exactly one running. */
const happenings = [
  { name: "killed and restarted", weight: 6, run: killAndRestart },
  { name: "a deploy that overlaps", weight: 12, run: overlap },
  { name: "asked to end and restarted", weight: 1, run: endAndRestart },
] as const;

/** So many kills a run of so many sales has met at least, however the dice fell. */
export const leastKills = 10;
export const wholeRunSales = 200;

/** What is left of the sales when the last one has happened: a process that dies is noticed after fifteen seconds. */
const quietShare = 0.1;

/**
 * Kills and restarts the app again and again while sales are played, and lets two processes run on one database for a while. At random
 * moments: some fifteen times in 200 sales, and a few times in fewer.
 */
export async function cutPower(world: World, stop: AbortSignal): Promise<void> {
  const random = world.random.fork("power cuts");
  const { sales } = world.settings;
  const mostBetween = Math.min(60, Math.floor(Math.max(sales, wholeRunSales) / 11));
  let nextAt = 0;
  for (;;) {
    nextAt += random.int(1, mostBetween);
    if (nextAt > sales * (1 - quietShare)) break;
    while (world.tally.of("sales", "begun") < nextAt && !stop.aborted) await sleep(50);
    if (stop.aborted) return;
    await sleep(random.int(0, 700));
    const happening = random.weighted(happenings, ({ weight }) => weight) ?? happenings[0];
    await happening.run(world, random, stop);
    world.tally.count("happenings", happening.name);
  }
  const isShort = () => sales >= wholeRunSales && world.tally.of("processes", "SIGKILL") < leastKills;
  while (isShort() && !stop.aborted) {
    await killAndRestart(world, random);
    world.tally.count("happenings", "killed and restarted");
  }
}

async function killAndRestart(world: World, random: Random): Promise<void> {
  const [process] = world.fleet.running;
  if (process) await kill(world, process);
  if (random.chance(0.3)) await sleep(random.int(0, 1_500));
  await start(world);
}

/** A second process comes, both are used for a while, and either of them ends. */
async function overlap(world: World, random: Random, stop: AbortSignal): Promise<void> {
  const [before] = world.fleet.running;
  const after = await start(world);
  await sleep(random.int(300, 3_000), undefined, { signal: stop }).catch(() => {});
  const leaving = before && random.chance(0.7) ? before : after;
  if (random.chance(0.85)) await kill(world, leaving);
  else await end(world, leaving);
}

async function endAndRestart(world: World): Promise<void> {
  const [process] = world.fleet.running;
  if (process) await end(world, process);
  await start(world);
}

async function start(world: World): Promise<AppProcess> {
  world.tally.count("processes", "started");
  return world.fleet.start();
}

async function kill(world: World, process: AppProcess): Promise<void> {
  world.tally.count("processes", "SIGKILL");
  await world.fleet.end(process, "SIGKILL");
}

async function end(world: World, process: AppProcess): Promise<void> {
  world.tally.count("processes", "SIGTERM");
  await world.fleet.end(process, "SIGTERM");
}
