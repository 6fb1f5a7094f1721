import { afterAll, vi } from "vitest";
import { isOnPostgres, newDatabase } from "#db/testing-engine.ts";

/** Has the app use a new database, of the engine that these tests run on. Gone when the file's tests are done. */
export async function stubDatabase(): Promise<void> {
  const { address, remove } = await newDatabase();
  vi.stubEnv("DATABASE_URL", isOnPostgres ? address : `file:${address}`);
  // Beside a file one is made and kept.
  if (isOnPostgres) vi.stubEnv("AUTH_SECRET", "for tests alone: ".repeat(2));
  afterAll(remove);
}
