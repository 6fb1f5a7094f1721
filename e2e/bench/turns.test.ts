import { expect, test } from "vitest";
import { takeTurns } from "./turns.ts";

test("contenders take turns, and the first rounds do not count", async () => {
  const order: string[] = [];
  const contender = (name: string) => ({
    name,
    measure: async () => {
      order.push(name);
      return order.length;
    },
  });
  const turns = await takeTurns([contender("a"), contender("b")], { rounds: 2, warmRounds: 1 });
  expect(order.join("")).toBe("ababab");
  expect(Object.fromEntries(turns)).toEqual({ a: [3, 5], b: [4, 6] });
});
