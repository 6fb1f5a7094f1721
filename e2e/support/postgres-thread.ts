import { parentPort, workerData } from "node:worker_threads";
import { sql } from "drizzle-orm";
import { type Db, type Engine, openEngine } from "#db/engine.ts";
import type { Asked, Link } from "./postgres.ts";

// A thread that asks PostgreSQL, while the thread it belongs to waits: see `postgres.ts`.

const { port, answered } = workerData as Link;
const engines = new Map<string, Engine>();

function engineAt(database: string): Engine {
  const engine = engines.get(database) ?? openEngine(database);
  engines.set(database, engine);
  return engine;
}

async function answer({ database, kind, query, values }: Asked): Promise<unknown> {
  const parts = query.split("?").map((text) => sql.raw(text));
  const whole = sql.join(parts.flatMap((part, at) => (at === 0 ? [part] : [sql`${values[at - 1]}`, part])));
  if (kind === "read") return engineAt(database).read((db: Db) => db.all(whole));
  return engineAt(database).write((db: Db) => db.run(whole).then(() => []));
}

port.on("message", async (asked: Asked) => {
  try {
    port.postMessage({ rows: await answer(asked) });
  } catch (error) {
    port.postMessage({ problem: error instanceof Error ? error.message : String(error) });
  }
  Atomics.store(answered, 0, 1);
  Atomics.notify(answered, 0);
});
parentPort?.unref();
