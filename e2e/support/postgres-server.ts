import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { FullConfig } from "@playwright/test";

/**
 * Starts a PostgreSQL server that houses of this process, and of those it starts, can have a database on. It is a process of its own: what
 * starts the server also ends the process it is in when a signal comes, before that has put away its apps. Returns the way to stop it.
 */
export async function startPostgres(): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("./postgres-main.ts", import.meta.url))], {
    stdio: ["pipe", "pipe", "inherit"],
    // A signal to the whole group is for those who use it.
    detached: true,
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.stdin.end();
    await ended;
  };
  for await (const line of createInterface(child.stdout)) {
    const address = /^Ready on (\S+)$/.exec(line)?.[1];
    if (!address) continue;
    process.env.TILL_TEST_SERVER = address;
    return stop;
  }
  throw new Error("PostgreSQL did not start");
}

/** Playwright's global set-up: only what runs on PostgreSQL needs a server. */
export default async function setUp({
  filteredProjects,
}: FullConfig): Promise<(() => Promise<void>) | undefined> {
  return filteredProjects.some(({ name }) => name === "postgres") ? startPostgres() : undefined;
}
