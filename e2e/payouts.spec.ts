import { payoutDay } from "#lib/words/payout-words.ts";
import { expectAccessible } from "./support/axe.ts";
import { armFault, booksFor, clearFaults } from "./support/books.ts";
import { expect, test } from "./support/own-house.ts";
import { staff } from "./support/test.ts";

test.setTimeout(120_000);

/** A day so many before today, as a payout names it and as the desk shows it. */
function daysAgo(days: number): { payout_date: string; shown: string } {
  const payout_date = new Date(Date.now() - days * 24 * 60 * 60_000).toISOString().slice(0, 10);
  return { payout_date, shown: payoutDay(payout_date, "en-US") };
}

const [earlier, later] = [daysAgo(9), daysAgo(8)];
const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };

test("a manager reads a payout, sees it tie out to the cent, and works through what does not agree", {
  tag: "@long",
}, async ({ home, openDesk, openTill }) => {
  const till = await openTill();
  const { mobile } = await till.sendLink(10_000);
  const { uuid: orderUuid } = await booksFor(home.sandbox, mobile);
  const control = (path: string, body: object = {}) =>
    home.sandbox.control<{ uuid: string }>(path, { method: "POST", body });
  await control(`/orders/${orderUuid}/complete`);
  await till.press("Capture $100.00");
  await till.shows("Paid");

  const desk = await openDesk();
  const { page } = desk;
  await desk.go("Payouts");
  await expect(page.getByText("No payouts yet")).toBeVisible();

  await control("/payouts", { currency: "USD", payout_date: earlier.payout_date });
  await armFault(home.sandbox, { call: "settlement_summaries", kind: "status", status: 403 });
  await desk.press("Read now");
  await expect(page.getByText(/does not give this merchant's payouts/)).toBeVisible();
  await expectAccessible(page, "payouts, not read");
  await clearFaults(home.sandbox);
  await desk.press("Read now");
  const rows = page.getByRole("list", { name: "Payouts" }).getByRole("listitem");
  await expect(rows).toContainText("$93.70");
  await expect(rows).toContainText("Nothing open");
  await rows.getByRole("link").click();
  await expect(page.getByRole("heading", { name: `Payout of ${earlier.shown}` })).toBeVisible();
  await expect(page.getByText("Every line agrees with our books.")).toBeVisible();
  const sum = page.getByRole("region", { name: "The sum" });
  await expect(sum).toContainText("Ties out");
  await expect(sum.getByRole("row", { name: /^Sezzle pays/ })).toContainText("$93.70");
  await expect(sum.getByRole("row", { name: /^All lines come to/ })).toContainText("$93.70");
  await expect(page.getByRole("list", { name: "By store" })).toContainText("Sezzle agrees");

  await control(`/orders/${orderUuid}/refund`, { amount_in_cents: 2_500 });
  const plants = [{ kind: "chargeback", order_uuid: orderUuid }, { kind: "correction" }];
  const wrong = await control("/payouts", { currency: "USD", payout_date: later.payout_date, plants });
  await page.getByRole("link", { name: "All payouts" }).click();
  await desk.press("Read now");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("2 open");
  await expectAccessible(page, "payouts");
  await rows.first().getByRole("link").click();
  const open = page.getByRole("list", { name: "What does not agree" }).getByRole("listitem");
  await expect(open).toHaveCount(2);
  await page.setViewportSize(phone);
  await expectAccessible(page, "a payout with differences, on a phone");
  await page.setViewportSize(desktop);
  const chargeback = open.filter({ hasText: "A chargeback without a dispute" });
  await expect(chargeback).toContainText("$25.00");
  await chargeback.getByRole("button", { name: "Work through…" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(desk.sheet).toContainText("Write what came of it");
  await expectAccessible(page, "work through a difference");
  await page.keyboard.type("Found in Sezzle's dashboard");
  await page.keyboard.press("Enter");
  await expect(desk.sheet).toBeHidden();
  await expect(chargeback).toContainText("Worked through by Morgan");
  await expect(chargeback).toContainText("Found in Sezzle's dashboard");
  await chargeback.getByRole("link", { name: /^MAPLE-/ }).click();
  await expect(page.getByRole("region", { name: "History" })).toContainText(
    "Morgan worked a difference of $25.00 in a payout through",
  );

  // An order of another channel in it makes the payout's totals the owner's.
  await control(`/payouts/${wrong.uuid}/plants`, { kind: "other_channel" });
  await desk.go("Payouts");
  await desk.press("Read now");
  await expect(rows.first()).toContainText("your stores");
  await page.goto(`/payouts/${wrong.uuid}`);
  await expect(page.getByRole("list", { name: "By store" })).toContainText("Maple Street");
  await expect(sum).toBeHidden();
  await expect(page.getByText("A correction by Sezzle")).toBeHidden();
  await expect(page.getByText("Other channels")).toBeHidden();

  const owner = await openDesk({ person: staff.owner });
  await owner.go("Payouts");
  await owner.page.getByRole("link", { name: new RegExp(later.shown) }).click();
  await expect(owner.page.getByRole("list", { name: "By store" })).toContainText("Other channels");
  await expect(owner.page.getByRole("region", { name: "The sum" })).toContainText("Ties out");
  await expect(owner.page.getByText("A correction by Sezzle")).toBeVisible();
});
