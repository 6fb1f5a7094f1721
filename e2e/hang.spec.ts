import { armFault, booksOf, clearFaults, orderSentTo, requestsOf } from "./support/books.ts";
import { expect, test } from "./support/test.ts";

test.setTimeout(120_000);
test.afterEach(({ home }) => clearFaults(home.sandbox));

test("a capture that hangs at Sezzle holds up no other sale, and ends captured once", {
  tag: "@long",
}, async ({ home, till, shopper }) => {
  const first = await till.sendLink(8450);
  const orderUuid = await orderSentTo(home.sandbox, first.mobile);
  await shopper.complete(first.mobile);
  await expect(till.status("Approved")).toBeVisible();
  const captures = () => requestsOf(home.sandbox, { order: orderUuid, call: "capture" });

  await armFault(home.sandbox, { call: "capture", kind: "delay", delayMs: 30_000 });
  await till.press("Capture $84.50");
  await expect(till.main.getByText("Taking $84.50… asking Sezzle")).toBeVisible();

  const second = await till.sendLink(1200);
  await shopper.linkSentTo(second.mobile);
  await till.shows("Waiting for shopper");
  expect((await captures()).map((it) => it.status)).toEqual([null]);

  await expect(till.row(first.mobile)).toContainText("Taking");
  await till.row(first.mobile).click();
  await till.page.waitForURL(first.saleUrl);
  await expect(till.main.getByText("Taking $84.50… asking Sezzle")).toBeVisible();
  await expect(till.main.getByText("You can serve the next shopper")).toBeVisible();
  await expect(till.status("Not confirmed yet").first()).toBeVisible({ timeout: 25_000 });
  await expect(till.main.getByText("Do not take another payment for it.")).toBeVisible();
  await expect(till.main.getByRole("button", { name: /Capture|Release|Refund/ })).toHaveCount(0);

  // The till repeats the same request, which overtakes the first; that one must then change nothing.
  await expect(till.status("Paid")).toBeVisible({ timeout: 25_000 });
  await expect
    .poll(async () => (await captures()).map((it) => it.status), { timeout: 25_000 })
    .toEqual([200, 200]);
  const made = await captures();
  expect(made.filter((it) => it.acted)).toHaveLength(1);
  expect(new Set(made.map((it) => it.request_id)).size).toBe(1);
  expect((await booksOf(home.sandbox, orderUuid)).movements).toMatchObject([
    { kind: "capture", amount_in_cents: 8450 },
  ]);
});
