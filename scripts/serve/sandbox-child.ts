import { join } from "node:path";
import type { Env } from "#lib/server/env.ts";
import type { ChildProcesses } from "./child-processes.ts";

const readyLine = /^Sandbox ready on (http:\/\/\S+)$/;

/**
 * Starts the bundled sandbox beside the app's database.
 * @returns its address once it listens; never when it ends before (its end is reported by `children`)
 */
export function startSandbox(children: ChildProcesses, env: Env, isDev: boolean): Promise<string> {
  return new Promise((resolve) => {
    children.start({
      name: "The sandbox",
      args: [...(isDev ? ["--watch", "--watch-preserve-output"] : []), "sandbox/main.ts"],
      env: {
        ...process.env,
        SANDBOX_PORT: String(env.sandboxPort),
        SANDBOX_DATABASE: join(env.dataFolder, "sandbox.db"),
      },
      onLine: (line) => {
        const url = readyLine.exec(line)?.[1];
        if (url === undefined) return "show";
        resolve(url);
        return "hide";
      },
    });
  });
}
