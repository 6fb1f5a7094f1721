import { expect, test } from "vitest";
import { isGoodPassword, passwordComplaint, passwordHint, shortestPassword } from "./password.ts";

test.each(["maple-counter-1", "x".repeat(shortestPassword), "x".repeat(200), "fünf Häuser am See"])(
  "%j will do",
  (password) => {
    expect(passwordComplaint(password, "casey", "en-US")).toBeNull();
    expect(isGoodPassword(password, "casey")).toBe(true);
  },
);

test.each([
  ["", "Use at least 10 characters."],
  ["x".repeat(shortestPassword - 1), "Use at least 10 characters."],
  ["x".repeat(201), "Use at most 200 characters."],
  ["casey-counter-1", "Leave your sign-in name out of the password."],
  ["counter-CASEY-1", "Leave your sign-in name out of the password."],
])("%j will not do, and it is said why: %s", (password, complaint) => {
  expect(passwordComplaint(password, "casey", "en-US")).toBe(complaint);
  expect(isGoodPassword(password, "casey")).toBe(false);
});

test("a sign-in name in capitals is found as well", () => {
  expect(passwordComplaint("counter-casey-1", "CASEY", "en-US")).toBe(
    "Leave your sign-in name out of the password.",
  );
});

test.each([
  ["short", "Utilisez au moins 10 caractères."],
  ["x".repeat(201), "Utilisez au plus 200 caractères."],
  ["casey-counter-1", "Ne mettez pas votre identifiant dans le mot de passe."],
])("%j will not do, and a French reader is told why: %s", (password, complaint) => {
  expect(passwordComplaint(password, "casey", "fr-CA")).toBe(complaint);
});

test("how long a password has to be is told before it is typed", () => {
  expect(passwordHint("en-CA")).toBe("At least 10 characters");
  expect(passwordHint("fr-CA")).toBe("Au moins 10 caractères");
});
