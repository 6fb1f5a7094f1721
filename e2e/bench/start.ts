import { join } from "node:path";
import type { Child } from "./child.ts";
import { buildEmptyApp, startEmptyApp } from "./empty-app.ts";
import type { Measurement } from "./report.ts";
import { furnishChain } from "./shop.ts";
import { authSecret, type Site, startApp, startGateway } from "./site.ts";
import { takeTurns } from "./turns.ts";

const rounds = 6;

/** From the start of the process to its first answer, on a database that is there, beside an app of one page. */
export async function measureStart(site: Site): Promise<Measurement[]> {
  const empty = join(site.keeps, "empty-app");
  await buildEmptyApp(empty);
  const emptyLog = join(site.folder, "empty-app.log");
  const databaseFile = join(site.folder, "start.db");
  await furnishChain(databaseFile, authSecret, { stores: 50, tabletsAStore: 10, managers: 0 });
  const gateway = await startGateway(site);
  try {
    const turns = await takeTurns(
      [
        {
          name: "app",
          measure: () =>
            timed(
              async () =>
                (await startApp(site, { databaseFile, gatewayUrl: gateway.url, name: "start" })).child,
            ),
        },
        {
          name: "empty Next app",
          measure: () => timed(async () => (await startEmptyApp(empty, emptyLog)).child),
        },
      ],
      { rounds, warmRounds: 1 },
    );
    return [
      {
        ...{ bench: "start", what: "start to ready", unit: "ms", ours: turns.get("app") ?? [] },
        baseline: { name: "empty Next app", turns: turns.get("empty Next app") ?? [] },
        goal: { of: "ratio", relation: "≤", limit: 2 },
      },
    ];
  } finally {
    await gateway.child.stop();
  }
}

async function timed(start: () => Promise<Child>): Promise<number> {
  const from = performance.now();
  const child = await start();
  const tookMs = performance.now() - from;
  await child.stop();
  return tookMs;
}
