import { expect, test } from "vitest";
import { type SaleStatus, saleStatuses } from "../order-state.ts";
import { statusWords, type Tone } from "./status-words.ts";

test.each<[SaleStatus, string, Tone]>([
  ["creating", "Sending…", "waiting"],
  ["unconfirmed", "Not sure it was sent", "unconfirmed"],
  ["failed", "Not sent", "refused"],
  ["link_sent", "Waiting for shopper", "waiting"],
  ["checking", "Checking…", "waiting"],
  ["denied", "Not approved", "refused"],
  ["cancelled", "Cancelled", "idle"],
  ["checkout_expired", "Link expired", "idle"],
  ["authorized", "Approved", "approved"],
  ["partially_captured", "Part taken", "attention"],
  ["captured", "Paid", "paid"],
  ["released", "Not charged", "idle"],
  ["authorization_expired", "Not charged", "idle"],
  ["partially_refunded", "Partly refunded", "paid"],
  ["refunded", "Refunded", "idle"],
])("%s reads %s", (status, label, tone) => {
  expect(statusWords(status, "en-US")).toMatchObject({ label, tone });
});

test.each([...saleStatuses])("%s says what it means and what to do, in whole sentences", (status) => {
  const { means, next, say } = statusWords(status, "en-US");
  for (const sentence of [means, next, say ?? "Nothing."]) expect(sentence).toMatch(/^[A-Z].*[.!?]$/);
});

test.each(saleStatuses.filter((it) => !["captured", "partially_refunded"].includes(it)))(
  "only money that was taken reads as paid: %s does not",
  (status) => {
    expect(statusWords(status, "en-US").tone).not.toBe("paid");
  },
);

test("a denial blames nobody", () => {
  const { label, means, say, next } = statusWords("denied", "en-US");
  expect([label, means, say, next].join(" ")).not.toMatch(
    /declined|credit|rejected|refused|your account|limit/i,
  );
});
