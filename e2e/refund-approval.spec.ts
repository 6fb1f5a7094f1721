import { booksFor, requestsOf } from "./support/books.ts";
import { readRows } from "./support/database.ts";
import { expect, test } from "./support/own-house.ts";
import { personIdOf } from "./support/staff.ts";
import { staff } from "./support/test.ts";
import type { Till } from "./support/till.ts";

test("a manager approves, declines or never sees a cashier's refund over the limit, and nobody signs out for it", {
  tag: "@long",
}, async ({ home, openTill, openDesk }) => {
  test.slow();
  const till = await openTill();
  const desk = await openDesk();
  const { mobile } = await till.sendLink(90_000);
  await till.shows("Waiting for shopper");
  const { uuid } = await booksFor(home.sandbox, mobile);
  await home.sandbox.control(`/orders/${uuid}/complete`, { method: "POST", body: {} });
  await till.press("Capture $900.00");
  await till.shows("Paid");
  const refundCalls = async () => (await requestsOf(home.sandbox, { order: uuid, call: "refund" })).length;
  const refunded = async (refundedCents: number) =>
    expect.poll(async () => (await booksFor(home.sandbox, mobile)).refunded_in_cents).toBe(refundedCents);

  // No manager of this store has a PIN yet: their screens are the only way.
  await beginRefund(till, "300");
  await expect(till.sheet).toContainText("That is more than the $200.00 you may still give back today");
  await expect(till.sheet.getByText("Ask on the managers' screens")).toBeVisible();
  await expect(till.sheet.getByText("Morgan's PIN")).toHaveCount(0);
  await till.confirm("Back, refund nothing");

  await desk.go("Account");
  await desk.press("Choose a PIN…");
  await desk.sheet.getByLabel("New PIN", { exact: true }).fill("4826");
  await desk.sheet.getByLabel("New PIN again").fill("4826");
  await desk.sheet.getByLabel("Current password").fill(staff.manager.password);
  await desk.confirm("Use this PIN");
  await expect(desk.page.getByText("You have a PIN.")).toBeVisible();

  // At the counter, with the manager's PIN.
  await till.page.reload();
  await beginRefund(till, "300");
  await till.sheet.getByText("Morgan's PIN").click();
  await till.sheet.getByLabel("PIN of Morgan").fill("9173");
  await till.confirm("Refund $300.00");
  await expect(till.sheet.getByRole("alert")).toContainText("The PIN is not right.");
  await expect(till.sheet.getByLabel("PIN of Morgan")).toHaveValue("");
  expect(await refundCalls()).toBe(0);
  await till.sheet.getByLabel("PIN of Morgan").fill("4826");
  await till.confirm("Refund $300.00");
  await till.shows("Partly refunded");
  await refunded(30_000);
  await expect(till.page.getByRole("button", { name: "Casey", exact: true })).toBeVisible();
  await expect(till.main).toContainText("Morgan approved the refund of $300.00");
  await expect(till.main).toContainText("asked for by Casey · with their PIN");

  // On the manager's own screen, whatever it shows.
  await askOnScreens(till, "250");
  await expect(till.main.getByText("Waiting for a manager")).toBeVisible();
  const notice = desk.page.getByRole("region", { name: "A refund waits for you" });
  await expect(notice).toContainText("Casey asks to refund $250.00 on MAPLE-");
  await notice.getByRole("button", { name: /^Approve/ }).click();
  await expect(desk.sheet).toContainText("The shopper gets $250.00 back. $350.00 stays paid.");
  await desk.confirm("Approve $250.00");
  await expect(notice).toHaveCount(0);
  await refunded(55_000);
  await expect(till.main.getByText("Waiting for a manager")).toHaveCount(0);

  // On the order's own page, declined for a reason.
  await askOnScreens(till, "260");
  await notice.getByRole("link", { name: /^MAPLE-/ }).click();
  await expect(desk.page.getByRole("heading", { name: /^MAPLE-/, level: 1 })).toBeVisible();
  await desk.press("Decline…");
  await desk.sheet.getByLabel(/^Why/).fill("The receipt is missing");
  await desk.confirm("Decline");
  const told = till.main.getByRole("status").filter({ hasText: "Morgan declined the refund of $260.00" });
  await expect(told).toContainText("asked for by Casey · reason: The receipt is missing");

  // Withdrawn before anybody decides.
  await askOnScreens(till, "270");
  await expect(desk.page.getByRole("main").getByText("Casey asks to refund $270.00")).toBeVisible();
  await till.press("Withdraw");
  await expect(till.main.getByText("Waiting for a manager")).toHaveCount(0);
  await expect(desk.page.getByRole("main").getByText("Casey asks to refund $270.00")).toHaveCount(0);

  // What was approved used nothing of the cashier's own limit; past it, they are told again.
  await beginRefund(till, "150");
  await expect(till.sheet.getByText("Who approves")).toHaveCount(0);
  await till.confirm("Refund $150.00");
  await refunded(70_000);
  await expect(till.main.getByText("$700.00 of $900.00 refunded")).toBeVisible();
  await beginRefund(till, "60");
  await expect(till.sheet).toContainText("That is more than the $50.00 you may still give back today");
  await till.sheet.getByRole("button", { name: "Refund $60.00" }).click();
  await expect(till.sheet.getByText("Choose who approves.")).toBeVisible();
  expect(await refundCalls()).toBe(3);

  const made = readRows<{ amount_cents: number; person_id: string; approved_by: string | null }>(
    home.database,
    "select amount_cents, person_id, approved_by from operations where kind = 'refund' order by prepared_at",
  );
  const casey = personIdOf(home, staff.cashier.signInName);
  const morgan = personIdOf(home, staff.manager.signInName);
  expect(made).toEqual([
    { amount_cents: 30_000, person_id: casey, approved_by: morgan },
    { amount_cents: 25_000, person_id: casey, approved_by: morgan },
    { amount_cents: 15_000, person_id: casey, approved_by: null },
  ]);
});

/** Opens the sheet of a refund of so many dollars, for a reason of the store's list. */
async function beginRefund(till: Till, dollars: string): Promise<void> {
  await till.press("Refund…");
  await till.sheet.getByLabel("Amount to refund").fill(dollars);
  await till.sheet.getByText("Returned goods").click();
}

async function askOnScreens(till: Till, dollars: string): Promise<void> {
  await beginRefund(till, dollars);
  await till.sheet.getByText("Ask on the managers' screens").click();
  await till.confirm(`Ask for $${dollars}.00`);
  await expect(till.sheet).toBeHidden();
}
