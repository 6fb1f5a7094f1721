import { prepareDatabase } from "#db/prepare.ts";
import { env } from "./env.ts";
import { gateway, WrongMerchantError } from "./gateway.ts";
import { startJobs } from "./jobs/start-jobs.ts";
import { closeAllStreams } from "./live/stream.ts";
import { log } from "./log.ts";
import { operationsEnd } from "./payments/run-operation.ts";
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
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void shutDown());
}

/** How long what is under way at Sezzle may take to end before the process does. */
const farewellMs = 25_000;

/**
 * Takes no new work, closes the streams, and ends once what was sent has its answer on disk. (`NEXT_MANUAL_SIG_HANDLE`, set by
 * `npm start`, leaves the signals to this; without it Next may end the process earlier, and a lost answer is settled
 * after the next start.)
 */
async function shutDown(): Promise<void> {
  log().info("shutting down");
  beginShutdown();
  closeAllStreams();
  await operationsEnd(farewellMs);
  process.exit(0);
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
