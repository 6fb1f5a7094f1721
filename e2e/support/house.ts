import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppProcess } from "./app-process.ts";
import { freePort } from "./free-port.ts";
import { type SandboxProcess, startSandbox } from "./sandbox-process.ts";

/** An app and a sandbox with throw-away databases, the way `npm start` runs them. */
export type House = {
  app: AppProcess;
  sandbox: SandboxProcess;
  databaseFile: string;
  close(): Promise<void>;
};

/** Starts a sandbox and the built app against it, with what is given set in the app's environment. */
export async function openHouse(environment: Record<string, string> = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), "till-"));
  const sandbox = await startSandbox();
  const databaseFile = join(folder, "till.db");
  const app = new AppProcess({ port: await freePort(), databaseFile, gatewayUrl: sandbox.url, environment });
  const close = async () => {
    await app.stop();
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await app.start();
  } catch (error) {
    await close();
    throw error;
  }
  return { app, sandbox, databaseFile, close };
}
