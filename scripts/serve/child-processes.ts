import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

const graceMs = 5000;
const exitWithParent = new URL("../exit-with-parent.mjs", import.meta.url).href;

type Child = { name: string; process: ChildProcess; ended: Promise<void> };

/** What to run: `name` is how people read of it, `onLine` decides whether a line of its output is shown. */
export type ChildPlan = {
  name: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  onLine: (line: string) => "show" | "hide";
};

/**
 * The processes that one start consists of. They end together: in the order opposite to their start, each asked
 * first and made to after five seconds.
 */
export class ChildProcesses {
  readonly #children: Child[] = [];
  readonly #onUnexpectedEnd: (line: string) => void;
  #stopping: Promise<void> | null = null;

  /** @param onUnexpectedEnd is told in one line when a child ended that nobody stopped */
  constructor(onUnexpectedEnd: (line: string) => void) {
    this.#onUnexpectedEnd = onUnexpectedEnd;
  }

  /** Starts a Node process that ends when this one dies. */
  start(plan: ChildPlan): void {
    const child = spawn(process.execPath, [`--import=${exitWithParent}`, ...plan.args], {
      env: plan.env,
      stdio: ["pipe", "pipe", "pipe"],
      // A group of its own: Ctrl-C in a terminal reaches this process alone, which then stops the others in order.
      detached: true,
    });
    showLines(child, plan.onLine);
    const ended = new Promise<void>((resolve) => {
      child.once("error", (error) => this.#reportEnd(plan.name, error.message, resolve));
      child.once("exit", (code, signal) => {
        this.#reportEnd(plan.name, signal ?? `exit code ${code}`, resolve);
      });
    });
    this.#children.push({ name: plan.name, process: child, ended });
  }

  /** Ends all children. Safe to call twice: the second call waits for the first. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stopInOrder();
    return this.#stopping;
  }

  #reportEnd(name: string, how: string, resolve: () => void): void {
    resolve();
    if (!this.#stopping)
      this.#onUnexpectedEnd(`${name} ended by itself (${how}), so everything was stopped.`);
  }

  async #stopInOrder(): Promise<void> {
    for (const child of this.#children.toReversed()) {
      child.process.kill("SIGTERM");
      const timer = setTimeout(() => killGroup(child.process), graceMs);
      await child.ended;
      clearTimeout(timer);
    }
  }
}

/** Next's development server and `node --watch` have a child of their own, in the same group. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
  } catch {
    // It ended in the meantime.
  }
}

function showLines(child: ChildProcess, onLine: ChildPlan["onLine"]): void {
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    if (!from) continue;
    createInterface({ input: from }).on("line", (line) => {
      if (onLine(line) === "show") to.write(`${line}\n`);
    });
  }
}
