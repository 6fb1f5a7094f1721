import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SleepWatch } from "./sleep-watch.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "performance"], now: new Date("2026-11-22T20:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a page that runs every few seconds has not slept", () => {
  const watch = new SleepWatch();
  for (let times = 0; times < 5; times += 1) {
    vi.advanceTimersByTime(4_900);
    expect(watch.hasSlept()).toBe(false);
  }
});

test("a gap of more than five seconds is a sleep, told once", () => {
  const watch = new SleepWatch();
  vi.advanceTimersByTime(5_100);
  expect(watch.hasSlept()).toBe(true);
  expect(watch.hasSlept()).toBe(false);
});

test.each([
  ["forward", 3_600_000],
  ["back", -3_600_000],
])("a clock that is set %s is noticed, though no time has passed", (_, byMs) => {
  const watch = new SleepWatch();
  vi.setSystemTime(Date.now() + byMs);
  expect(watch.hasSlept()).toBe(true);
  expect(watch.hasSlept()).toBe(false);
});
