import { expect } from "vitest";
import { listWaitingWebhookEvents } from "#db/queries/webhooks.ts";
import { read } from "../../database.ts";
import { learn } from "../../orders/learn.ts";
import { expireLostLinks, recoverDeadOperations } from "../../payments/recover.ts";
import { repeatUnconfirmed } from "../../payments/repeat-unconfirmed.ts";
import { workOffWaiting } from "../../webhooks/work-off.ts";
import { clockMs } from "./clock.ts";
import type { House } from "./house.ts";
import { hasTried } from "./moves.ts";
import { mayRepeat } from "./rules.ts";
import type { SaleModel } from "./sale-model.ts";
import type { Sky } from "./weather.ts";

/** What the till does by itself, once: each job takes up what is due. */
export async function runJobs(model: SaleModel, house: House, sky: Sky): Promise<void> {
  await house.meet(sky);
  await recoverDeadOperations();
  model.recover(clockMs());
  await poll(model, house, sky);
  await repeat(model, house, sky);
  await workEventsOff(model, sky);
  await expireLostLinks();
}

async function poll(model: SaleModel, house: House, { asking }: Sky): Promise<void> {
  for (const attempt of model.attempts) {
    const ask = attempt.orderUuid && attempt.isLinked ? await house.ask(attempt.orderUuid) : null;
    if (!ask?.nextAskAt || ask.nextAskAt.getTime() > clockMs()) continue;
    await learn(ask.orderUuid, "poll");
    if (asking.answered) model.answered(attempt, clockMs());
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

async function workEventsOff(model: SaleModel, { asking }: Sky): Promise<void> {
  const waiting = await read((db) => listWaitingWebhookEvents(db, new Date(clockMs()), 20));
  await workOffWaiting();
  for (const { orderUuid } of waiting) {
    const attempt = model.attempts.find((it) => it.orderUuid === orderUuid);
    if (attempt && asking.answered) model.answered(attempt, clockMs());
  }
}
