import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const exitWithParent = fileURLToPath(new URL("../../scripts/exit-with-parent.mjs", import.meta.url));
const stopWithinMs = 15_000;

export type ChildSettings = {
  args: string[];
  folder: string;
  env: Record<string, string>;
  /** Takes what the process prints: read as it comes, that would be work for who measures. */
  logFile: string;
  /** Messages can be sent to and fro. */
  talks?: boolean;
};

const live = new Set<Child>();

/** The processes of the benchmarks that run at this moment. */
export function livePids(): number[] {
  return [...live].map((it) => it.pid);
}

/** A process of a benchmark's. It ends with the benchmark, however that ends. */
export class Child {
  readonly #settings: ChildSettings;
  readonly #process: ChildProcess;
  /** Who waits for messages, in the order in which they come. */
  readonly #listening: ((value: unknown) => void)[] = [];

  constructor(settings: ChildSettings) {
    this.#settings = settings;
    const log = openSync(settings.logFile, "a");
    const stdio: StdioOptions = ["pipe", log, log, ...(settings.talks ? (["ipc"] as const) : [])];
    this.#process = spawn(process.execPath, [`--import=${exitWithParent}`, ...settings.args], {
      cwd: settings.folder,
      stdio,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...settings.env },
    });
    closeSync(log);
    // Each message that is waited for listens for the end, too.
    this.#process.setMaxListeners(0);
    live.add(this);
    this.#process.once("exit", () => live.delete(this));
    this.#process.on("message", (value) => this.#listening.shift()?.(value));
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** The next message that nobody waits for yet. Throws what the process printed when it ends instead. */
  async message<Value>(): Promise<Value> {
    const next = Promise.withResolvers<unknown>();
    this.#listening.push(next.resolve);
    const end = () => next.reject(this.#failure("ended"));
    this.#process.once("exit", end);
    try {
      return (await next.promise) as Value;
    } finally {
      this.#process.off("exit", end);
    }
  }

  /** Sends a message and returns the answer to it: each message has one, in their order. */
  ask<Value>(message: object): Promise<Value> {
    const answer = this.message<Value>();
    this.#process.send(message);
    return answer;
  }

  /** Waits until an address answers 200, asked again and again. Throws what the process printed when it ends instead. */
  async answers(url: string, withinMs: number, everyMs = 20): Promise<void> {
    const deadline = performance.now() + withinMs;
    while (!(await isOk(url))) {
      if (this.#process.exitCode !== null || this.#process.signalCode !== null) throw this.#failure("ended");
      if (performance.now() > deadline) throw this.#failure(`did not answer within ${withinMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  }

  /** Waits until the process has ended by itself. Throws what it printed when it ended badly, or has not by then. */
  async ends(withinMs: number): Promise<void> {
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), withinMs);
    if (this.#process.exitCode === null) await once(this.#process, "exit");
    clearTimeout(timer);
    if (this.#process.exitCode !== 0) throw this.#failure("failed");
  }

  /** Ends the process. */
  async stop(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGTERM");
    const timer = setTimeout(() => this.#process.kill("SIGKILL"), stopWithinMs);
    await ended;
    clearTimeout(timer);
  }

  #failure(what: string): Error {
    const { args, logFile } = this.#settings;
    return new Error(`${args.join(" ")} ${what}:\n${readFileSync(logFile, "utf8").slice(-4_000)}`);
  }
}

async function isOk(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url);
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}
