import fc from "fast-check";
import { expect, test } from "vitest";
import { AskBudget, AskTurns, mostAsksASecond } from "./ask-budget.ts";

const second = 1000;
const minute = 60 * second;

/** Takes every place there is, every so many milliseconds. Returns when the asks went out. */
function spendAll(budget: AskBudget, { from = 0, forMs = 10 * second, stepMs = 50 } = {}): number[] {
  const asks: number[] = [];
  for (let now = from; now < from + forMs; now += stepMs) {
    for (let places = budget.places(now); places > 0; places -= 1) {
      budget.spend(now);
      asks.push(now);
    }
  }
  return asks;
}

const most = (asks: number[], inMs: number) =>
  Math.max(0, ...asks.map((at) => asks.filter((it) => it >= at && it < at + inMs).length));

test("1,000 open checkouts fit into the budget, each once a minute, with room for those that are watched", () => {
  expect(mostAsksASecond).toBeGreaterThan(1_000 / 60);
});

test("in no second is more asked for than the budget, however often and unevenly it is looked at", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 * second }), { maxLength: 60 }), (steps) => {
      const budget = new AskBudget();
      const asks: number[] = [];
      let now = 0;
      for (const step of steps) {
        now += step;
        for (let places = budget.places(now); places > 0; places -= 1) {
          budget.spend(now);
          asks.push(now);
        }
      }
      expect(most(asks, second)).toBeLessThanOrEqual(mostAsksASecond);
    }),
  );
});

test("what the budget allows is used, and spread over the second", () => {
  const asks = spendAll(new AskBudget());
  expect(asks.length).toBeGreaterThanOrEqual(10 * mostAsksASecond * 0.9);
  expect(most(asks, second / 4)).toBeLessThanOrEqual(Math.ceil(mostAsksASecond / 4));
});

test("after a 429 nothing is asked for as long as Sezzle says, and at least two seconds", () => {
  const budget = new AskBudget();
  expect(budget.turnedAway(0)).toBe(2 * second);
  expect(spendAll(budget, { forMs: 2 * second })).toEqual([]);
  expect(budget.places(2 * second)).toBeGreaterThan(0);
  expect(budget.turnedAway(10 * second, 30 * second)).toBe(30 * second);
  expect(budget.places(39 * second)).toBe(0);
});

test("each further 429 makes the pause longer, up to five minutes; ten minutes without one and it is short again", () => {
  const budget = new AskBudget();
  const pauses: number[] = [];
  let now = 0;
  for (let times = 0; times < 10; times += 1) {
    const pauseMs = budget.turnedAway(now);
    pauses.push(pauseMs / second);
    now += pauseMs + second;
  }
  expect(pauses).toEqual([2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  expect(budget.turnedAway(now + 11 * minute)).toBe(2 * second);
});

test("asks that were under way together and are turned away together are one refusal", () => {
  const budget = new AskBudget();
  budget.turnedAway(0);
  expect(budget.turnedAway(100)).toBe(1_900);
  expect(budget.turnedAway(200, 5 * second)).toBe(5 * second);
  expect(budget.turnedAway(5_200)).toBe(4 * second);
});

test("no Retry-After silences the till for more than an hour", () => {
  expect(new AskBudget().turnedAway(0, 999_999_999 * second)).toBe(60 * minute);
});

test("after a 429 half as much is asked for, and little by little more again", () => {
  const budget = new AskBudget();
  const from = budget.turnedAway(0);
  const soon = spendAll(budget, { from, forMs: 10 * second });
  expect(most(soon, second)).toBeLessThanOrEqual(mostAsksASecond / 2);
  expect(soon.length).toBeGreaterThan(10 * 8);
  const later = spendAll(budget, { from: from + 5 * minute, forMs: 10 * second });
  expect(most(later, second)).toBe(mostAsksASecond);
});

test("beside another process half of the budget is left to it, and all is taken again when it is gone", () => {
  const budget = new AskBudget();
  budget.metAnother(0);
  expect(most(spendAll(budget), second)).toBe(Math.floor(mostAsksASecond / 2));
  expect(most(spendAll(budget, { from: minute }), second)).toBe(mostAsksASecond);
});

test("urgent asks go first, and others get a turn after three of them, however few places there are", () => {
  const turns = new AskTurns();
  const [urgent, others] = [
    ["u1", "u2", "u3", "u4", "u5"],
    ["o1", "o2"],
  ];
  expect(turns.choose(urgent, others, 2)).toEqual(["u1", "u2"]);
  expect(turns.choose(urgent, others, 4)).toEqual(["u1", "o1", "u2", "u3"]);
  expect(new AskTurns().choose(urgent, others, 9)).toEqual(["u1", "u2", "u3", "o1", "u4", "u5", "o2"]);
});

test("places that nobody urgent needs are for the others, and the other way round", () => {
  expect(new AskTurns().choose([], ["o1", "o2", "o3"], 2)).toEqual(["o1", "o2"]);
  expect(new AskTurns().choose(["u1", "u2", "u3", "u4", "u5"], [], 4)).toEqual(["u1", "u2", "u3", "u4"]);
});
