import { expect, test } from "vitest";
import { type SaleStatus, saleStatuses } from "./order-state.ts";
import {
  authorizationEndingMs,
  checkoutEndingMs,
  endingPollMs,
  eventRetryAt,
  nextPollAt,
  type PollFacts,
  retryAt,
  unwatchedPollMs,
  watchedPollMs,
} from "./polling.ts";

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;
const now = new Date("2026-11-22T14:00:00Z");
const after = (ms: number) => new Date(now.getTime() + ms);

function facts(changes: Partial<PollFacts>): PollFacts {
  return {
    status: "link_sent",
    isOpen: false,
    isWatched: false,
    checkoutExpiresAt: null,
    authorizationExpiresAt: null,
    createdAt: now,
    now,
    ...changes,
  };
}

test("what nobody announces is found within 5 s on a screen and within 60 s elsewhere", () => {
  expect(watchedPollMs).toBeLessThan(5 * second);
  expect(unwatchedPollMs).toBeLessThan(60 * second);
});

const changing: SaleStatus[] = [
  "creating",
  "unconfirmed",
  "link_sent",
  "checking",
  "authorized",
  "partially_captured",
];
const daily: SaleStatus[] = ["captured", "partially_refunded", "authorization_expired"];
const over = saleStatuses.filter((it) => !changing.includes(it) && !daily.includes(it));

test.each(changing)("%s is asked for often", (status) => {
  expect(nextPollAt(facts({ status, isWatched: true }))).toEqual(after(watchedPollMs));
  expect(nextPollAt(facts({ status }))).toEqual(after(unwatchedPollMs));
});

test.each(daily)("%s is asked for once a day for 30 days, and then no more", (status) => {
  const started = (ago: number) => new Date(now.getTime() - ago);
  expect(nextPollAt(facts({ status }))).toEqual(after(day));
  expect(nextPollAt(facts({ status, isWatched: true }))).toEqual(after(day));
  expect(nextPollAt(facts({ status, createdAt: started(30 * day - 1) }))).toEqual(after(day));
  expect(nextPollAt(facts({ status, createdAt: started(30 * day) }))).toBeNull();
});

test.each(over)("%s is asked for no more", (status) => {
  expect(nextPollAt(facts({ status, isWatched: true }))).toBeNull();
});

test.each(saleStatuses)("%s is asked for often while an operation has no known end", (status) => {
  expect(nextPollAt(facts({ status, isOpen: true, isWatched: true }))).toEqual(after(watchedPollMs));
  expect(nextPollAt(facts({ status, isOpen: true }))).toEqual(after(unwatchedPollMs));
});

const endings: [SaleStatus, "checkoutExpiresAt" | "authorizationExpiresAt", number][] = [
  ["link_sent", "checkoutExpiresAt", checkoutEndingMs],
  ["authorized", "authorizationExpiresAt", authorizationEndingMs],
  ["partially_captured", "authorizationExpiresAt", authorizationEndingMs],
];

test("an authorization's last five minutes and a checkout's last minute are watched more closely", () => {
  expect(authorizationEndingMs).toBe(5 * minute);
  expect(checkoutEndingMs).toBe(minute);
  expect(endingPollMs).toBeLessThan(unwatchedPollMs / 3);
});

test.each(endings)("%s is asked for more often when its %s is near", (status, expiry, endingMs) => {
  const nextAt = (expiresIn: number, isWatched = false) =>
    nextPollAt(facts({ status, isWatched, [expiry]: after(expiresIn) }));
  expect(nextAt(endingMs + 10 * minute)).toEqual(after(unwatchedPollMs));
  expect(nextAt(endingMs + 20 * second)).toEqual(after(20 * second));
  expect(nextAt(endingMs)).toEqual(after(endingPollMs));
  expect(nextAt(endingPollMs)).toEqual(after(endingPollMs));
  expect(nextAt(endingMs, true)).toEqual(after(watchedPollMs));
});

test.each(endings)("%s is asked for a second after its %s when that comes sooner", (status, expiry) => {
  const nextAt = (expiresAt: Date) => nextPollAt(facts({ status, [expiry]: expiresAt }));
  expect(nextAt(after(5 * second))).toEqual(after(6 * second));
  expect(nextAt(after(1))).toEqual(after(second + 1));
  expect(nextAt(now)).toEqual(after(unwatchedPollMs));
  expect(nextAt(after(-minute))).toEqual(after(unwatchedPollMs));
});

test.each<[SaleStatus, Partial<PollFacts>]>([
  ["link_sent", { authorizationExpiresAt: after(second) }],
  ["authorized", { checkoutExpiresAt: after(second) }],
  ["checking", { checkoutExpiresAt: after(second), authorizationExpiresAt: after(second) }],
])("%s does not follow the clock of another expiry", (status, expiries) => {
  expect(nextPollAt(facts({ status, ...expiries }))).toEqual(after(unwatchedPollMs));
});

test.each([
  [1, 2 * second],
  [2, 4 * second],
  [5, 32 * second],
  [6, unwatchedPollMs],
  [1_000_000, unwatchedPollMs],
])("after %d failures in a row Sezzle is asked again after %d ms", (failures, delay) => {
  expect(retryAt(failures, now)).toEqual(after(delay));
});

test.each([
  [1, 2 * second],
  [9, 512 * second],
  [10, 10 * minute],
  [1_000_000, 10 * minute],
])("after %d failures a webhook is worked off again after %d ms", (failures, delay) => {
  expect(eventRetryAt(failures, now)).toEqual(after(delay));
});
