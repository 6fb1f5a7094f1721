import { booksFor, requestsOf } from "./support/books.ts";
import { expect, test } from "./support/own-house.ts";
import { staff } from "./support/test.ts";

test("a cashier refunds up to the store's limit for the day, on every tablet, and a manager beyond it", {
  tag: "@long",
}, async ({ home, openTill, shopper }) => {
  test.slow();
  const first = await openTill();
  const second = await openTill({ register: "Register 2" });
  const manager = await openTill({ person: staff.manager, register: "Register 2" });
  const sale = await first.sendLink(15_000);
  await shopper.complete(sale.mobile);
  await first.press("Capture $150.00");
  await first.shows("Paid");
  const other = await second.sendLink(30_000);
  await shopper.complete(other.mobile);
  await second.press("Capture $300.00");
  await second.shows("Paid");
  await expect(second.main.getByRole("button", { name: "Refund…" })).toBeVisible();

  await first.press("Refund…");
  await first.sheet.getByText("Returned goods").click();
  await first.confirm("Refund $150.00");
  await first.shows("Refunded");

  // The second tablet still shows what was left before: the server counts for itself.
  await second.press("Refund…");
  await second.sheet.getByLabel("Amount to refund").fill("150");
  await second.sheet.getByText("Returned goods").click();
  await second.confirm("Refund $150.00");
  const told = second.sheet.getByRole("alert");
  await expect(told).toContainText("You can refund $50.00 more today on your own.");
  await expect(told).toContainText("Nothing was sent to Sezzle.");
  await expect(told).toContainText("Have a manager approve this refund, here or on their own screen.");
  await expect(second.sheet.getByText("Ask on the managers' screens")).toBeVisible();
  await second.sheet.getByLabel("Amount to refund").fill("50");
  await second.confirm("Refund $50.00");
  await second.shows("Partly refunded");
  await expect(second.main).toContainText(
    "A refund is more than you may give back today. A manager can approve it.",
  );
  await second.press("Refund…");
  await expect(second.sheet).toContainText("Every refund needs a manager now");
  await expect(second.sheet.getByRole("button", { name: "Ask for $250.00" })).toBeVisible();
  await second.confirm("Back, refund nothing");

  await manager.row(other.mobile).click();
  await manager.press("Refund…");
  await expect(manager.sheet).toContainText("The shopper gets $250.00 back. Nothing stays paid.");
  await manager.sheet.getByText("Returned goods").click();
  await manager.confirm("Refund $250.00");
  await manager.shows("Refunded");
  await second.shows("Refunded");
  const order = await booksFor(home.sandbox, other.mobile);
  expect(order.movements.filter((it) => it.kind === "refund")).toMatchObject([
    { amount_in_cents: 5_000 },
    { amount_in_cents: 25_000 },
  ]);
});

test("a cashier whose limit is below what is paid is told so, and that a manager can approve more", async ({
  home,
  openTill,
  shopper,
}) => {
  const till = await openTill();
  const { mobile } = await till.sendLink(30_000);
  await shopper.complete(mobile);
  await till.press("Capture $300.00");
  await till.shows("Paid");
  await till.press("Refund…");
  await till.sheet.getByText("Returned goods").click();
  await till.sheet.getByLabel("Amount to refund").fill("200.01");
  await expect(till.sheet).toContainText(
    "That is more than the $200.00 you may still give back today on your own. A manager approves it",
  );
  await expect(till.sheet.getByRole("button", { name: /^Refund/ })).toHaveCount(0);
  await till.sheet.getByLabel("Amount to refund").fill("300.01");
  await till.sheet.getByRole("button", { name: "Refund", exact: true }).click();
  await expect(till.sheet.getByLabel("Amount to refund")).toHaveAccessibleDescription(/At most \$300\.00/);
  const { uuid } = await booksFor(home.sandbox, mobile);
  expect(await requestsOf(home.sandbox, { order: uuid, call: "refund" })).toHaveLength(0);
});
