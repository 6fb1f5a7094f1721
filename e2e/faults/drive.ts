import { setTimeout as sleep } from "node:timers/promises";
import { openEngine } from "#db/engine.ts";
import { checkBooks } from "#lib/server/books.ts";
import { checkWishes } from "./check-wishes.ts";
import { cutPower, leastKills, wholeRunSales } from "./power-cuts.ts";
import { playSale } from "./sale-script.ts";
import type { Settings } from "./settings.ts";
import { settle } from "./settle.ts";
import { sendStrangeWebhooks } from "./strange-webhooks.ts";
import type { Tally } from "./tally.ts";
import { HistoryWatch } from "./watch-history.ts";
import { LogWatch } from "./watch-log.ts";
import { RequestWatch } from "./watch-requests.ts";
import { faultKinds, makeWeather } from "./weather.ts";
import { openWorld, type World } from "./world.ts";

const lookEveryMs = 1_000;
const stopSignals = ["SIGINT", "SIGTERM"] as const;

/** What a run came to. Where something differs `folder` holds the databases that are files. */
export type Run = {
  settings: Settings;
  tally: Tally;
  sales: number;
  playedMs: number;
  tookMs: number;
  folder: string | null;
};

/** Plays so many random sales in bad weather, lets everything settle, and compares the app's books with Sezzle's. */
export async function drive(settings: Settings): Promise<Run> {
  const startedAt = performance.now();
  const world = await openWorld(settings);
  const { tally } = world;
  const leave = () => void world.close(false).finally(() => process.exit(1));
  for (const signal of stopSignals) process.once(signal, leave);
  let sales = 0;
  let playedMs = 0;
  try {
    const watches = [new RequestWatch(world), new LogWatch(world), new HistoryWatch(world)] as const;
    sales = await playAll(world, () => watches.forEach((it) => void it.look()));
    const [requests, log, history] = watches;
    playedMs = performance.now() - startedAt;
    if (!tally.isEnough) {
      for (const { sentence } of await settle(world, history)) tally.differ(sentence);
      checkWishes(world);
      history.checkAllCame();
    }
    requests.look();
    log.look();
    if (!tally.isEnough) await addUp(world);
    if (sales >= wholeRunSales && sales === settings.sales && settings.kills) checkBadEnough(tally);
    const { tries, dropped } = world.sezzle.deliveryCounts();
    tally.count("webhooks", "tries", tries);
    tally.count("webhooks", "dropped", dropped);
  } finally {
    for (const signal of stopSignals) process.off(signal, leave);
    await world.close(tally.differences.length > 0);
  }
  const folder = tally.differences.length > 0 ? world.folder : null;
  return { settings, tally, sales, playedMs, tookMs: performance.now() - startedAt, folder };
}

/** A run that met little has shown little. */
function checkBadEnough(tally: Tally): void {
  for (const kind of faultKinds) {
    if (tally.of("faults", kind) === 0) tally.differ(`no call met a fault of the kind ${kind}.`);
  }
  if (tally.of("processes", "SIGKILL") < leastKills)
    tally.differ(`fewer than ${leastKills} processes were killed.`);
}

async function playAll(world: World, look: () => void): Promise<number> {
  const { settings, tally } = world;
  const ending = new AbortController();
  const orBreakOff = (work: Promise<unknown>) =>
    work.catch((error: unknown) => {
      tally.breakOff(error);
      ending.abort();
    });
  const around = [
    makeWeather(world, ending.signal),
    sendStrangeWebhooks(world, ending.signal),
    ...(settings.kills ? [cutPower(world, ending.signal)] : []),
    lookAgainAndAgain(look, ending.signal),
  ];
  const deadline = Date.now() + settings.mostMs;
  let begun = 0;
  const seats = Array.from({ length: settings.atOnce }, async () => {
    while (begun < settings.sales && Date.now() < deadline && !tally.isEnough) {
      begun += 1;
      tally.count("sales", "begun");
      await playSale(world, begun);
    }
  });
  const played = Promise.all(seats.map(orBreakOff)).finally(() => ending.abort());
  await Promise.all([played, ...around.map(orBreakOff)]);
  if (begun < settings.sales && !settings.mayEndEarly && !tally.isEnough)
    tally.differ(
      `in ${settings.mostMs / 60_000} minutes only ${begun} of ${settings.sales} sales were begun.`,
    );
  return begun;
}

async function lookAgainAndAgain(look: () => void, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    look();
    await sleep(lookEveryMs, undefined, { signal: stop }).catch(() => {});
  }
}

/** As `npm run check:books` does. */
async function addUp({ database, tally }: World): Promise<void> {
  const engine = openEngine(database);
  try {
    const report = await engine.read(checkBooks);
    for (const difference of report.differences) tally.differ(difference);
    tally.count("kept", "operations", report.operations);
    tally.count("kept", "movements", report.movements);
    tally.count("kept", "lines of history", report.lines);
    tally.count("kept", "not confirmed", report.unconfirmed);
  } finally {
    await engine.close();
  }
}
