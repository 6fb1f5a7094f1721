import { prepareDatabase } from "#db/prepare.ts";
import { env } from "./env.ts";
import { gateway, WrongMerchantError } from "./gateway.ts";
import { startJobs } from "./jobs/start-jobs.ts";
import { closeAllStreams } from "./live/stream.ts";
import { log } from "./log.ts";
import { beginShutdown } from "./readiness.ts";
import { needsOwner, printSetupCode } from "./setup/setup-code.ts";

/** Makes the database ready and starts the jobs. When something is wrong, says so in one line and ends the process. */
export async function startServer(): Promise<void> {
  try {
    const prepared = await prepareDatabase(env());
    if (!prepared.ok) throw new Error(prepared.problem);
  } catch (error) {
    endWith(error);
  }
  void refuseOtherMerchant();
  startJobs();
  if (await needsOwner()) printSetupCode();
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      log().info("shutting down");
      beginShutdown();
      // An open stream would keep the server from ending.
      closeAllStreams();
    });
  }
}

/** Sezzle says whose keys these are; when they are not this database's merchant's, the process ends with one line. */
async function refuseOtherMerchant(): Promise<void> {
  try {
    await gateway();
  } catch (error) {
    if (error instanceof WrongMerchantError) endWith(error);
    // Sezzle cannot be asked now: it is asked again before anything is sent.
    log().warn({ err: error }, "Sezzle could not be asked whose keys these are");
  }
}

function endWith(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
