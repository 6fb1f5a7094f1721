import { StartError } from "./database.ts";
import { readEnvironment } from "./environment.ts";
import { startSandbox } from "./server.ts";

try {
  const running = await startSandbox(readEnvironment(process.env));
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      running.close().then(() => process.exit(0));
    });
  }
  console.log(`Sandbox ready on ${running.url}`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
