import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compileCache } from "./app-process.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const startWithinMs = 20_000;
const endWithinMs = 5_000;

type SandboxOptions = {
  /** Any free port unless given. */
  port?: number;
  /** Kept when the sandbox stops; a throw-away one unless given. */
  databaseFile?: string;
  publicKey?: string;
  privateKey?: string;
};

export type SandboxProcess = {
  url: string;
  publicKey: string;
  privateKey: string;
  /** Ends the process, and removes its database unless the caller named one. */
  stop(): Promise<void>;
  /**
   * Calls the control API, for example `control("/faults", {method: "POST", body: {…}})`. Answers its JSON, undefined
   * for an empty answer; throws an Error with Sezzle's stand-in's own sentence when it does not succeed.
   */
  control<T = unknown>(path: string, init?: { method?: string; body?: unknown }): Promise<T>;
};

/** Starts the bundled sandbox as a process of its own and waits until it listens. */
export async function startSandbox(options: SandboxOptions = {}): Promise<SandboxProcess> {
  const folder = await mkdtemp(join(tmpdir(), "till-sandbox-"));
  const { publicKey = "sz_pub_local", privateKey = "sz_pr_local" } = options;
  const child = spawn(process.execPath, ["sandbox/main.ts"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_COMPILE_CACHE: compileCache,
      SANDBOX_PORT: String(options.port ?? 0),
      SANDBOX_DATABASE: options.databaseFile ?? join(folder, "sandbox.db"),
      SANDBOX_PUBLIC_KEY: publicKey,
      SANDBOX_PRIVATE_KEY: privateKey,
    },
  });

  const stop = async () => {
    await end(child);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const url = await readyUrl(child);
    return { url, publicKey, privateKey, stop, control: (path, init) => callControl(url, path, init) };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const fail = (why: string) => reject(new Error(`the sandbox ${why}: ${output.trim() || "no output"}`));
    const timer = setTimeout(() => fail(`was not ready within ${startWithinMs} ms`), startWithinMs);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /^Sandbox ready on (\S+)$/m.exec(output)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), endWithinMs);
  await ended;
  clearTimeout(timer);
}

async function callControl<T>(
  url: string,
  path: string,
  init: { method?: string; body?: unknown } = {},
): Promise<T> {
  const { method = "GET", body } = init;
  const response = await fetch(`${url}/control/api${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} /control/api${path} answered ${response.status}: ${text}`);
  return (text === "" ? undefined : JSON.parse(text)) as T;
}
