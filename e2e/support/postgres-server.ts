import type { FullConfig } from "@playwright/test";
import { startTestServer } from "#db/postgres/test-server.ts";

/**
 * Starts a PostgreSQL server that houses of this process, and of those it starts, can have a database on. Returns the way to stop it.
 */
export async function startPostgres(): Promise<() => Promise<void>> {
  const { address, stop } = await startTestServer();
  process.env.TILL_TEST_SERVER = address;
  return stop;
}

/** Playwright's global set-up: only what runs on PostgreSQL needs a server. */
export default async function setUp({
  filteredProjects,
}: FullConfig): Promise<(() => Promise<void>) | undefined> {
  return filteredProjects.some(({ name }) => name === "postgres") ? startPostgres() : undefined;
}
