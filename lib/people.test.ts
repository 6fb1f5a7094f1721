import { expect, test } from "vitest";
import { may, type Right, rights, roles } from "./people.ts";

const atTheCounter: Right[] = [
  "sale.see",
  "sale.start",
  "sale.cancel",
  "sale.capture",
  "sale.release",
  "sale.refund",
  "sale.set_reference",
];

test.each(atTheCounter)("a cashier may %s", (right) => {
  expect(may("cashier", right)).toBe(true);
});

test.each([...rights])("a manager and an owner may %s when a cashier may", (right) => {
  for (const role of roles) if (may("cashier", right)) expect(may(role, right)).toBe(true);
});

test.each([...roles])("a %s may do nothing that is not a right", (role) => {
  expect(may(role, "sale.mark_as_paid" as Right)).toBe(false);
  expect(may(role, "" as Right)).toBe(false);
});
