import { armFault, booksFor, clearFaults, requestsOf } from "./support/books.ts";
import { expect, test } from "./support/test.ts";

test.afterEach(({ home }) => clearFaults(home.sandbox));

test("a sale cancelled while the shopper has not finished charges nothing, and its link says so", async ({
  home,
  till,
  phone,
}) => {
  const { mobile } = await till.sendLink(8_450);
  await till.shows("Waiting for shopper");
  await phone.openLink(mobile);
  await expect(phone.page.getByRole("button", { name: "Continue" })).toBeVisible();

  await till.press("Cancel this sale…");
  await expect(till.sheet).toContainText("Cancel this sale of $84.50?");
  await expect(till.sheet).toContainText("The link stops working and nothing is charged.");
  await till.confirm("Cancel the sale");
  await till.shows("Cancelled");
  await expect(till.row(mobile)).toContainText("Cancelled");
  await expect(till.main.getByRole("button", { name: /^Capture/ })).toHaveCount(0);

  await phone.page.reload();
  await expect(phone.page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  expect(await booksFor(home.sandbox, mobile)).toMatchObject({
    checkout_status: "deleted",
    authorized_in_cents: 0,
  });
});

test("a sale can be kept waiting after all: nothing is cancelled before the sheet is confirmed", async ({
  home,
  till,
}) => {
  const { mobile } = await till.sendLink(8_450);
  await till.shows("Waiting for shopper");
  await till.press("Cancel this sale…");
  await till.confirm("Keep waiting");
  await expect(till.sheet).toHaveCount(0);
  await till.shows("Waiting for shopper");
  const { uuid, checkout_status } = await booksFor(home.sandbox, mobile);
  expect(checkout_status).toBe("active");
  expect(await requestsOf(home.sandbox, { order: uuid, call: "checkout_delete" })).toHaveLength(0);
});

test("a shopper who finishes before the cancel reaches Sezzle is not cancelled: the screen says so and goes on", {
  tag: "@postgres",
}, async ({ home, till }) => {
  const { sandbox } = home;
  const { mobile } = await till.sendLink(8_450);
  await till.shows("Waiting for shopper");
  const { uuid } = await booksFor(home.sandbox, mobile);
  await till.press("Cancel this sale…");

  // The till cannot know yet: the webhook is held, and Sezzle does not answer what the order is.
  await sandbox.control("/webhooks", { method: "PUT", body: { mode: "hold" } });
  await armFault(sandbox, { call: "order_get", kind: "status", status: 503, times: 0 });
  await sandbox.control(`/orders/${uuid}/complete`, { method: "POST" });
  await till.confirm("Cancel the sale");
  await expect
    .poll(async () => (await requestsOf(home.sandbox, { order: uuid, call: "checkout_delete" }))[0]?.status)
    .toBe(422);
  await clearFaults(sandbox);

  await till.shows("Approved");
  await expect(till.main.getByRole("alert")).toContainText("The shopper finished first");
  await expect(till.main.getByText("Cancelled", { exact: true })).toHaveCount(0);
  await expect(till.main.getByRole("button", { name: "Release…" })).toBeVisible();
  await till.press("Capture $84.50");
  await till.shows("Paid");
  expect(await booksFor(home.sandbox, mobile)).toMatchObject({
    captured_in_cents: 8_450,
    released_in_cents: 0,
  });
});
