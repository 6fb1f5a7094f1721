import { booksFor, requestsOf } from "./support/books.ts";
import { expect, staff, test } from "./support/test.ts";

test("a full refund with its reason is shown as refunded and is one refund at Sezzle", async ({
  home,
  openTill,
  shopper,
}) => {
  const till = await openTill({ person: staff.manager });
  const { mobile } = await till.sendLink(3_000);
  await shopper.complete(mobile);
  await till.press("Capture $30.00");
  await till.shows("Paid");

  await till.press("Refund…");
  await expect(till.sheet).toContainText("The shopper gets $30.00 back. Nothing stays paid.");
  await till.confirm("Refund $30.00");
  await expect(till.sheet).toContainText("Choose a reason.");
  await till.sheet.getByText("Returned goods").click();
  await till.confirm("Refund $30.00");

  await till.shows("Refunded");
  await expect(till.main).toContainText("$30.00 of $30.00 refunded; $0.00 stays paid.");
  await expect(till.main.getByRole("region", { name: "History" })).toContainText("reason: Returned goods");
  await expect(till.main.getByRole("button", { name: "Refund…" })).toHaveCount(0);
  await expect(till.row(mobile)).toContainText("Refunded");
  const { movements } = await booksFor(home.sandbox, mobile);
  expect(movements).toMatchObject([
    { kind: "capture", amount_in_cents: 3_000 },
    { kind: "refund", amount_in_cents: 3_000 },
  ]);
});

test("a second refund of the same amount has to be asked for as another one, and then both are made", async ({
  home,
  openTill,
  shopper,
}) => {
  const till = await openTill({ person: staff.manager });
  const { mobile } = await till.sendLink(10_000);
  await shopper.complete(mobile);
  await till.press("Capture $100.00");
  await till.shows("Paid");

  await till.press("Refund…");
  await till.sheet.getByLabel("Amount to refund").fill("20");
  await till.sheet.getByText("Price adjustment").click();
  await expect(till.sheet.getByText(/another refund/)).toHaveCount(0);
  await till.confirm("Refund $20.00");
  await till.shows("Partly refunded");
  await expect(till.main).toContainText("$20.00 of $100.00 refunded; $80.00 stays paid.");

  await till.press("Refund…");
  await till.sheet.getByLabel("Amount to refund").fill("20");
  await expect(till.sheet).toContainText(/another refund, in addition to \$20\.00 refunded at .*\d\d:\d\d/);
  await till.sheet.getByText("Other", { exact: true }).click();
  await till.sheet.getByLabel("Reason in words").fill("A second scratch on the table");
  await till.confirm("Refund another $20.00");
  await expect(till.main).toContainText("$40.00 of $100.00 refunded; $60.00 stays paid.");
  await expect(till.main.getByRole("region", { name: "History" })).toContainText(
    "A second scratch on the table",
  );

  const order = await booksFor(home.sandbox, mobile);
  const refunds = order.movements.filter((it) => it.kind === "refund");
  expect(refunds).toMatchObject([{ amount_in_cents: 2_000 }, { amount_in_cents: 2_000 }]);
  expect(new Set(refunds.map((it) => it.request_id)).size).toBe(2);
});

test("a refund above what is still paid is refused with a sentence and never reaches Sezzle", async ({
  home,
  openTill,
  shopper,
}) => {
  const till = await openTill({ person: staff.manager });
  const { mobile } = await till.sendLink(5_000);
  await shopper.complete(mobile);
  await till.press("Capture $50.00");
  await till.shows("Paid");
  await till.press("Refund…");
  await till.sheet.getByText("Mistake").click();
  await till.sheet.getByLabel("Amount to refund").fill("50.01");
  await till.sheet.getByRole("button", { name: /^Refund/ }).click();
  const amount = till.sheet.getByLabel("Amount to refund");
  await expect(amount).toHaveAccessibleDescription("At most $50.00.");
  await expect(amount).toHaveAttribute("aria-invalid", "true");
  const { uuid } = await booksFor(home.sandbox, mobile);
  expect(await requestsOf(home.sandbox, { order: uuid, call: "refund" })).toHaveLength(0);
});
