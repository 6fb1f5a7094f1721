import { booksFor, booksOf, messagesTo } from "./support/books.ts";
import { expect, test } from "./support/test.ts";

/** What a watched sale's screen is promised within, with the time it takes to draw it. */
const watched = { timeout: 6_000 };

test("a shopper whose card is declined can pay with another one, and the till never calls it denied", {
  tag: "@long",
}, async ({ till, phone }) => {
  const { mobile } = await till.sendLink(8_450);
  await phone.openLink(mobile);
  await phone.fillIn("4000000000000002");
  await expect(phone.page.getByRole("alert")).toHaveText("The card was declined. Try another card.");
  await expect(till.status("Waiting for shopper")).toBeVisible();
  await phone.payWith("4242424242424242");
  await phone.finish();
  await till.shows("Approved");
});

test("a purchase over the shopper's spending power is told neutrally, within seconds and without a webhook", {
  tag: "@long",
}, async ({ home, till, phone }) => {
  const { sandbox } = home;
  await sandbox.control("/settings", { method: "PUT", body: { spendingPowerCents: 5_000 } });
  try {
    const { mobile } = await till.sendLink(8_450);
    await phone.openLink(mobile);
    await phone.fillIn();
    await phone.page.getByRole("button", { name: "Continue" }).click();
    await phone.page.getByRole("button", { name: "Complete purchase" }).click();
    await expect(phone.page.getByRole("heading", { name: "Not approved" })).toBeVisible();

    await expect(till.status("Not approved")).toBeVisible(watched);
    await expect(till.main).toContainText("Sezzle did not approve this purchase. Nothing is charged.");
    await expect(till.main).toContainText("Would you like to pay another way?");
    await expect(till.main).not.toContainText(/spending power|limit|declined/i);
    await expect(till.main).toContainText("by a regular check");
    await expect(till.row(mobile)).toContainText("Not approved");
  } finally {
    await sandbox.control("/settings", { method: "PUT", body: { spendingPowerCents: 250_000 } });
  }
});

test("a shopper who gives up lands on the shop's page, and the same link still works", {
  tag: "@long",
}, async ({ till, phone }) => {
  const { mobile } = await till.sendLink(8_450);
  await phone.openLink(mobile);
  await phone.page.getByRole("button", { name: "Cancel and return to the shop" }).click();
  await phone.page.waitForURL("**/cancelled");
  await expect(phone.page.getByRole("heading")).toContainText("You left Sezzle's checkout");
  await expect(phone.page.getByText("Maple Street")).toBeVisible();
  await expect(till.status("Waiting for shopper")).toBeVisible();
  await phone.buy(mobile);
  await till.shows("Approved");
});

test("a link that runs out is seen within seconds; a new one for the same sale is captured once", async ({
  home,
  till,
  phone,
}) => {
  const { mobile, saleUrl } = await till.sendLink(8_450);
  await till.shows("Waiting for shopper");
  const first = await booksFor(home.sandbox, mobile);
  await home.sandbox.control(`/orders/${first.uuid}/expire-checkout`, { method: "POST" });
  await expect(till.status("Link expired")).toBeVisible(watched);
  await phone.page.goto(first.checkout_url);
  await expect(phone.page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();

  await till.press("Send a new link…");
  await expect(till.sheet).toContainText("nobody can pay twice");
  await till.confirm("Send the new link");
  await till.shows("Waiting for shopper");
  expect(till.page.url()).toBe(saleUrl);
  await phone.complete(mobile);
  await till.press("Capture $84.50");
  await till.shows("Paid");

  const messages = await messagesTo(home.sandbox, mobile);
  const orders = await Promise.all(messages.map(({ order_uuid }) => booksOf(home.sandbox, order_uuid)));
  expect(orders).toMatchObject([
    { checkout_status: "complete", captured_in_cents: 8_450 },
    { uuid: first.uuid, checkout_status: "deleted", captured_in_cents: 0 },
  ]);
  expect(orders[0]?.movements).toHaveLength(1);
  await expect(till.row(mobile)).toHaveCount(1);
});
