import { expect, test } from "vitest";
import { passwordComplaint, shortestPassword } from "./password.ts";

test.each(["maple-counter-1", "x".repeat(shortestPassword), "x".repeat(200), "fünf Häuser am See"])(
  "%j will do",
  (password) => {
    expect(passwordComplaint(password, "casey")).toBeNull();
  },
);

test.each([
  ["", "Use at least 10 characters."],
  ["x".repeat(shortestPassword - 1), "Use at least 10 characters."],
  ["x".repeat(201), "Use at most 200 characters."],
  ["casey-counter-1", "Leave your sign-in name out of the password."],
  ["counter-CASEY-1", "Leave your sign-in name out of the password."],
])("%j will not do, and it is said why: %s", (password, complaint) => {
  expect(passwordComplaint(password, "casey")).toBe(complaint);
});

test("a sign-in name in capitals is found as well", () => {
  expect(passwordComplaint("counter-casey-1", "CASEY")).toBe("Leave your sign-in name out of the password.");
});
