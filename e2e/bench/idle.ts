import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { usageOf } from "./process-usage.ts";
import type { Measurement } from "./report.ts";
import { openScreens, Screens } from "./screens.ts";
import { furnishChain, type Screen } from "./shop.ts";
import { authSecret, type Served, type Site, startApp, startBare, startGateway } from "./site.ts";
import { takeTurns } from "./turns.ts";

const rounds = 3;
const streams = 2_000;
/** A process holds more for its first streams than for each further one: those are opened, and closed, before. */
const warmUp = 200;
const settleMs = 2_500;
/** Two heartbeats. */
const watchedMs = 6_000;

type Idle = { kilobytesAStream: number; percentOfACore: number };

/** What 2,000 open streams take that nothing comes on but heartbeats: each tablet signed in by itself, in 200 stores. */
export async function measureIdle(site: Site): Promise<Measurement[]> {
  const [ours, bares] = [join(site.folder, "idle.db"), join(site.folder, "idle-bare.db")];
  const chain = await furnishChain(ours, authSecret, { stores: 200, tabletsAStore: 10, managers: 0 });
  copyFileSync(ours, bares);
  const gateway = await startGateway(site);
  try {
    const turns = await takeTurns<Idle>(
      [
        {
          name: "app",
          // What streams leave behind must not be counted to the next ones: each turn has a process of its own.
          measure: () =>
            idleOf(
              startApp(site, { databaseFile: ours, gatewayUrl: gateway.url, name: "idle" }),
              chain.tablets,
            ),
        },
        { name: "bare server", measure: () => idleOf(startBare(site, bares, gateway.url), chain.tablets) },
      ],
      { rounds },
    );
    const of = (name: string, pick: (it: Idle) => number) => (turns.get(name) ?? []).map(pick);
    const measurement = (
      what: string,
      unit: string,
      limit: number,
      pick: (it: Idle) => number,
    ): Measurement => ({
      ...{ bench: "idle", what, unit, ours: of("app", pick) },
      baseline: { name: "bare server", turns: of("bare server", pick) },
      goal: { of: "ours", relation: "≤", limit },
    });
    return [
      measurement("memory a stream, 2,000 open", "KB", 130, (it) => it.kilobytesAStream),
      measurement("processor time, 2,000 open", "% of a core", 2, (it) => it.percentOfACore),
    ];
  } finally {
    await gateway.child.stop();
  }
}

async function idleOf(starting: Promise<Served>, tablets: Screen[]): Promise<Idle> {
  const { child, url } = await starting;
  const screens = new Screens();
  const open = (some: Screen[]) => openScreens(some, ({ cookie }) => screens.open(url, { cookie }));
  try {
    await open(tablets.slice(0, warmUp));
    screens.close();
    await sleep(settleMs);
    const empty = usageOf(child.pid);
    await sleep(watchedMs);
    const before = usageOf(child.pid);
    await open(tablets.slice(0, streams));
    await sleep(settleMs);
    const opened = usageOf(child.pid);
    await sleep(watchedMs);
    const after = usageOf(child.pid);
    screens.assertOpen();
    // What the process does without any stream is not theirs.
    const ownMs = before.cpuMs - empty.cpuMs;
    return {
      kilobytesAStream: (after.bytes - before.bytes) / 1024 / streams,
      percentOfACore: (100 * (after.cpuMs - opened.cpuMs - ownMs)) / watchedMs,
    };
  } finally {
    screens.close();
    await child.stop();
  }
}
