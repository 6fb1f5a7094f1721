import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { Engine } from "#db/engine.ts";
import { bringAllAsksForward, listDueAsks, pollingFigures } from "#db/queries/due-asks.ts";
import { claimAsk, countHint, countPoll, insertOrder, setNextAsk, updateAsk } from "#db/queries/orders.ts";
import { updateSale } from "#db/queries/sales.ts";
import { orderAsks } from "#db/schema/orders.ts";
import { addSale, addShop, afterNoon, noon, type Shop } from "#db/testing.ts";
import { openMigrated } from "#db/testing-engine.ts";
import { AskBudget, AskTurns, mostAsksASecond } from "#lib/ask-budget.ts";
import { nextPollAt, retryAt, unwatchedPollMs } from "#lib/polling.ts";
import { planPolls } from "./plan-polls.ts";

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;
/** How often the job looks, and how long Sezzle takes to answer. */
const tickMs = second / 4;
const answerMs = second / 2;

type Kind = "open" | "ending" | "authorized" | "failing";
type Simulated = { orderUuid: string; kind: Kind; isWatched: boolean; expiresAt: Date };

let engine: Engine;
let shop: Shop;

beforeEach(async () => {
  engine = await openMigrated();
  shop = await addShop(engine);
});

/** Orders of one kind, first due spread over their usual interval as they would be. */
async function addOrders(howMany: number, kind: Kind, change: Partial<Simulated> = {}): Promise<Simulated[]> {
  const expiresInMs = kind === "ending" ? 4 * minute : 30 * minute;
  const orders = Array.from({ length: howMany }, (_, index) => ({
    orderUuid: `${kind} ${index} ${change.isWatched ? "watched" : ""}`,
    kind,
    isWatched: false,
    expiresAt: afterNoon(expiresInMs),
    ...change,
  }));
  await Promise.all(
    orders.map(async (order, index) => {
      const { attemptId, saleId } = await addSale(engine, shop);
      const isLink = kind === "open" || kind === "failing";
      await engine.write(async (db) => {
        const none = {
          sessionUuid: null,
          checkoutUrl: null,
          snapshot: null,
          askedAt: null,
          confirmedAt: null,
        };
        const row = { uuid: order.orderUuid, kind: "main" as const, attemptId, createdAt: noon };
        await insertOrder(db, { ...row, ...none, confirmedBy: null });
        await updateSale(db, saleId, {
          status: isLink ? "link_sent" : "authorized",
          checkoutExpiresAt: isLink ? order.expiresAt : null,
          authorizationExpiresAt: isLink ? null : order.expiresAt,
        });
        await countHint(db, order.orderUuid, "operation", noon);
        await setNextAsk(db, order.orderUuid, afterNoon((index / howMany) * unwatchedPollMs));
        const watchedUntil = order.isWatched ? afterNoon(day) : null;
        await db.update(orderAsks).set({ watchedUntil }).where(eq(orderAsks.orderUuid, order.orderUuid));
      });
    }),
  );
  return orders;
}

/** When each order was asked for, in milliseconds after noon, by processes that share the database. */
type Asked = { at: Map<string, number[]>; all: number[] };

async function poll(orders: Simulated[], forMs: number, processes = 1): Promise<Asked> {
  const known = new Map(orders.map((it) => [it.orderUuid, it]));
  const asked: Asked = { at: new Map(orders.map((it) => [it.orderUuid, []])), all: [] };
  const budgets = Array.from({ length: processes }, () => ({
    budget: new AskBudget(),
    turns: new AskTurns(),
  }));
  let underWay: { answersAt: number; orderUuid: string; lease: string }[] = [];
  const failures = new Map<string, number>();
  for (let nowMs = 0; nowMs < forMs; nowMs += tickMs) {
    const now = afterNoon(nowMs);
    const answered = underWay.filter((it) => it.answersAt <= nowMs);
    underWay = underWay.filter((it) => it.answersAt > nowMs);
    const plans = await Promise.all(
      budgets.map((it) => engine.read((db) => planPolls(db, { ...it, free: 16, now, nowMs }))),
    );
    await engine.write(async (db) => {
      for (const { orderUuid, lease } of answered) {
        const order = known.get(orderUuid) as Simulated;
        const failed = (failures.get(orderUuid) ?? 0) + 1;
        failures.set(orderUuid, failed);
        const nextAskAt = order.kind === "failing" ? retryAt(failed, now) : nextPollAt(factsOf(order, now));
        await updateAsk(db, orderUuid, lease, { lease: null, leaseUntil: null, nextAskAt });
      }
      for (const [index, plan] of plans.entries()) {
        for (const orderUuid of plan) {
          const lease = `${index}`;
          if ((await countPoll(db, orderUuid, now)) === null) {
            budgets[index]?.budget.metAnother(nowMs);
            continue;
          }
          await claimAsk(db, { orderUuid, lease, leaseUntil: afterNoon(nowMs + 15 * second), now });
          underWay.push({ answersAt: nowMs + answerMs, orderUuid, lease });
          asked.at.get(orderUuid)?.push(nowMs);
          asked.all.push(nowMs);
        }
      }
    });
  }
  return asked;
}

function factsOf({ kind, isWatched, expiresAt }: Simulated, now: Date): Parameters<typeof nextPollAt>[0] {
  const isLink = kind === "open" || kind === "failing";
  return {
    status: isLink ? "link_sent" : "authorized",
    isOpen: false,
    isWatched,
    checkoutExpiresAt: isLink ? expiresAt : null,
    authorizationExpiresAt: isLink ? null : expiresAt,
    createdAt: noon,
    now,
  };
}

/** The longest time between two asks of one of the orders, or from the start or to the end without one. */
function longestWait(asked: Asked, orders: Simulated[], forMs: number): number {
  const waits = orders.flatMap(({ orderUuid }) => {
    const times = [0, ...(asked.at.get(orderUuid) ?? []), forMs];
    return times.slice(1).map((at, index) => at - (times[index] as number));
  });
  return Math.max(...waits);
}

function mostInASecond(asked: Asked): number {
  const times = asked.all.toSorted((a, b) => a - b);
  return Math.max(...times.map((at) => times.filter((it) => it >= at && it < at + second).length));
}

describe("polling, simulated on the real database", { timeout: 120_000 }, () => {
  test("1,000 open checkouts stay inside the budget, each asked for within 60 s, watched ones within 5 s", async () => {
    const forMs = 3 * minute;
    const open = await addOrders(980, "open");
    const watched = await addOrders(15, "open", { isWatched: true });
    const failing = await addOrders(5, "failing");
    const asked = await poll([...open, ...watched, ...failing], forMs);
    expect(mostInASecond(asked)).toBeLessThanOrEqual(mostAsksASecond);
    expect(longestWait(asked, open, forMs)).toBeLessThanOrEqual(60 * second);
    // The simulation begins with the orders due at any time of their usual interval.
    const settled = new Map([...asked.at].map(([uuid, at]) => [uuid, at.filter((it) => it >= minute)]));
    for (const { orderUuid } of watched) {
      const times = settled.get(orderUuid) ?? [];
      const gaps = times.slice(1).map((at, index) => at - (times[index] as number));
      expect(Math.max(...gaps)).toBeLessThanOrEqual(5 * second);
    }
  });

  test("twice what the budget allows stretches all alike, and those that end or are watched hardly", async () => {
    const forMs = 2.5 * minute;
    const open = await addOrders(2_000, "open");
    const ending = await addOrders(20, "ending");
    const watched = await addOrders(15, "open", { isWatched: true });
    const asked = await poll([...open, ...ending, ...watched], forMs);
    expect(mostInASecond(asked)).toBeLessThanOrEqual(mostAsksASecond);
    const counts = open.map(({ orderUuid }) => asked.at.get(orderUuid)?.length ?? 0);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    for (const { orderUuid } of ending) {
      const times = asked.at.get(orderUuid) ?? [];
      expect(times.length).toBeGreaterThanOrEqual((forMs - minute) / (12 * second));
    }
    for (const { orderUuid } of watched)
      expect(asked.at.get(orderUuid)?.length).toBeGreaterThanOrEqual((forMs - minute) / (5 * second));
  });

  test("more watched orders than the budget allows leave a turn to the others", async () => {
    const forMs = 2 * minute;
    const watched = await addOrders(200, "open", { isWatched: true });
    const open = await addOrders(100, "open");
    const asked = await poll([...watched, ...open], forMs);
    expect(longestWait(asked, open, forMs)).toBeLessThanOrEqual(minute);
  });

  test("two processes ask no order twice, and take half of the work each", async () => {
    const forMs = minute;
    const open = await addOrders(2_000, "open");
    const asked = await poll(open, forMs, 2);
    for (const times of asked.at.values())
      for (const [index, at] of times.entries())
        if (index > 0) expect(at - (times[index - 1] as number)).toBeGreaterThanOrEqual(unwatchedPollMs);
    // They meet at once, and from then on ask together no more than one alone would.
    const later = { ...asked, all: asked.all.filter((at) => at > 5 * second) };
    expect(mostInASecond(later)).toBeLessThanOrEqual(mostAsksASecond + 2);
  });
});

test("an order whose process died while it asked is asked for again when its lease has passed", async () => {
  await addOrders(1, "open");
  const due = (now: Date) => engine.read((db) => listDueAsks(db, now, 9));
  const [orderUuid = ""] = await due(noon);
  const claim = { orderUuid, lease: "dead", leaseUntil: afterNoon(15 * second), now: noon };
  expect(await engine.write((db) => claimAsk(db, claim))).not.toBeNull();
  expect(await due(afterNoon(14 * second))).toEqual([]);
  expect(await due(afterNoon(15 * second))).toEqual([orderUuid]);
});

test("when events were missed, what is open is due at once, and what is asked for daily within the hour", async () => {
  const [open, recent, old, over] = ["open", "recent", "old", "over"];
  const at = { open: 30 * second, recent: 20 * 60 * minute, old: 20 * 60 * minute };
  await engine.write(async (db) => {
    for (const uuid of [open, recent, old, over]) {
      const none = { sessionUuid: null, checkoutUrl: null, snapshot: null, askedAt: null, confirmedAt: null };
      const createdAt = uuid === "old" ? afterNoon(-20 * day) : afterNoon(-2 * day);
      const order = { uuid, kind: "main" as const, attemptId: null, createdAt, confirmedBy: null };
      await insertOrder(db, { ...order, ...none });
      await countHint(db, uuid, "poll", noon);
      const nextMs = at[uuid as keyof typeof at];
      await setNextAsk(db, uuid, nextMs === undefined ? null : afterNoon(nextMs));
    }
    const oftenUntil = afterNoon(unwatchedPollMs);
    await bringAllAsksForward(db, { now: noon, oftenUntil, since: afterNoon(-7 * day) });
  });
  const rows = await engine.read((db) => db.select().from(orderAsks));
  const next = Object.fromEntries(rows.map((it) => [it.orderUuid, it.nextAskAt]));
  expect(next).toEqual({ open: noon, recent: afterNoon(50 * minute), old: afterNoon(at.old), over: null });
  const figures = await engine.read((db) => pollingFigures(db, afterNoon(second), afterNoon(minute)));
  expect(figures).toEqual({ open: 1, daily: 2, due: 1, oldestDueAt: noon });
});
