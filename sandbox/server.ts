import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import { createApp } from "./app.ts";
import { openDatabase, StartError } from "./database.ts";
import type { Environment } from "./environment.ts";
import type { Sandbox } from "./sandbox.ts";
import { startDeliveryWorker } from "./webhooks/delivery-worker.ts";

/** A sandbox that listens. */
export interface RunningSandbox {
  /** The public address, used in links. */
  readonly url: string;
  /** Looks for due webhooks now, for whoever moves the clock. */
  wakeDeliveries: () => void;
  /** Ends every connection and closes the database. */
  close: () => Promise<void>;
}

const HOSTS = ["127.0.0.1", "::1"];

/**
 * Opens the database and listens on loopback alone.
 * @param now the clock, UTC in milliseconds.
 * @throws StartError when the database cannot be used or the port is taken.
 */
export async function startSandbox(
  environment: Environment,
  now: () => number = Date.now,
): Promise<RunningSandbox> {
  const stopping = new AbortController();
  const sandbox: Sandbox = {
    db: openDatabase(environment.databasePath),
    now,
    publicKey: environment.publicKey,
    privateKey: environment.privateKey,
    url: "",
    stopping: stopping.signal,
    wakeDeliveries: () => {},
  };
  const app = createApp(sandbox);
  const listener = getRequestListener((request, env) => app.fetch(request, env as HttpBindings));

  let servers: Server[];
  let port: number;
  try {
    ({ servers, port } = await listenOnLoopback(environment.port, listener));
  } catch (error) {
    sandbox.db.close();
    throw error;
  }
  sandbox.url = environment.url ?? `http://localhost:${port}`;
  const worker = startDeliveryWorker(sandbox);
  sandbox.wakeDeliveries = worker.wake;

  return {
    url: sandbox.url,
    wakeDeliveries: worker.wake,
    close: async () => {
      stopping.abort();
      await Promise.all(servers.map(closeServer));
      await worker.stop();
      sandbox.db.close();
    },
  };
}

type Listener = Parameters<typeof createServer>[1];

/** One port on both loopback addresses, so that `localhost` works whatever it resolves to. */
async function listenOnLoopback(
  wanted: number,
  listener: Listener,
): Promise<{ servers: Server[]; port: number }> {
  const servers: Server[] = [];
  let port = wanted;
  for (const host of HOSTS) {
    try {
      const server = await listen(port, host, listener);
      servers.push(server);
      port = portOf(server);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      // A machine without IPv6 has no ::1.
      if (servers.length > 0 && (code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT")) continue;
      await Promise.all(servers.map(closeServer));
      const reason =
        code === "EADDRINUSE" ? "it is taken" : code === "EACCES" ? "it is not allowed" : String(error);
      throw new StartError(`The sandbox cannot listen on port ${port} of ${host}: ${reason}.`, error);
    }
  }
  return { servers, port };
}

function listen(port: number, host: string, listener: Listener): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once("error", reject);
    server.listen({ port, host }, () => {
      server.off("error", reject);
      resolve(server);
    });
  });
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
