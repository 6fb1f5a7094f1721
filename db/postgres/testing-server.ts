import type { TestProject } from "vitest/node";
import { startTestServer } from "./test-server.ts";
import { makeTemplate } from "./testing.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the PostgreSQL server that the tests run on; undefined: they run on SQLite. */
    postgres: string | undefined;
  }
}

/** Starts the PostgreSQL server of the unit tests. Returns the way to stop it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, stop } = await startTestServer();
  await makeTemplate(address);
  project.provide("postgres", address);
  return stop;
}
