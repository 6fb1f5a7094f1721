import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { armFault, booksFor, clearFaults } from "./support/books.ts";
import { expect, test } from "./support/test.ts";

test.setTimeout(120_000);
test.afterEach(({ home }) => clearFaults(home.sandbox));

test("signing in, choosing the register and changing the password have no WCAG 2.2 AA violation", {
  tag: "@long",
}, async ({ home, page, till }) => {
  await page.goto(home.app.url);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expectAccessible(page, "sign-in");
  await page.getByLabel("Sign-in name").fill("nobody");
  await page.getByLabel("Password", { exact: true }).fill("nothing-at-all");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("The sign-in name and password do not fit.")).toBeVisible();
  await expectAccessible(page, "sign-in refused");
  await till.page.goto("/register");
  await expect(till.page.getByRole("heading", { name: "Which register is this?" })).toBeVisible();
  await expectAccessible(till.page, "register");
  await till.page.goto("/account");
  await till.page.getByRole("button", { name: "Change password" }).click();
  await expect(till.page.getByText("Type your current password.")).toBeVisible();
  await expectAccessible(till.page, "change password, with errors");
  await till.page.goto("/nothing-is-here");
  await expect(till.page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await expectAccessible(till.page, "not found");
});

test("the till and every state of a sale have no WCAG 2.2 AA violation", async ({ home, till, phone }) => {
  const { page } = till;
  const { sandbox } = home;
  await expectAccessible(page, "till, empty");
  await till.keyIn(8450);
  await page.getByLabel(/mobile number/i).fill("6125550147");
  await expectAccessible(page, "till, filled");
  await page.getByRole("button", { name: "Casey" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  await expectAccessible(page, "menu");
  await page.keyboard.press("Escape");
  await till.press("Clear everything typed");

  const { mobile } = await till.sendLink(8450);
  await till.shows("Waiting for shopper");
  await expect(till.main.getByRole("img")).toBeVisible();
  await expectAccessible(page, "waiting");
  await till.press("Cancel this sale…");
  await expectAccessible(page, "cancel sheet");
  await till.confirm("Keep waiting");

  await phone.buy(mobile);
  await expect(till.status("Approved")).toBeVisible();
  await expectAccessible(page, "approved");
  await expectAccessible(phone.page, "shopper, complete");
  await till.press("Part of it…");
  await till.sheet.getByLabel("Amount to capture").fill("20");
  await expectAccessible(page, "capture part sheet");
  await till.confirm("Back, take nothing");

  await armFault(sandbox, { call: "capture", kind: "cut", times: 0 });
  await till.press("Capture $84.50");
  await expect(till.status("Not confirmed yet").first()).toBeVisible();
  await expectAccessible(page, "not confirmed");
  await clearFaults(sandbox);
  await expect(till.status("Paid")).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page, "paid");
  await till.press("Refund…");
  await till.confirm("Refund $84.50");
  await expect(till.sheet.getByText("Choose a reason.")).toBeVisible();
  await expectAccessible(page, "refund sheet, with an error");
  await till.sheet.getByText("Returned goods").click();
  await till.confirm("Refund $84.50");
  await expect(till.status("Refunded")).toBeVisible();
  await expectAccessible(page, "refunded");

  await armFault(sandbox, { call: "session_create", kind: "status", status: 422 });
  await till.sendLink(4620);
  await expect(till.status("Not sent")).toBeVisible();
  await expectAccessible(page, "not sent");
  await page.context().setOffline(true);
  await expect(page.getByText(/^No connection since/)).toBeVisible();
  await expectAccessible(page, "no connection");
});

test("what the shopper sees of the shop has no WCAG 2.2 AA violation", { tag: "@long" }, async ({
  till,
  phone,
}) => {
  const { mobile } = await till.sendLink(8450);
  await phone.openLink(mobile);
  await phone.page
    .getByRole("link", { name: /cancel/i })
    .or(phone.page.getByRole("button", { name: /cancel/i }))
    .first()
    .click();
  await phone.page.waitForURL("**/cancelled");
  await expectAccessible(phone.page, "shopper, cancelled");
});

test("a till on a phone has no WCAG 2.2 AA violation", { tag: "@long" }, async ({ till }) => {
  const { page } = till;
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(page, "till on a phone");
  await page.getByRole("button", { name: /Waiting \d+/ }).click();
  await expect(till.list).toBeVisible();
  await expectAccessible(page, "the list on a phone");
});

test("the main job can be done by keyboard alone", async ({ home, page, shopper }) => {
  const { keyboard } = page;
  await page.goto(home.app.url);
  await tabTo(page, "Sign-in name");
  await keyboard.type("casey");
  await tabTo(page, "Password");
  await keyboard.type("maple-counter-1");
  await keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Which register is this?" })).toBeVisible();
  await tabTo(page, "Register 1");
  await keyboard.press("Enter");
  await page.waitForURL("**/till");

  await tabTo(page, "Amount");
  await keyboard.type("8450");
  await tabTo(page, "Shopper's mobile number");
  const mobile = `6123${String(Date.now()).slice(-6)}`;
  // As a hand does: a scanner is as fast as a machine.
  await keyboard.type(mobile, { delay: 60 });
  await keyboard.press("Enter");
  await page.waitForURL("**/till/sales/*");
  await shopper.complete(mobile);
  await expect(page.getByRole("main").getByText("Approved", { exact: true })).toBeVisible();

  await tabTo(page, "Part of it…");
  await keyboard.press("Enter");
  await expect(page.getByLabel("Amount to capture")).toBeFocused();
  await keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: "Part of it…" })).toBeFocused();

  await tabTo(page, "Capture $84.50");
  await keyboard.press("Enter");
  await expect(page.getByRole("main").getByText("Paid", { exact: true })).toBeVisible();
  await tabTo(page, "New sale");
  await keyboard.press("Enter");
  await page.waitForURL("**/till");
});

test("an order is found, opened and refunded by keyboard alone", { tag: "@long" }, async ({
  home,
  openDesk,
  openTill,
}) => {
  const till = await openTill();
  const { mobile } = await till.sendLink(10_000);
  await till.shows("Waiting for shopper");
  const { uuid } = await booksFor(home.sandbox, mobile);
  await home.sandbox.control(`/orders/${uuid}/complete`, { method: "POST", body: {} });
  await till.press("Capture $100.00");
  await till.shows("Paid");
  const desk = await openDesk();
  const { page } = desk;
  const { keyboard } = page;
  await page.getByRole("searchbox").focus();
  await keyboard.type(mobile.slice(-4));
  await keyboard.press("Enter");
  await expect(page).toHaveURL(/\?q=/);
  await expect(desk.rows).toHaveCount(1);
  const link = desk.row(mobile).getByRole("link");
  for (let presses = 0; presses < 40; presses += 1) {
    if (await link.evaluate((element) => element === document.activeElement)) break;
    await keyboard.press("Tab");
  }
  await expect(link).toBeFocused();
  await keyboard.press("Enter");
  const refund = page.getByRole("button", { name: "Refund…" });
  await expect(refund).toBeVisible();
  await refund.focus();
  await keyboard.press("Enter");
  await expect(desk.sheet).toBeVisible();
  await desk.sheet.getByLabel("Amount to refund").focus();
  await keyboard.type("25");
  await keyboard.press("Tab");
  await keyboard.press("Space");
  await keyboard.press("Enter");
  await expect(page.getByRole("main").getByText("Partly refunded", { exact: true })).toBeVisible();
  expect((await booksFor(home.sandbox, mobile)).refunded_in_cents).toBe(2_500);
});

/** Presses Tab until what is called so has the focus; fails when it never comes to it. */
async function tabTo(page: Page, name: string): Promise<void> {
  const target = page
    .getByLabel(name, { exact: true })
    .or(page.getByRole("button", { name, exact: true }))
    .or(page.getByRole("link", { name, exact: true }))
    .first();
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to “${name}”`);
}
