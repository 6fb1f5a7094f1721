import { expect, test, vi } from "vitest";
import { browserCookie, browserOf } from "./known-browser.ts";

vi.stubEnv("AUTH_SECRET", "a".repeat(32));

const withCookie = (cookie: string) => new Request("http://localhost/", { headers: { cookie } });
const cookieOf = (header: string) => header.split(";")[0] ?? "";

test("a browser is known again by the cookie it was given, among others", () => {
  const browser = browserOf(new Request("http://localhost/"));
  expect(browser.isNew).toBe(true);
  const cookie = cookieOf(browserCookie(browser));
  expect(browserOf(withCookie(`a=b; ${cookie}; c=d`))).toEqual({ id: browser.id, isNew: false });
});

test.each([
  ["another id", (cookie: string) => cookie.replace(/=[^.]*/, "=0b0f6b1e-6a70-4f31-9a86-0d5d1ef2a0a1")],
  ["no signature", (cookie: string) => cookie.replace(/\..*/, "")],
  ["another signature", (cookie: string) => `${cookie.slice(0, -2)}AA`],
  ["an empty id", () => "till_browser=."],
  ["nonsense", () => "till_browser=%00"],
])("a cookie with %s makes a new browser", (_what, change) => {
  const browser = browserOf(new Request("http://localhost/"));
  const again = browserOf(withCookie(change(cookieOf(browserCookie(browser)))));
  expect(again.isNew).toBe(true);
  expect(again.id).not.toBe(browser.id);
});
