import { openEngine } from "#db/engine.ts";
import { checkBooks } from "#lib/server/books.ts";
import type { House } from "./house.ts";

/**
 * Stops a house's app and adds its books up, as `npm run check:books` does. Returns each difference as a sentence. Past sales that a
 * test wrote straight into the database have no operations, and are left out.
 */
export async function differencesIn({ app, database }: House): Promise<string[]> {
  await app.stop();
  const engine = openEngine(database);
  try {
    const { differences } = await engine.read(checkBooks);
    return differences.filter((it) => !it.endsWith("no operation has opened its link."));
  } finally {
    await engine.close();
  }
}
