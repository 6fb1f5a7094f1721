import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../support/free-port.ts";
import { Child } from "./child.ts";
import type { GatewayMessage, GatewayTold } from "./gateway.ts";
import { root } from "./project-copy.ts";

/** Where a benchmark works: a folder of its own, and the built product. */
export type Site = {
  folder: string;
  /** The copy of the product that was built with the empty route beside it. */
  product: string;
  /** Where what takes long to make is put; it outlasts the run when somebody named a folder for it. */
  keeps: string;
  /** Where profiles of the app are put; null: none are made. */
  profiles: string | null;
};

export const privateKey = "sz_pr_local";
const readyWithinMs = 60_000;

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** A process that answers at an address. */
export type Served = { child: Child; url: string };

export type App = Served & { databaseFile: string };

/** What session cookies of the app are signed with. */
export const authSecret = randomBytes(32).toString("hex");

type AppSettings = {
  databaseFile: string;
  gatewayUrl: string;
  /** What its log is called. */
  name?: string;
  /** Set beside the rest. */
  env?: Record<string, string>;
};

/** Starts the built product as `npm start` does, on a database of its own. */
export async function startApp(
  { folder, product, profiles }: Site,
  { databaseFile, gatewayUrl, name = "app", env = {} }: AppSettings,
): Promise<App> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = new Child({
    args: [
      ...profileArgs(profiles),
      "node_modules/next/dist/bin/next",
      "start",
      "-H",
      "127.0.0.1",
      "-p",
      String(port),
    ],
    folder: product,
    logFile: join(folder, `${name}.log`),
    env: {
      ...{ NEXT_MANUAL_SIG_HANDLE: "true", PORT: String(port), APP_URL: url },
      ...{ DATABASE_URL: `file:${databaseFile}`, SEZZLE_ENV: "local", SEZZLE_GATEWAY_URL: gatewayUrl },
      ...{ AUTH_SECRET: authSecret, ...env },
    },
  });
  await child.answers(`${url}/api/health/ready`, readyWithinMs);
  return { child, url, databaseFile };
}

const profileArgs = (folder: string | null) => (folder ? ["--cpu-prof", `--cpu-prof-dir=${folder}`] : []);

/** The gateway that answers at once, with what is told to it and asked of it. */
export type BenchGateway = Served & { send(message: GatewayMessage): Promise<GatewayTold> };

/** Starts the gateway that answers at once. */
export async function startGateway({ folder }: Site): Promise<BenchGateway> {
  const served = await startTalking(folder, "gateway", {});
  return { ...served, send: (message) => served.child.ask<GatewayTold>(message) };
}

/** Starts the bare server on a database that has the product's tables. With a gateway it learns and broadcasts, too. */
export function startBare(
  { folder }: Site,
  databaseFile: string,
  gatewayUrl: string | null,
): Promise<Served> {
  return startTalking(folder, "bare-server", {
    ...{ DATABASE_FILE: databaseFile, PRIVATE_KEY: privateKey },
    ...(gatewayUrl ? { GATEWAY_URL: gatewayUrl, LEARNS: "1" } : {}),
  });
}

async function startTalking(folder: string, name: string, env: Record<string, string>): Promise<Served> {
  const logFile = join(folder, `${name}.log`);
  const child = new Child({ args: [script(`./${name}.ts`)], folder: root, env, logFile, talks: true });
  const { url } = await child.message<{ url: string }>();
  return { child, url };
}
