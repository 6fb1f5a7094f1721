import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SezzleBooks } from "../faults/sezzle-books.ts";
import { AppProcess } from "../support/app-process.ts";
import { freePort } from "../support/free-port.ts";
import { type SandboxProcess, startSandbox } from "../support/sandbox-process.ts";
import { PostgresServer } from "./postgres-server.ts";
import { ReverseProxy } from "./reverse-proxy.ts";
import { TillRows } from "./till-rows.ts";

/** Several instances of the built app on one PostgreSQL database, behind one address. */
export type ChainHouse = {
  postgres: PostgresServer;
  proxy: ReverseProxy;
  sandbox: SandboxProcess;
  sezzle: SezzleBooks;
  till: TillRows;
  instances: [AppProcess, AppProcess];
  close(): Promise<void>;
  /** Ends every process at once, for when this one is about to end. */
  kill(): void;
};

/** Starts a PostgreSQL server, a sandbox, a reverse proxy and two instances. */
export async function openChainHouse(): Promise<ChainHouse> {
  const folder = await mkdtemp(join(tmpdir(), "till-instances-"));
  const postgres = await PostgresServer.open();
  const proxy = await ReverseProxy.open();
  const sandboxFile = join(folder, "sandbox.db");
  const sandbox = await startSandbox({ databaseFile: sandboxFile });
  const environment = { APP_URL: proxy.url };
  const newInstance = async () =>
    new AppProcess({
      port: await freePort(),
      database: postgres.address,
      gatewayUrl: sandbox.url,
      environment,
    });
  const instances: [AppProcess, AppProcess] = [await newInstance(), await newInstance()];
  const till = new TillRows(postgres.address);
  const sezzle = new SezzleBooks(sandboxFile);
  for (const { url } of instances) proxy.add(url);
  const close = async () => {
    await proxy.close();
    await Promise.all(instances.map((it) => it.stop()));
    await sandbox.stop();
    await till.close();
    sezzle.close();
    await postgres.close();
    await rm(folder, { recursive: true, force: true });
  };
  const kill = () => {
    for (const it of instances) void it.stop("SIGKILL");
    void sandbox.stop();
  };
  try {
    // Seconds instead of hours, also when a whole server was away.
    const webhookRetrySeconds = [1, 1, 1, 2, 2, 3, 5, 5, 5, 10, 10, 10];
    await sandbox.control("/settings", { method: "PUT", body: { webhookRetrySeconds } });
    // Both at once: one of them makes the schema, the other waits for it.
    await Promise.all(instances.map((it) => it.start()));
    await untilReady(proxy.url);
  } catch (error) {
    await close();
    throw error;
  }
  return { postgres, proxy, sandbox, sezzle, till, instances, close, kill };
}

async function untilReady(url: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const isReady = await fetch(`${url}/api/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    if (Date.now() > deadline) throw new Error("no instance is ready behind the proxy");
  }
}
