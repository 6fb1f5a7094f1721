import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "#db/engine.ts";
import {
  claimAsk,
  countHint,
  countPoll,
  findAsk,
  findOrder,
  isAskFree,
  type OrderAsk,
  setNextAsk,
  updateAsk,
} from "#db/queries/orders.ts";
import { isOpen } from "#lib/operation.ts";
import { nextPollAt, retryAt } from "#lib/polling.ts";
import type { ConfirmedBy } from "#lib/sale-view.ts";
import { read, write } from "../database.ts";
import { gateway } from "../gateway.ts";
import { leaseEnd, whileRenewing } from "../lease.ts";
import { liveHub } from "../live/hub.ts";
import { log } from "../log.ts";
import { oncePerProcess } from "../once.ts";
import { GatewayError } from "../sezzle/gateway-error.ts";
import { type Applied, applyAnswer } from "./apply-answer.ts";
import { beQuiet, isTooMany } from "./quiet.ts";
import { loadAttemptFacts } from "./write-state.ts";

/**
 * Whether Sezzle answered. `unknown_order`: it says that it has no such order. `unreadable`: an answer the till does not
 * understand, such as another currency of another channel. `unreachable`: no answer. `too_many`: it wants to be asked less.
 * `not_kept`: the till itself failed on the answer. Orders of ours go on being asked for.
 */
export type Learned = "answered" | "unknown_order" | "unreadable" | "unreachable" | "too_many" | "not_kept";

type Asked = Learned | "asked_elsewhere";

const running = () => oncePerProcess("order asks", () => new Map<string, Promise<Asked>>());

/**
 * The door for state. Whatever hints that an order may have changed ends here: Sezzle is asked for the order, and its
 * answer written and published. One ask of an order runs at a time, across processes; a hint that comes during it causes one
 * more. Resolves when an answer that was asked for after this hint has been written, or when none could be had.
 */
export async function learn(orderUuid: string, hint: ConfirmedBy): Promise<Learned> {
  const learned = await countAndAsk(orderUuid, (db) => countHint(db, orderUuid, hint, leaseEnd()));
  if (!learned) throw new Error(`a hint about order ${orderUuid} was not counted`);
  return learned;
}

/**
 * The same for polling: null when the order is no longer due, because another process asks for it or has its answer. Two processes
 * that find it due at one moment ask once.
 */
export async function learnIfDue(orderUuid: string): Promise<Learned | null> {
  return countAndAsk(orderUuid, (db) => countPoll(db, orderUuid, new Date()));
}

/** Counts that an answer is wanted and, unless somebody is asking, takes the right to ask in the same transaction. Null: it is not wanted. */
async function countAndAsk(
  orderUuid: string,
  count: (db: Db) => Promise<number | null>,
): Promise<Learned | null> {
  const asking = running().get(orderUuid);
  if (asking) {
    const wanted = await write(count);
    return wanted === null ? null : answerTo(orderUuid, wanted);
  }
  const lease = randomUUID();
  const begun = write(async (db) => {
    const wanted = await count(db);
    return { wanted, ask: wanted === null ? null : await claim(db, orderUuid, lease) };
  });
  const first = track(
    orderUuid,
    begun.then(({ ask }) => askUnderLease(ask, lease)),
  );
  // When the transaction fails, this fails with it, and may have nobody to tell.
  first.catch(() => {});
  const { wanted } = await begun;
  return wanted === null ? null : answerTo(orderUuid, wanted, first);
}

async function answerTo(orderUuid: string, wanted: number, first?: Promise<Asked>): Promise<Learned> {
  let asking = first;
  for (;;) {
    const asked = await (asking ?? running().get(orderUuid) ?? track(orderUuid, askOnce(orderUuid)));
    asking = undefined;
    if (asked === "asked_elsewhere") await leaseIsFree(orderUuid);
    else if (asked !== "answered") return asked;
    const ask = await read((db) => findAsk(db, orderUuid));
    if (ask && ask.done >= wanted) return "answered";
  }
}

function track(orderUuid: string, asking: Promise<Asked>): Promise<Asked> {
  const tracked = asking.finally(() => running().delete(orderUuid));
  running().set(orderUuid, tracked);
  return tracked;
}

/** Waits until the process that asks for this order has its answer, or has died. */
async function leaseIsFree(orderUuid: string): Promise<void> {
  for (;;) {
    if (await read((db) => isAskFree(db, orderUuid, new Date()))) return;
    await sleep(150);
  }
}

async function askOnce(orderUuid: string): Promise<Asked> {
  const lease = randomUUID();
  return askUnderLease(await write((db) => claim(db, orderUuid, lease)), lease);
}

function claim(db: Db, orderUuid: string, lease: string): Promise<OrderAsk | null> {
  const now = new Date();
  return claimAsk(db, { orderUuid, lease, now, leaseUntil: leaseEnd(now) });
}

async function askUnderLease(ask: OrderAsk | null, lease: string): Promise<Asked> {
  if (!ask) return "asked_elsewhere";
  const renew = async () => {
    await write((db) => updateAsk(db, ask.orderUuid, lease, { leaseUntil: leaseEnd() }));
  };
  return whileRenewing(renew, () => askAndKeep(ask, lease));
}

async function askAndKeep(ask: OrderAsk, lease: string): Promise<Learned> {
  const { orderUuid } = ask;
  try {
    const askedAt = new Date();
    // What the till asks by itself leaves Sezzle alone at its first 429; a person who waits is better served by a quick repeat.
    const unhurried = ask.hint === "poll" || ask.hint === "webhook";
    const order = await (await gateway()).getOrder(orderUuid, { unhurried });
    const now = new Date();
    const applied = await write(async (db) => {
      // Checked first: when the lease went to another process, its newer answer is not overwritten by this one.
      const freed = { done: ask.wanted, lease: null, leaseUntil: null, failures: 0, failedAt: null };
      if (!(await updateAsk(db, orderUuid, lease, freed))) return null;
      const it = await applyAnswer(db, { order, askedAt, confirmedBy: ask.hint, now });
      // Read again: while Sezzle was asked a screen may have been opened, or a hint have come that is owed an answer of its own.
      const { watchedUntil, wanted } = (await findAsk(db, orderUuid)) ?? ask;
      const nextAskAt = it && whenNext(it, watchedUntil, now);
      await setNextAsk(db, orderUuid, wanted > ask.wanted ? earlier(nextAskAt, leaseEnd(now)) : nextAskAt);
      return it;
    });
    if (applied?.isCurrent) await liveHub().announceFresh(applied.sale);
    return "answered";
  } catch (error) {
    return giveUp(ask, lease, error);
  }
}

function earlier(one: Date | null, other: Date): Date {
  return one && one < other ? one : other;
}

/** Frees the lease. An order of ours is asked for again by polling; for any other, the event that named it is kept. */
async function giveUp(ask: OrderAsk, lease: string, error: unknown): Promise<Learned> {
  const { orderUuid } = ask;
  if (error instanceof GatewayError)
    log().warn({ err: error, orderUuid }, "Sezzle could not be asked for an order");
  else log().error({ err: error, orderUuid }, "an order's answer was not kept");
  const failures = ask.failures + 1;
  const sale = await write(async (db) => {
    const now = new Date();
    const order = await findOrder(db, orderUuid);
    const nextAskAt = order ? retryAt(failures, now) : null;
    await updateAsk(db, orderUuid, lease, {
      lease: null,
      leaseUntil: null,
      failures,
      failedAt: now,
      nextAskAt,
    });
    return order?.attemptId ? (await loadAttemptFacts(db, order.attemptId)).sale : null;
  });
  // Screens say that Sezzle did not answer, and since when.
  if (sale) await liveHub().announceFresh(sale);
  if (!(error instanceof GatewayError)) return "not_kept";
  if (isTooMany(error)) {
    await beQuiet(error);
    return "too_many";
  }
  if (error.status === 404) return "unknown_order";
  return error.reason === "unreadable" || error.reason === "input" ? "unreadable" : "unreachable";
}

function whenNext({ state, operations, sale }: Applied, watchedUntil: Date | null, now: Date): Date | null {
  return nextPollAt({
    status: state.status,
    checkoutExpiresAt: state.checkoutExpiresAt,
    authorizationExpiresAt: state.authorizationExpiresAt,
    isOpen: operations.some((it) => isOpen(it.state) && it.kind !== "set_reference"),
    isWatched: watchedUntil !== null && watchedUntil > now,
    createdAt: sale.createdAt,
    now,
  });
}
