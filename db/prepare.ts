import { nameOf } from "./address.ts";
import { type DemoSignIn, demoHashes, demoSignIns, insertDemo } from "./demo.ts";
import { type Engine, openEngine } from "./engine.ts";
import { findIdentity, type Identity, insertIdentity } from "./queries/identity.ts";
import { areWordsMissing, fillMissingWords } from "./queries/search-words.ts";

type Prepared = { ok: true; demo: DemoSignIn[] | null } | { ok: false; problem: string };

/**
 * Makes the database ready: creates or migrates its schema, sees that it belongs to this mode, and gives a new `local`
 * one the demo store. Safe to run again and in two processes at once. `problem` is one line for a person.
 */
export async function prepareDatabase(settings: {
  database: string;
  mode: Identity["mode"];
}): Promise<Prepared> {
  const { database, mode } = settings;
  const name = nameOf(database);
  let engine: Engine;
  try {
    engine = openEngine(database);
  } catch (error) {
    return { ok: false, problem: `The database ${name} cannot be read: ${messageOf(error)}.` };
  }
  try {
    const content = await engine.content();
    if (content === "foreign") {
      return {
        ok: false,
        problem: `The database ${name} belongs to another program. Set DATABASE_URL to another one.`,
      };
    }
    if (content === "part of a copy") {
      return {
        ok: false,
        problem: `The database ${name} holds a part of a copy, and is no shop until it is whole. Run npm run db:copy again, or set DATABASE_URL to another one.`,
      };
    }
    // Looked at before anything is changed: a database of another mode is left as it is.
    const owner = content === "ours" ? await engine.read(findIdentity) : null;
    if (owner && owner.mode !== mode) {
      return { ok: false, problem: wrongMode(name, owner.mode, mode) };
    }
    await migrate(engine);
    await makeFindable(engine);
    if (!owner) await furnish(engine, mode);
    return { ok: true, demo: mode === "local" ? demoSignIns : null };
  } catch (error) {
    return { ok: false, problem: `The database ${name} cannot be used: ${messageOf(error)}.` };
  } finally {
    await engine.close();
  }
}

/** Another process may be migrating at this moment: what the first try could not do, the second finds done. */
async function migrate(engine: Engine): Promise<void> {
  try {
    await engine.migrate();
  } catch {
    await engine.migrate();
  }
}

/** Sales of an older version, some at a time: another process must not wait long for its turn to write. */
async function makeFindable(engine: Engine): Promise<void> {
  if (!(await engine.read(areWordsMissing))) return;
  while ((await engine.write((db) => fillMissingWords(db, 200))) > 0);
}

async function furnish(engine: Engine, mode: Identity["mode"]): Promise<void> {
  const hashes = mode === "local" ? await demoHashes() : null;
  await engine.write(async (db) => {
    if (await findIdentity(db)) return;
    const now = new Date();
    await insertIdentity(db, mode, now);
    if (hashes) await insertDemo(db, hashes, now);
  });
}

function wrongMode(file: string, made: string, asked: string): string {
  return `The database ${file} was made for SEZZLE_ENV=${made} and refuses SEZZLE_ENV=${asked}. Set SEZZLE_ENV=${made}, or set DATABASE_URL to another one.`;
}

function messageOf(error: unknown): string {
  // Drizzle puts the whole statement into its own message; what went wrong is in the cause.
  const told = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  // A host with several addresses that all refuse has an error for each, and no message of its own.
  const cause = told instanceof AggregateError ? told.errors[0] : told;
  return cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
}
