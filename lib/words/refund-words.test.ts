import { expect, test } from "vitest";
import type { HistoryData, HistoryKind, HistoryLineView } from "../sale-view.ts";
import { declineWords } from "./refund-words.ts";

const now = new Date("2026-11-22T20:00:00Z");
const usd = { amountCents: 4620, currency: "USD" as const };

function line(seq: number, kind: HistoryKind, data: HistoryData = usd, at = "2026-11-22T19:59:00Z") {
  const about = kind === "refund.declined" ? "Casey" : null;
  return { seq, at, kind, person: "Morgan", about, register: null, data } satisfies HistoryLineView;
}

const asked = line(1, "refund.asked");
const declined = line(2, "refund.declined", { ...usd, reason: "No receipt" });

test("the last word on a refund that was asked for is told when it was a no", () => {
  expect(declineWords([declined, asked], now, "en-US")).toEqual({
    seq: 2,
    title: "Morgan declined the refund of $46.20",
    detail: "asked for by Casey · reason: No receipt",
  });
});

test.each<[string, HistoryLineView]>([
  ["it was asked for again", line(3, "refund.asked")],
  ["it was approved since", line(3, "refund.approved")],
  ["a refund was made since", line(3, "operation.prepared", { operation: "refund", ...usd })],
])("no longer when %s", (_why, later) => {
  expect(declineWords([asked, later, declined], now, "en-US")).toBeNull();
});

test("still when something else happened since, and for a day", () => {
  const later = line(3, "operation.prepared", { operation: "set_reference" });
  expect(declineWords([later, declined], now, "en-US")).not.toBeNull();
  const old = line(2, "refund.declined", usd, "2026-11-21T19:59:00Z");
  expect(declineWords([old], now, "en-US")).toBeNull();
});

test("nothing where nothing was asked for", () => {
  expect(declineWords([], now, "en-US")).toBeNull();
});
