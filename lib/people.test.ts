import { describe, expect, test } from "vitest";
import { may, mayChangeRole, mayManage, type Right, rights, roles, type Standing } from "./people.ts";

const atTheCounter: Right[] = [
  "sale.see",
  "sale.start",
  "sale.cancel",
  "sale.capture",
  "sale.release",
  "sale.refund",
  "sale.set_reference",
];
const atTheDesk: Right[] = [
  "sale.decide",
  "sale.enter_order",
  "sale.reauthorize",
  "contact.show",
  "people.manage",
  "second_factor.use",
  "refund.approve",
  "day.close",
  "payouts.work",
  "disputes.see",
  "contact.erase",
  "orders.export",
  "today.see",
  "store.see",
  "tablet.pair",
];
const ofTheHouse: Right[] = ["store.manage", "shop.operate"];

test.each(atTheCounter)("a cashier may %s", (right) => {
  expect(may("cashier", right)).toBe(true);
});

test.each(atTheDesk)("a cashier may not %s, a manager and an owner may", (right) => {
  expect(roles.filter((role) => may(role, right))).toEqual(["manager", "owner"]);
});

test.each(ofTheHouse)("only an owner may %s", (right) => {
  expect(roles.filter((role) => may(role, right))).toEqual(["owner"]);
});

test("every right is of the counter, of the desk or of the whole house", () => {
  expect([...atTheCounter, ...atTheDesk, ...ofTheHouse].sort()).toEqual([...rights].sort());
});

test.each([...rights])("a manager and an owner may %s when a cashier may", (right) => {
  for (const role of roles) if (may("cashier", right)) expect(may(role, right)).toBe(true);
});

test.each([...roles])("a %s may do nothing that is not a right", (role) => {
  expect(may(role, "sale.mark_as_paid" as Right)).toBe(false);
  expect(may(role, "" as Right)).toBe(false);
});

const owner: Standing = { isOwner: true, roles: [] };
const cashierIn = (...stores: string[]): Standing => ({
  isOwner: false,
  roles: stores.map((storeId) => ({ storeId, role: "cashier" })),
});
const managerIn = (...stores: string[]): Standing => ({
  isOwner: false,
  roles: stores.map((storeId) => ({ storeId, role: "manager" })),
});
const nowhere = cashierIn();

describe("who may rename, reset, sign out and disable whom", () => {
  test.each<[who: string, by: Standing, person: Standing, may: boolean]>([
    ["an owner, a cashier", owner, cashierIn("a"), true],
    ["an owner, a manager", owner, managerIn("a", "b"), true],
    ["an owner, another owner", owner, owner, true],
    ["an owner, somebody who works nowhere any more", owner, nowhere, true],
    ["a manager, a cashier of their store", managerIn("a"), cashierIn("a"), true],
    ["a manager of two stores, a cashier of both", managerIn("a", "b"), cashierIn("a", "b"), true],
    ["a manager, a cashier who works in another store, too", managerIn("a"), cashierIn("a", "b"), false],
    ["a manager, a cashier of another store", managerIn("a"), cashierIn("b"), false],
    ["a manager, another manager of the store", managerIn("a"), managerIn("a"), false],
    [
      "a manager, a cashier who is a manager elsewhere",
      managerIn("a", "b"),
      { isOwner: false, roles: [...cashierIn("a").roles, ...managerIn("b").roles] },
      false,
    ],
    ["a manager, an owner", managerIn("a"), owner, false],
    [
      "a manager, an owner with a role in the store",
      managerIn("a"),
      { ...cashierIn("a"), isOwner: true },
      false,
    ],
    ["a manager, somebody who works nowhere", managerIn("a"), nowhere, false],
    ["a cashier, a cashier of the same store", cashierIn("a"), cashierIn("a"), false],
    ["somebody who works nowhere, a cashier", nowhere, cashierIn("a"), false],
  ])("%s: %#", (_who, by, person, may) => {
    expect(mayManage(by, person)).toBe(may);
  });
});

describe("who may change which role in store a", () => {
  const staff = [null, "cashier", "manager"] as const;
  const changes = staff.flatMap((from) => staff.map((to) => [from, to] as const));
  test.each(changes)(
    "from %s to %s: an owner may; a manager of it only without the role of a manager",
    (from, to) => {
      expect(mayChangeRole(owner, "a", from, to)).toBe(true);
      expect(mayChangeRole(managerIn("a"), "a", from, to)).toBe(from !== "manager" && to !== "manager");
      expect(mayChangeRole(managerIn("b"), "a", from, to)).toBe(false);
      expect(mayChangeRole(cashierIn("a"), "a", from, to)).toBe(false);
    },
  );
});
