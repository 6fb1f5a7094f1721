import { join } from "node:path";
import { freePort } from "../support/free-port.ts";
import { Child } from "./child.ts";
import { buildEmptyApp } from "./project-copy.ts";
import type { Measurement } from "./report.ts";
import { furnishChain } from "./shop.ts";
import { authSecret, type Site, startApp, startGateway } from "./site.ts";
import { takeTurns } from "./turns.ts";

const rounds = 6;
const readyWithinMs = 60_000;

/** From the start of the process to its first answer, on a database that is there, beside an app of one page. */
export async function measureStart(site: Site): Promise<Measurement[]> {
  const empty = join(site.keeps, "empty-app");
  await buildEmptyApp(empty);
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
        { name: "empty Next app", measure: () => timed(() => startEmpty(site, empty)) },
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

async function startEmpty({ folder }: Site, empty: string): Promise<Child> {
  const port = await freePort();
  const child = new Child({
    args: ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port)],
    folder: empty,
    env: {},
    logFile: join(folder, "empty-app.log"),
  });
  await child.answers(`http://127.0.0.1:${port}/api/ready`, readyWithinMs);
  return child;
}
