import type { BrowserContext, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { readRows } from "./support/database.ts";
import { storeIdOf } from "./support/staff.ts";
import { choosePin } from "./support/tablet.ts";
import { expect, staff, test } from "./support/test.ts";
import { someMobile, Till } from "./support/till.ts";

const pins = { casey: "4826", morgan: "9173" };

/** Touches a name, types the PIN and opens. */
async function openAs(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole("button", { name }).click();
  for (const digit of pin) await page.getByRole("button", { name: digit, exact: true }).last().click();
  await page.getByRole("button", { name: "Open", exact: true }).click();
}

test.describe("a paired tablet", () => {
  let context: BrowserContext;

  test.beforeEach(async ({ browser, house }) => {
    await choosePin(browser, house, staff.cashier, pins.casey);
    await choosePin(browser, house, staff.manager, pins.morgan);
    const viewport = { width: 1280, height: 800 };
    context = await browser.newContext({ viewport, hasTouch: true, baseURL: house.app.url });
  });
  test.afterEach(() => context.close());

  test("opens by a name and a PIN, keeps a begun sale when another person goes on, and is nobody's once unpaired", async ({
    house,
    openDesk,
  }) => {
    const desk = await openDesk();
    await desk.page.goto(`/stores/${storeIdOf(house, "MAPLE")}`);
    const unpair = desk.page.getByRole("button", { name: /^Unpair .* from Register 1…$/ });
    const others = await unpair.count();
    await desk.press("Pair a tablet with Register 1…");
    const code = await desk.sheet.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/).textContent();

    const page = await context.newPage();
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Pair this tablet…" }).click();
    await expectAccessible(page, "pairing");
    await page.getByLabel("Code from the desk").fill(code?.toLowerCase() ?? "");
    await page.getByRole("button", { name: "Pair", exact: true }).click();
    await expect(page.getByText("Maple Street · Register 1")).toBeVisible();
    await openAs(page, "Casey", pins.casey);
    const till = new Till(page);
    await page.waitForURL("**/till");
    await expect(page.getByText("Live", { exact: true })).toBeVisible();

    const mobile = someMobile();
    await till.keyIn(8450);
    await page.getByLabel(/mobile number/i).fill(mobile);
    await page.getByRole("button", { name: "Casey", exact: true }).click();
    await expect(page.getByRole("menuitem", { name: "Change register" })).toBeHidden();
    await page.getByRole("menuitem", { name: "Switch person" }).click();
    const lock = page.getByRole("dialog", { name: "Who is at the till?" });
    await expect(lock).toBeVisible();
    await expectAccessible(page, "locked: names");
    await openAs(page, "Morgan", "1111");
    await expect(lock.getByRole("alert")).toContainText("The PIN is not right.");
    await expectAccessible(page, "locked: a wrong PIN");
    // A keyboard does as well as the keys on the screen.
    await page.keyboard.type(pins.morgan);
    await page.keyboard.press("Enter");
    await expect(lock).toBeHidden();
    await expect(page.getByRole("button", { name: "Morgan", exact: true })).toBeVisible();
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: /^Send link/ }).click();
    await page.waitForURL("**/till/sales/*");
    await till.shows("Waiting for shopper");
    const saleId = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    const [sale] = readRows<{ name: string; register: string }>(
      house.database,
      "select p.name, r.name register from sales s join people p on p.id = s.person_id join registers r on r.id = s.register_id where s.id = ?",
      saleId,
    );
    expect(sale).toEqual({ name: "Morgan", register: "Register 1" });

    // What is done at the desk asks for the password.
    await page.goto("/people");
    await expect(page.getByRole("heading", { name: "Sign in with your password for this" })).toBeVisible();

    await desk.sheet.getByRole("button", { name: "Done" }).click();
    // Of the tablets of this register the one that was paired last.
    await expect(unpair).toHaveCount(others + 1);
    await unpair.last().click();
    await desk.confirm("Unpair it");
    await expect(page.getByRole("dialog", { name: "Who is at the till?" })).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Sign-in name")).toBeVisible();
    await expect(page.getByText("Maple Street · Register 1")).toBeHidden();
  });
});
