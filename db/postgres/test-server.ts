import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A PostgreSQL server for tests: its address, without the name of a database, and the way to end it. */
type TestServer = { address: string; stop(): Promise<void> };

/** Starts a PostgreSQL server for tests. */
export async function startTestServer(): Promise<TestServer> {
  const file = fileURLToPath(new URL("./test-server-process.ts", import.meta.url));
  // A signal to the whole group is for those who use it: they put away what they have there first.
  const child = spawn(process.execPath, [file], { stdio: ["pipe", "pipe", "inherit"], detached: true });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.stdin.end();
    await ended;
  };
  for await (const line of createInterface(child.stdout)) {
    const address = /^Ready on (\S+)$/.exec(line)?.[1];
    if (address) return { address, stop };
  }
  throw new Error("PostgreSQL did not start");
}
