import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppProcess } from "./app-process.ts";
import { type EngineName, newDatabase, removeDatabase } from "./database.ts";
import { freePort } from "./free-port.ts";
import { type SandboxProcess, startSandbox } from "./sandbox-process.ts";

/** An app and a sandbox with throw-away databases, the way `npm start` runs them. */
export type House = {
  app: AppProcess;
  sandbox: SandboxProcess;
  /** The app's database: a SQLite file, or the address of a PostgreSQL one. */
  database: string;
  close(): Promise<void>;
};

type HouseOptions = {
  /** SQLite unless given. */
  engine?: EngineName;
  /** Set in the app's environment beside the rest, or in its place. */
  environment?: Record<string, string>;
};

/** Starts a sandbox and the built app against it. */
export async function openHouse({ engine = "sqlite", environment }: HouseOptions = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), "till-"));
  const database = await newDatabase(engine, folder);
  const sandbox = await startSandbox();
  const app = new AppProcess({
    port: await freePort(),
    database,
    gatewayUrl: sandbox.url,
    ...(environment ? { environment } : {}),
  });
  const close = async () => {
    await app.stop();
    await sandbox.stop();
    await removeDatabase(database);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await app.start();
  } catch (error) {
    await close();
    throw error;
  }
  return { app, sandbox, database, close };
}
