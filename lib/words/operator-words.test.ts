import { expect, test } from "vitest";
import {
  gatewayWords,
  inboxWords,
  pollingWords,
  retriedWords,
  subscriptionWords,
  triesWords,
} from "./operator-words.ts";

const now = new Date("2026-11-22T20:00:00Z");
const place = { timeZone: "America/Chicago", locale: "en-US" };
const before = (ms: number) => new Date(now.getTime() - ms).toISOString();

test("the gateway answers, or has not since a time", () => {
  expect(gatewayWords(null, now, place)).toMatchObject({ tone: "approved", label: "Answers" });
  const down = gatewayWords(before(60_000), now, place);
  expect(down).toMatchObject({ tone: "refused", label: "No answer" });
  expect(down.meaning).toContain("since 13:59");
});

const subscription = {
  url: "https://till.example.com/api/webhooks/sezzle",
  appUrl: "https://till.example.com",
  existsSince: before(0),
  checkedAt: before(0),
  failedAt: null,
};

test.each([
  ["Subscribed", {}],
  ["Being checked", { existsSince: null, checkedAt: null }],
  ["Not known", { failedAt: before(0) }],
  ["Not possible", { url: null, existsSince: null }],
])("a subscription is told as: %s", (label, change) => {
  expect(subscriptionWords({ ...subscription, ...change }, "en-US").label).toBe(label);
});

test("an address that Sezzle cannot reach is named, and what to set", () => {
  const { meaning } = subscriptionWords(
    { ...subscription, url: null, appUrl: "http://localhost:3000" },
    "en-US",
  );
  expect(meaning).toContain("http://localhost:3000");
  expect(meaning).toContain("APP_URL");
});

const polling = { open: 5, daily: 9, due: 2, oldestDueAt: before(20_000), quietUntil: null };

test.each([
  ["On time", {}],
  ["On time", { oldestDueAt: null, due: 0 }],
  ["Behind", { oldestDueAt: before(61_000) }],
  ["Paused", { quietUntil: new Date(now.getTime() + 30_000).toISOString() }],
  ["On time", { quietUntil: before(1) }],
])("asking is told as: %s", (label, change) => {
  expect(pollingWords({ ...polling, ...change }, now, place).label).toBe(label);
});

test.each([
  ["Empty", 0, 0],
  ["3 in work", 3, 0],
  ["1 failed", 3, 1],
  ["2 failed", 2, 2],
])("the inbox is told as: %s", (label, waiting, failing) => {
  const inbox = { waiting, failing, oldestReceivedAt: null, events: [] };
  expect(inboxWords({ inbox }, "en-US").label).toBe(label);
});

test.each([
  [1, 0, "Worked off."],
  [4, 0, "All 4 are worked off."],
  [1, 1, "Tried again. It still waits."],
  [4, 4, "4 tried again. All still wait."],
  [4, 1, "4 tried again. 1 still waits."],
])("of %d events tried again %d still wait: %s", (tried, left, words) => {
  expect(retriedWords({ tried, left }, "en-US")).toBe(words);
});

test.each([
  [0, "not yet"],
  [1, "once"],
  [7, "7 times"],
])("%d tries are told as %s", (failures, words) => {
  expect(triesWords(failures, "en-US")).toBe(words);
});

test("in French every state has its word and its sentence", () => {
  const french = { ...place, locale: "fr-CA" };
  const inbox = { waiting: 3, failing: 2, oldestReceivedAt: null, events: [] };
  expect(gatewayWords(null, now, french)).toMatchObject({ tone: "approved", label: "Répond" });
  expect(gatewayWords(before(60_000), now, french).meaning).toMatch(/depuis 13.*59/);
  expect(subscriptionWords({ ...subscription, url: null }, "fr-CA").meaning).toContain("APP_URL");
  expect(pollingWords(polling, now, french).label).toBe("À l'heure");
  expect(inboxWords({ inbox }, "fr-CA").label).toBe("2 en échec");
});

test.each([
  [1, 0, "Traité."],
  [1, 1, "Essayé de nouveau. Il attend encore."],
  [4, 1, "4 essayés de nouveau. 1 attend encore."],
  [4, 2, "4 essayés de nouveau. 2 attendent encore."],
])("in French, of %d events tried again %d still wait: %s", (tried, left, words) => {
  expect(retriedWords({ tried, left }, "fr-CA")).toBe(words);
});
