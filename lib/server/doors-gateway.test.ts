import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { findGatewayHealth, setGatewayDown } from "#db/queries/gateway-health.ts";
import { gatewayHealth as table } from "#db/schema/gateway-health.ts";
import { read, write } from "./database.ts";
import { gatewayHealth } from "./gateway-health.ts";
import { watchGateway } from "./jobs/watch-gateway.ts";
import { learn } from "./orders/learn.ts";
import { runOperation } from "./payments/run-operation.ts";
import { type LiveReader, readLive } from "./testing/live-reader.ts";
import { refused } from "./testing/scripted-sezzle.ts";
import { eventually, granted, startTill } from "./testing/till.ts";

const till = await startTill();
const { sezzle } = till;

const rowNow = () => read(findGatewayHealth);
const passed = (ms: number) => vi.setSystemTime(Date.now() + ms);
const probes = () => sezzle.seenOf("list_webhooks").length;

/** A screen that reads the stream, once it has been greeted. */
async function openScreen(): Promise<LiveReader> {
  const screen = readLive({
    sessionId: "a session",
    rolesChangedAt: null,
    storeIds: [till.store.id],
    lastEventId: null,
  });
  await eventually(() => expect(screen.events[0]?.event).toBe("hello"));
  return screen;
}

/** What a screen was told of the gateway when it changed: since when it is down. */
const told = (screen: LiveReader) =>
  screen.events
    .filter((it) => it.event === "gateway")
    .map((it) => (it.data as { gatewayDownSince: string | null }).gatewayDownSince);

/** Another process of the shop has noticed it. */
const noticedElsewhere = (downSince: Date | null) => write((db) => setGatewayDown(db, downSince));

/** What the till's job does, until it has found that the gateway is there. */
const probedUntilItAnswers = () =>
  eventually(async () => {
    passed(2_000);
    await watchGateway();
    expect((await rowNow()).downSince).toBeNull();
  });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
});
afterEach(async () => {
  sezzle.calm();
  // An answer, so that each test begins with a gateway that is there.
  await learn((await till.open()).order.uuid, "poll");
  await gatewayHealth().look();
  expect((await rowNow()).downSince).toBeNull();
  // What one test was told to wait for is no matter of the next.
  await write((db) => db.update(table).set({ quietUntil: null }));
  vi.useRealTimers();
});

describe("an outage of Sezzle", () => {
  test.each<[string, () => void]>([
    ["answers of 503", () => sezzle.always("get", { status: 503 })],
    ["connections that break", () => sezzle.always("get", "cut")],
  ])(
    "by %s is known after some seconds, on disk and on every screen, and over with the first answer",
    async (_by, spoil) => {
      const screens = [await openScreen(), await openScreen()];
      const { order } = await till.open();
      const began = Date.now();
      spoil();
      await learn(order.uuid, "person");
      expect((await rowNow()).downSince).toBeNull();
      passed(3_000);
      await learn(order.uuid, "person");
      await gatewayHealth().look();
      const { downSince } = await rowNow();
      expect(Math.abs((downSince?.getTime() ?? 0) - began)).toBeLessThan(2_500);
      for (const screen of screens)
        await eventually(() => expect(told(screen)).toEqual([downSince?.toISOString()]));
      passed(60_000);
      await learn(order.uuid, "person");
      sezzle.calm();
      await learn(order.uuid, "person");
      await gatewayHealth().look();
      expect((await rowNow()).downSince).toBeNull();
      for (const screen of screens) {
        await eventually(() => expect(told(screen)).toEqual([downSince?.toISOString(), null]));
      }
    },
  );

  test("is none when it refuses, has us wait, or loses single answers", async () => {
    const screen = await openScreen();
    const { order } = await till.open();
    for (const behaviour of [refused("invalid", "No"), { status: 404, body: [] }, { status: 429 }] as const) {
      sezzle.always("get", behaviour);
      await learn(order.uuid, "person");
      passed(3_000);
      sezzle.calm();
    }
    for (let lost = 0; lost < 5; lost += 1) {
      sezzle.onNext("get", "cut");
      await learn(order.uuid, "person");
      passed(3_000);
    }
    expect((await rowNow()).downSince).toBeNull();
    expect(told(screen)).toEqual([]);
  });

  test("is told to a screen that is opened during it, and with every heartbeat", async () => {
    const downSince = new Date(Date.now() - 60_000);
    await noticedElsewhere(downSince);
    await gatewayHealth().look();
    const screen = await openScreen();
    expect(screen.events[0]?.data).toMatchObject({ gatewayDownSince: downSince.toISOString() });
    await eventually(() => {
      const beat = screen.events.find((it) => it.event === "heartbeat");
      expect(beat?.data).toMatchObject({ gatewayDownSince: downSince.toISOString() });
    });
  });

  test("that another process noticed is told here, and its end, noticed there too", async () => {
    const screen = await openScreen();
    const downSince = new Date(Date.now() - 5_000);
    await noticedElsewhere(downSince);
    await gatewayHealth().look();
    await noticedElsewhere(null);
    await gatewayHealth().look();
    await eventually(() => expect(told(screen)).toEqual([downSince.toISOString(), null]));
  });

  test("that two processes notice began when the first of them says", async () => {
    const first = new Date(Date.now() - 9_000);
    await noticedElsewhere(first);
    await noticedElsewhere(new Date(Date.now() - 4_000));
    expect((await rowNow()).downSince).toEqual(first);
    await noticedElsewhere(null);
  });
});

describe("a gateway in doubt is probed", () => {
  test("while it is known to be down, so that its end is noticed though nobody asks for anything", async () => {
    sezzle.always("list_webhooks", { status: 503, headers: { "retry-after": "60" } });
    await noticedElsewhere(new Date(Date.now() - 60_000));
    await watchGateway();
    await eventually(() => expect(probes()).toBeGreaterThan(0));
    expect((await rowNow()).downSince).not.toBeNull();
    sezzle.calm();
    await probedUntilItAnswers();
  });

  test("after one lost answer, so that an idle shop learns whether it is an outage", async () => {
    const { saleId } = await till.openAuthorized();
    sezzle.always("get", "cut");
    sezzle.always("capture", "cut");
    sezzle.always("list_webhooks", "cut");
    await runOperation(granted(await till.prepare(saleId, "capture", 10_000)).id);
    await eventually(async () => {
      passed(1_000);
      await watchGateway();
      expect((await rowNow()).downSince).not.toBeNull();
    });
    sezzle.calm();
    await probedUntilItAnswers();
  });

  test("once at a time, and not at all while all is well or Sezzle asked to be left alone", async () => {
    const before = probes();
    await learn((await till.open()).order.uuid, "poll");
    for (let turn = 0; turn < 3; turn += 1) {
      passed(3_000);
      await watchGateway();
    }
    await noticedElsewhere(new Date(Date.now() - 60_000));
    await write(async (db) => {
      await db.update(table).set({ quietUntil: new Date(Date.now() + 60_000) });
    });
    passed(3_000);
    await watchGateway();
    expect(probes()).toBe(before);
    passed(60_000);
    const held = sezzle.hold("list_webhooks");
    await watchGateway();
    await held.arrived;
    for (let turn = 0; turn < 3; turn += 1) {
      passed(3_000);
      await watchGateway();
    }
    expect(probes()).toBe(before + 1);
    held.letGo();
    await eventually(async () => expect((await rowNow()).downSince).toBeNull());
  });
});
