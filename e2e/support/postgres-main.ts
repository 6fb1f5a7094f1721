import { startTestServer } from "#db/postgres/test-server.ts";

// A PostgreSQL server for one run of tests, which ends with the pipe at its stdin: also when who started it is killed.

const { address, stop } = await startTestServer();
console.log(`Ready on ${address}`);
process.stdin.resume().once("close", async () => {
  await stop();
  process.exit(0);
});
