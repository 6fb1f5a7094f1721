import { openLiveStream } from "./support/live-stream.ts";
import { expect, staff, test } from "./support/test.ts";

test("the stream says what it is, that nothing may keep or transform it, and beats", async ({
  home,
  till,
}) => {
  const stream = await openLiveStream(home.app.url, { context: till.page.context() });
  expect(stream.status).toBe(200);
  expect(stream.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(stream.headers.get("cache-control")).toBe("no-cache, no-transform");
  expect(stream.headers.get("x-accel-buffering")).toBe("no");
  expect(stream.headers.get("content-encoding")).toBeNull();
  await expect.poll(() => stream.events.map((it) => it.event)).toContain("heartbeat");
  expect(stream.events[0]?.event).toBe("hello");
  stream.close();
});

test("a stream that names its last event is told everything since, once and in order", async ({
  home,
  till,
  shopper,
}) => {
  const context = till.page.context();
  const live = await openLiveStream(home.app.url, { context });
  await expect.poll(() => live.events[0]?.event).toBe("hello");
  const since = live.events[0]?.id ?? Number.NaN;
  const { mobile } = await till.sendLink(8450);
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();
  await till.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();

  const idsOf = (stream: typeof live) =>
    stream.events.filter((it) => it.event === "change").map((it) => it.id ?? Number.NaN);
  const told = idsOf(live);
  expect(told.length).toBeGreaterThanOrEqual(6);
  expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
  expect(told.every((id) => id > since)).toBe(true);

  const replayed = await openLiveStream(home.app.url, { context, lastEventId: since });
  await expect.poll(() => idsOf(replayed).slice(0, told.length)).toEqual(told);
  const middle = told[2] ?? Number.NaN;
  const rest = await openLiveStream(home.app.url, { context, lastEventId: middle });
  await expect.poll(() => idsOf(rest).slice(0, told.length - 3)).toEqual(told.slice(3));
  for (const stream of [live, replayed, rest]) {
    // Names and masked digits, but never a whole number.
    expect(stream.events.map((it) => it.data).join()).not.toContain(mobile);
    stream.close();
  }
});

test("a stranger gets no stream", async ({ home }) => {
  const stream = await openLiveStream(home.app.url);
  expect(stream.status).toBe(401);
  stream.close();
});

test("nothing of a store is in the stream of another store's cashier", async ({ home, till, openTill }) => {
  const { saleUrl } = await till.sendLink(8450);
  const saleId = new URL(saleUrl).pathname.split("/").at(-1) ?? "no sale";
  const stranger = await openTill({ person: staff.otherStoresCashier });
  const own = await openLiveStream(home.app.url, { context: till.page.context(), lastEventId: 0 });
  const others = await openLiveStream(home.app.url, { context: stranger.page.context(), lastEventId: 0 });
  const { saleUrl: theirUrl } = await stranger.sendLink(4620);
  const theirId = new URL(theirUrl).pathname.split("/").at(-1) ?? "no sale";
  const all = (stream: typeof own) => stream.events.map((it) => it.data).join();

  await expect.poll(() => all(own)).toContain(saleId);
  await expect.poll(() => all(others)).toContain(theirId);
  await till.press("Cancel this sale…");
  await till.confirm("Cancel the sale");
  await expect(till.status("Cancelled")).toBeVisible();
  await expect.poll(() => all(own)).toContain("cancelled");
  expect(all(others)).not.toContain(saleId);
  expect(all(own)).not.toContain(theirId);
  own.close();
  others.close();
});
