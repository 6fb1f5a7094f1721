import { expectAccessible } from "./support/axe.ts";
import { changeRows } from "./support/database.ts";
import { expect, staff, test } from "./support/test.ts";

test("a receipt is printed in the shopper's language from the sale's screen, and one touch leads back", {
  tag: "@long",
}, async ({ home, openTill, shopper }) => {
  const till = await openTill({ person: staff.manager });
  const { page } = till;
  const { mobile, saleUrl } = await till.sendLink(8_450);
  const saleId = saleUrl.split("/").at(-1);
  const paper = page.getByRole("article");
  const toReceipt = () => till.main.getByRole("link", { name: "Receipt", exact: true }).click();
  await till.shows("Waiting for shopper");
  await toReceipt();
  await expect(paper).toContainText("Not paid");
  await expect(paper).toContainText("this is not a proof of payment");

  // It stays right while it is on the screen.
  await shopper.complete(mobile);
  await expect(paper).toContainText("Approved, not charged($84.50)");
  await page.getByRole("link", { name: "Back to the sale" }).click();
  await till.press("Capture $84.50");
  await till.shows("Paid");
  await toReceipt();
  await expect(paper).toContainText(/Paid with Sezzle.*\$84\.50/);
  await expect(paper.getByText("Paid", { exact: true })).toBeVisible();
  expect(await page.getByRole("main").innerText()).not.toContain(mobile.slice(-4));
  await expect(page.getByRole("button", { name: "Print" })).toBeFocused();
  await expectAccessible(page, "receipt");

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  // A roll of 80 mm has some 280 px between its margins.
  await page.setViewportSize({ width: 280, height: 800 });
  await expect(paper).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(280);
  await page.emulateMedia({ media: null });

  changeRows(home.database, "update sales set shopper_locale = 'fr-CA' where id = ?", saleId);
  await page.reload();
  await expect(page.locator("article[lang=fr-CA]")).toContainText(/Payé avec Sezzle.*84,50/);
  await expect(page.getByRole("button", { name: "Print" })).toBeVisible();
});
