import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { booksFor } from "./support/books.ts";
import type { House } from "./support/house.ts";
import { expect, test } from "./support/own-house.ts";
import { countReloads } from "./support/reloads.ts";
import { staff } from "./support/test.ts";
import type { Till } from "./support/till.ts";

test.setTimeout(120_000);

/** What warns on a screen of one approval, or of so many. */
const warning = (page: Page, count = 1) =>
  page.getByRole("region", {
    name: count === 1 ? "An approval runs out soon" : `${count} approvals run out soon`,
  });
const spoken = (page: Page, text: RegExp) => page.locator("[aria-live=polite]").getByText(text);

/** A sale that Sezzle has approved for so many seconds. Returns the number its link went to. */
async function approve(home: House, till: Till, amountCents: number, forSeconds: number): Promise<string> {
  const body = { authorizationTtlSeconds: forSeconds };
  await home.sandbox.control("/settings", { method: "PUT", body });
  const { mobile } = await till.sendLink(amountCents);
  await till.shows("Waiting for shopper");
  const { uuid } = await booksFor(home.sandbox, mobile);
  await home.sandbox.control(`/orders/${uuid}/complete`, { method: "POST", body: {} });
  await till.shows("Approved");
  return mobile;
}

test("an approval that runs out soon is told on every screen of its store until it is captured", {
  tag: "@long",
}, async ({ home, till, openTill, openDesk }) => {
  const other = await openTill({ person: staff.manager, register: "Register 2" });
  const elsewhere = await openTill({ person: staff.otherStoresCashier });
  const desk = await openDesk();
  await other.keyIn(1_200);
  const key = other.page.getByRole("button", { name: "5", exact: true });
  const place = await key.boundingBox();
  const reloads = countReloads(other.page);
  const mobile = await approve(home, till, 4_620, 420);
  const saleUrl = till.page.url();

  for (const page of [other.page, desk.page]) {
    await expect(warning(page)).toContainText(`$46.20 ••• ${mobile.slice(-4)}: 6:`);
    await expect(warning(page)).toContainText("Capture it or release it.");
    await expect(spoken(page, /^The approval of \$46\.20 .* runs out: \d minutes left\./)).toHaveCount(1);
  }
  await expect(warning(till.page), "its own screen says itself how long it has left").toBeHidden();
  await expect(warning(elsewhere.page)).toBeHidden();
  expect(await key.boundingBox(), "where the keypad is").toEqual(place);
  await expectAccessible(other.page, "the till, an approval runs out");
  await expectAccessible(desk.page, "the desk, an approval runs out");

  await warning(other.page).getByRole("link", { name: "Open the sale" }).click();
  await other.page.waitForURL(saleUrl.replace(/^https?:\/\/[^/]+/, "**"));
  await till.page.getByRole("link", { name: "New sale" }).first().click();
  await expect(warning(till.page)).toBeVisible();
  await other.press("Capture $46.20");
  await expect(other.status("Paid")).toBeVisible();
  for (const page of [till.page, desk.page]) await expect(warning(page)).toBeHidden();
  expect(reloads()).toBe(0);
});

test("it is said once more in its last three minutes, and goes when its time is over", {
  tag: "@long",
}, async ({ home, till }) => {
  await approve(home, till, 4_620, 188);
  await till.page.getByRole("link", { name: "New sale" }).first().click();
  await expect(spoken(till.page, /runs out: 3 minutes left/)).toHaveCount(1);
  await expect(warning(till.page)).toContainText("2:5", { timeout: 20_000 });
  await expect(till.page.locator("[aria-live=polite]").getByText(/runs out: [23] minutes left/)).toHaveCount(
    1,
  );
  const mobile = await approve(home, till, 3_000, 6);
  await till.page.getByRole("link", { name: "New sale" }).first().click();
  await expect(warning(till.page)).toContainText("$46.20", { timeout: 15_000 });
  await expect(till.row(mobile)).toContainText(/Checking|Not charged/, { timeout: 15_000 });
});

test("several are told in lines, the soonest first, and the list of what is approved has them all", {
  tag: "@long",
}, async ({ home, till, openDesk }) => {
  const desk = await openDesk();
  const seconds = [400, 300, 500, 450, 1_800];
  const mobiles: string[] = [];
  for (const [index, forSeconds] of seconds.entries()) {
    mobiles.push(await approve(home, till, 2_000 + index * 100, forSeconds));
  }
  await till.page.getByRole("link", { name: "New sale" }).first().click();
  const lines = warning(till.page, 4).getByRole("listitem");
  await expect(lines).toHaveText([/^\$21\.00/, /^\$20\.00/, /^\$23\.00/, "and 1 more"]);
  await expectAccessible(till.page, "the till, several approvals run out");
  const phone = { width: 390, height: 844 };
  await till.page.setViewportSize(phone);
  const bar = till.page.getByRole("button", { name: /4 approvals run out soon/ });
  await expect(bar).toBeVisible();
  await bar.click();
  await expect(lines.first()).toBeVisible();
  await expectAccessible(till.page, "the till on a phone, several approvals run out");

  await desk.page.getByRole("link", { name: "Approved, not captured" }).click();
  await expect(desk.rows).toHaveText(
    [1, 0, 3, 2, 4].map((index) => new RegExp(`-${mobiles[index]?.slice(-4)}.* left`)),
  );
  await expectAccessible(desk.page, "what is approved");
  await till.page.setViewportSize({ width: 1280, height: 800 });
  await lines.first().getByRole("link").click();
  await till.press("Capture $21.00");
  await expect(till.status("Paid")).toBeVisible();
  await expect(desk.rows).toHaveCount(4);
  await expect(desk.rows.first()).toContainText("$20.00");
});
