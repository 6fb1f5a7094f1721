import { describe, expect, test } from "vitest";
import {
  afterExchange,
  afterWord,
  type GatewayImpression,
  isInDoubt,
  noImpression,
} from "./gateway-health.ts";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 14, 3) + seconds * 1000);

/** Exchanges in the order of their ends: "1-20 lost" began at 1 s and ended at 20 s without an answer. */
function having(exchanges: string, before: GatewayImpression = noImpression): GatewayImpression {
  const ends = exchanges === "" ? [] : exchanges.split(", ");
  return ends.reduce((impression, text) => {
    const [, start, end, how] = /^(\d+)-(\d+) (lost|ok)$/.exec(text) ?? [];
    if (!how) throw new Error(`no exchange: ${text}`);
    return afterExchange(impression, {
      isAnswered: how === "ok",
      startedAt: at(Number(start)),
      endedAt: at(Number(end)),
    });
  }, before);
}

describe("since when the gateway is taken to be down:", () => {
  test.each<[what: string, exchanges: string, since: number | null]>([
    ["nothing was asked", "", null],
    ["one answer was lost", "0-20 lost", null],
    ["two were", "0-1 lost, 4-5 lost", null],
    ["three within a second, a blink of the network", "0-0 lost, 0-0 lost, 1-1 lost", null],
    ["three over three seconds", "0-0 lost, 1-1 lost, 3-3 lost", 0],
    ["three that hung at once", "0-20 lost, 1-20 lost, 2-20 lost", 0],
    ["three of which the first to end began last", "2-22 lost, 0-22 lost, 1-22 lost", 0],
    ["a success between", "0-0 lost, 1-1 lost, 2-2 ok, 3-3 lost, 4-4 lost", null],
    ["three after a success", "0-0 ok, 1-1 lost, 2-2 lost, 5-5 lost", 1],
    ["some hang while others are answered", "0-0 lost, 18-19 ok, 1-20 lost, 2-20 lost, 3-20 lost", null],
  ])("%s: %s", (_what, exchanges, since) => {
    expect(having(exchanges).downSince).toEqual(since === null ? null : at(since));
  });

  test("the first failure, however many follow", () => {
    const down = having("0-0 lost, 1-1 lost, 3-3 lost, 60-80 lost");
    expect(down).toMatchObject({ downSince: at(0), failures: 4 });
  });

  test("nothing, once any answer has come, even to what was asked before", () => {
    const down = having("1-1 lost, 2-2 lost, 4-4 lost");
    expect(having("0-5 ok", down)).toEqual({ ...noImpression, answeredAt: at(5) });
  });
});

describe("another process's word", () => {
  const down = having("0-0 lost, 1-1 lost, 3-3 lost");

  test("that the gateway answers again ends the count of failures too", () => {
    expect(afterWord(down, null)).toEqual(noImpression);
  });

  test("that it is down since another moment counts", () => {
    expect(afterWord(noImpression, at(-60)).downSince).toEqual(at(-60));
    expect(afterWord(down, at(-60)).downSince).toEqual(at(-60));
  });

  test("that says nothing new changes nothing, not even a count that has begun", () => {
    const failed = having("0-0 lost");
    expect(afterWord(failed, null)).toBe(failed);
  });
});

test.each<[string, GatewayImpression, waitingSince: number | null, now: number, expected: boolean]>([
  ["nothing is under way", noImpression, null, 60, false],
  ["a call waits its usual second", noImpression, 0, 1, false],
  ["a call waits for five seconds", noImpression, 0, 5, true],
  ["a call waits, but another was answered since", { ...noImpression, answeredAt: at(3) }, 0, 8, false],
  ["a call waits that began after the last answer", { ...noImpression, answeredAt: at(-3) }, 0, 8, true],
  ["one answer was lost", having("0-1 lost"), null, 1, true],
  ["it is down, and nothing is asked", { ...noImpression, downSince: at(0) }, null, 9, true],
])("whether it is doubted: %s", (_what, impression, waitingSince, now, expected) => {
  expect(isInDoubt(impression, waitingSince === null ? null : at(waitingSince), at(now))).toBe(expected);
});
