import { defineConfig } from "@playwright/test";

import type { EngineName } from "./e2e/support/database.ts";

const executablePath = process.env.CHROMIUM_PATH;

/** Some journeys are also made on PostgreSQL. `npm run test:postgres` makes all of them there, and none on SQLite. */
const isAllOnPostgres = process.env.TILL_TEST_DATABASE === "postgres";

/** `npm test` makes each journey once and leaves out what takes long; `npm run test:all`, and whoever names tests, do not. */
const isWhole = isAllOnPostgres || Boolean(process.env.TILL_TEST_WHOLE);

export default defineConfig<object, { engine: EngineName }>({
  testDir: "e2e",
  // Unit tests of what drivers reckon with are vitest's.
  testMatch: "**/*.spec.ts",
  globalSetup: "./e2e/support/postgres-server.ts",
  projects: isAllOnPostgres
    ? [{ name: "postgres", use: { engine: "postgres" } }]
    : [
        // One worker: one house for all of them.
        { name: "postgres", grep: /@postgres/, workers: 1, use: { engine: "postgres" } },
        { name: "sqlite", ...(isWhole ? {} : { grepInvert: [/@long/, /@postgres/] }) },
      ],
  // Each worker starts an app and a sandbox of its own. Of three one mostly waits: for a lease to end, for a stream to be missed.
  workers: 3,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that needs its second try is reported as flaky, and is to be looked at: more than once it was the product.
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  outputDir: "test-results/browser",
  use: {
    // A trace of every action takes a third of the time. `npm run test:e2e -- --trace on` records one when it is wanted.
    trace: "off",
    // Nothing may hang on a motion that some devices do without; drawing it takes a quarter of the browser's time.
    contextOptions: { reducedMotion: "reduce" },
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", "--disable-background-networking", "--no-first-run"],
    },
  },
});
