import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { isPostgres } from "#db/address.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const compileCache = fileURLToPath(new URL("../../test-results/compile-cache", import.meta.url));
const startWithinMs = 30_000;

export type AppSettings = {
  port: number;
  /** The path of a SQLite file, or the address of a PostgreSQL database. */
  database: string;
  gatewayUrl: string;
  /** Set beside the rest, or in its place. */
  environment?: Record<string, string>;
};

/** Beside a file the app keeps the secret that it makes; processes on a server have to be told one, the same for all of them. */
function databaseSettings(database: string): Record<string, string> {
  if (!isPostgres(database)) return { DATABASE_URL: `file:${database}` };
  return { DATABASE_URL: database, AUTH_SECRET: createHash("sha256").update(database).digest("hex") };
}

/** The built app as a process of its own, that can be stopped, killed and started again on the same database. */
export class AppProcess {
  readonly url: string;
  readonly #settings: AppSettings;
  #child: ChildProcess | null = null;
  #output = "";

  constructor(settings: AppSettings) {
    this.#settings = settings;
    this.url = `http://localhost:${settings.port}`;
  }

  /** What the process has printed since it was first started. */
  get output(): string {
    return this.#output;
  }

  /** Starts the process and waits until it is ready. Throws what it printed when it ends instead. */
  async start(): Promise<void> {
    const { port, database, gatewayUrl, environment } = this.#settings;
    const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "start", "-p", String(port)], {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        NODE_ENV: "production",
        NEXT_MANUAL_SIG_HANDLE: "true",
        NEXT_TELEMETRY_DISABLED: "1",
        // Node keeps what it has compiled for the next process, of which a run starts a hundred.
        NODE_COMPILE_CACHE: compileCache,
        PORT: String(port),
        APP_URL: this.url,
        ...databaseSettings(database),
        SEZZLE_ENV: "local",
        SEZZLE_GATEWAY_URL: gatewayUrl,
        ...environment,
      },
    });
    this.#child = child;
    const collect = (chunk: Buffer) => {
      this.#output += chunk.toString();
    };
    child.stdout?.on("data", collect);
    child.stderr?.on("data", collect);
    const deadline = Date.now() + startWithinMs;
    while (!(await this.#isReady())) {
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`the app did not start:\n${this.#output}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Ends the process: asked nicely, or (`SIGKILL`) as a power cut would. */
  async stop(signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(timer);
  }

  async #isReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/api/health/ready`)).ok;
    } catch {
      return false;
    }
  }
}
