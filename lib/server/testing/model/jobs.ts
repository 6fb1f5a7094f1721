import { expect } from "vitest";
import { listToStart } from "#db/queries/operations.ts";
import { countWaitingEvents, listDueWebhookEvents } from "#db/queries/webhooks.ts";
import { read } from "../../database.ts";
import { learnIfDue } from "../../orders/learn.ts";
import { expireLostLinks, recoverDeadOperations } from "../../payments/recover.ts";
import { repeatUnconfirmed } from "../../payments/repeat-unconfirmed.ts";
import { runOperation } from "../../payments/run-operation.ts";
import { workOffWaiting } from "../../webhooks/work-off.ts";
import { clockMs } from "./clock.ts";
import { type House, present } from "./house.ts";
import { answered, answeredAbout, hasTried } from "./moves.ts";
import { mayRepeat } from "./rules.ts";
import type { SaleModel } from "./sale-model.ts";
import type { Sky } from "./weather.ts";

/** What the till does by itself, once: each job takes up what is due. */
export async function runJobs(model: SaleModel, house: House, sky: Sky): Promise<void> {
  await house.meet(sky);
  await recoverDeadOperations();
  model.recover(clockMs());
  await start(model, house, sky);
  await poll(model, house, sky);
  await repeat(model, house, sky);
  await workEventsOff(model, house, sky);
  await expireLostLinks();
}

/** As `startPrepared` does, but waiting for each end. */
async function start(model: SaleModel, house: House, sky: Sky): Promise<void> {
  for (const { id } of await read((db) => listToStart(db, new Date(clockMs()), 20))) {
    const operation = present(model.operations.find((it) => it.id === id));
    const at = clockMs();
    await runOperation(id);
    await hasTried(model, house, operation, sky, at);
  }
}

async function poll(model: SaleModel, house: House, { asking }: Sky): Promise<void> {
  for (const attempt of model.attempts) {
    const ask = attempt.orderUuid && attempt.isLinked ? await house.ask(attempt.orderUuid) : null;
    if (!ask?.nextAskAt || ask.nextAskAt.getTime() > clockMs()) continue;
    await learnIfDue(ask.orderUuid);
    if (asking.answered) await answered(model, house, attempt);
  }
}

async function repeat(model: SaleModel, house: House, sky: Sky): Promise<void> {
  const { open } = model;
  const at = clockMs();
  await repeatUnconfirmed();
  if (!open || (await house.operation(open.id)).tries === open.tries) return;
  expect(mayRepeat(open, at), "repeated within its time").toBe(true);
  expect(open.askedSince, "repeated after Sezzle was asked").not.toBeNull();
  await hasTried(model, house, open, sky, at);
}

async function workEventsOff(model: SaleModel, house: House, { asking }: Sky): Promise<void> {
  const waiting = await read((db) => listDueWebhookEvents(db, new Date(clockMs()), 20));
  await workOffWaiting();
  for (const { id, orderUuid } of waiting) {
    const isDone = (await read((db) => countWaitingEvents(db, [id]))) === 0;
    if (orderUuid && isDone && asking.answered) await answeredAbout(model, house, orderUuid);
  }
}
