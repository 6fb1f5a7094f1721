import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";
import { pollDueOrders } from "../orders/poller.ts";
import { expireLostLinks, recoverDeadOperations } from "../payments/recover.ts";
import { startRepeats } from "../payments/repeat-unconfirmed.ts";
import { startPrepared } from "../payments/start-prepared.ts";
import { readPayoutsWhenDue } from "../payouts/read-payouts.ts";
import { isShuttingDown } from "../readiness.ts";
import { eraseOldContacts, forgetErased } from "../shoppers/retention.ts";
import { reportRefusedWebhooks } from "../webhooks/receive.ts";
import { ensureSubscription } from "../webhooks/subscription.ts";
import { takeUpWaiting } from "../webhooks/work-off.ts";
import { watchGateway } from "./watch-gateway.ts";

const second = 1000;
const minute = 60 * second;

/**
 * Starts what this process does by itself. Each job claims its work in the database, so that several processes on one database do
 * each thing once. A job that is still running is not started a second time.
 */
export function startJobs(): void {
  oncePerProcess("jobs", () => {
    every(second / 4, "polling orders", pollDueOrders);
    every(second / 2, "watching the gateway", watchGateway);
    every(2 * second, "recovering operations", recoverDeadOperations);
    every(second / 2, "starting what follows", startPrepared);
    every(second, "repeating what was not confirmed", startRepeats);
    // Not waited for: what hangs must not keep others from being taken up.
    every(second, "working webhooks off", async () => void (await takeUpWaiting()));
    every(minute / 2, "expiring lost links", expireLostLinks);
    every(minute, "reporting refused webhooks", async () => reportRefusedWebhooks());
    every(minute / 2, "reading the payouts", readPayoutsWhenDue);
    every(minute, "erasing contacts", eraseOldContacts);
    every(5 * minute, "forgetting what was erased", forgetErased);
    every(5 * minute, "checking the webhook subscription", ensureSubscription, 15 * second);
    return true;
  });
}

/** Runs a job now and again after each interval; after a failure, after `retryMs` where that is shorter. */
function every(intervalMs: number, name: string, job: () => Promise<void>, retryMs = intervalMs): void {
  const run = async () => {
    if (isShuttingDown()) return;
    let delayMs = intervalMs;
    try {
      await job();
    } catch (error) {
      log().error({ err: error, job: name }, "a job failed");
      delayMs = retryMs;
    }
    setTimeout(run, delayMs).unref();
  };
  void run();
}
