import { defineConfig } from "vitest/config";

/** `MODEL_SEED` (a number, or `random`) and `MODEL_RUNS` have the model-based test look for what its own seed does not find. */
const { MODEL_SEED = "20260302", MODEL_RUNS = "20" } = process.env;
const model = {
  seed: MODEL_SEED === "random" ? Math.floor(Math.random() * 2 ** 31) : Number(MODEL_SEED),
  runs: Number(MODEL_RUNS),
};

const isAllOnPostgres = process.env.TILL_TEST_DATABASE === "postgres";

/** `npm run test:all`, and whoever names tests, want what takes long as well. */
const isWhole = isAllOnPostgres || Boolean(process.env.TILL_TEST_WHOLE);

/** On PostgreSQL a second time; in `npm test` those in which the engines could differ most. */
const doors = isWhole
  ? "lib/server/doors-*.test.ts"
  : "lib/server/doors-{inbox,live,locked,lost-answers,money,races,state,webhooks}.test.ts";
const onBothEngines = [
  "db/{day-closes,engine,history,history-guards,operations,order-list,prepare,prepared,write-queue}.test.ts",
  "db/postgres/*.test.ts",
  doors,
];

/** What `npm test` leaves out: each starts dozens of processes or fills a large shop. */
const long = isWhole ? [] : ["db/postgres/copy-refusals.test.ts", "scripts/seed-large.test.ts"];

declare module "vitest" {
  interface ProvidedContext {
    model: { seed: number; runs: number };
  }
}

export default defineConfig({
  test: {
    provide: { model },
    environment: "node",
    // For the commands that tests start: `npm run` gives them the same.
    env: { NODE_OPTIONS: `--import=${new URL("scripts/quick-imports.mjs", import.meta.url)}` },
    projects: [
      {
        extends: true,
        test: {
          name: "sqlite",
          include: ["{lib,db,sandbox,scripts,components}/**/*.test.ts", "e2e/bench/*.test.ts"],
          exclude: ["db/postgres/**", "lib/server/doors-*.test.ts", ...long],
          // To load everything anew for each file took a third of the time.
          isolate: false,
          setupFiles: "lib/server/testing/new-process.ts",
        },
      },
      // The whole app, in a process of its own for each file.
      { extends: true, test: { name: "doors", include: ["lib/server/doors-*.test.ts"] } },
      {
        extends: true,
        test: {
          name: "postgres",
          include: onBothEngines,
          exclude: long,
          globalSetup: "db/postgres/testing-server.ts",
        },
      },
    ],
    maxWorkers: 3,
    // Drizzle is some hundred files, which each test file would look up one by one: put into a few, they take half a second less.
    deps: {
      optimizer: {
        ssr: {
          enabled: true,
          include: [
            "drizzle-orm",
            "drizzle-orm/sqlite-core",
            "drizzle-orm/better-sqlite3",
            "drizzle-orm/better-sqlite3/migrator",
            "drizzle-orm/sqlite-proxy",
            "drizzle-orm/cache/core",
            "drizzle-orm/logger",
            "zod",
          ],
        },
      },
    },
    // Tests wait for conditions, not for time; on a busy machine starting a process alone takes seconds.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
