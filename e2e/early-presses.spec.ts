import type { Page } from "@playwright/test";
import { expect, staff, test } from "./support/test.ts";

/** Holds the scripts of the next page back, as a slow network does. Returns what lets them through. */
async function holdScripts(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.context().route("**/_next/static/**/*.js*", async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

test.describe("before the scripts of a page have come", () => {
  test("what is pressed is kept, shown to be kept, and done when they are there, in order and each once", async ({
    till,
  }) => {
    const { page } = till;
    const release = await holdScripts(page);
    await page.reload({ waitUntil: "commit" });
    const keys = page.getByRole("group", { name: "Keypad" });
    for (const key of ["8", "4", "4", "5"])
      await keys.getByRole("button", { name: key, exact: true }).click();
    await expect(keys.getByRole("button", { name: "8", exact: true })).toHaveCSS("opacity", "0.6");
    await expect(page.getByText("$84.45")).toBeHidden();
    release();
    await expect(page.getByText("$84.45").first()).toBeVisible();
    await expect(keys.getByRole("button", { name: "8", exact: true })).toHaveCSS("opacity", "1");
    await keys.getByRole("button", { name: "0", exact: true }).click();
    await expect(page.getByText("$844.50").first()).toBeVisible();
  });

  test("what was pressed too long ago is forgotten", { tag: "@long" }, async ({ till }) => {
    const { page } = till;
    const release = await holdScripts(page);
    await page.clock.install();
    await page.reload({ waitUntil: "commit" });
    const keys = page.getByRole("group", { name: "Keypad" });
    await keys.getByRole("button", { name: "8", exact: true }).click();
    await page.clock.fastForward(6_000);
    await keys.getByRole("button", { name: "4", exact: true }).click();
    release();
    await expect(page.getByText("$0.04").first()).toBeVisible();
  });

  test("a sign-in sent by the Enter key does not write the password into the address", async ({
    browser,
    home,
  }) => {
    const context = await browser.newContext({ baseURL: home.app.url });
    const page = await context.newPage();
    const release = await holdScripts(page);
    await page.goto("/sign-in", { waitUntil: "commit" });
    await page.getByLabel("Sign-in name").fill(staff.cashier.signInName);
    await page.getByLabel("Password").fill(staff.cashier.password);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Sign in", exact: true })).toHaveCSS("opacity", "0.6");
    expect(new URL(page.url()).search).toBe("");
    release();
    await page.waitForURL((url) => url.pathname !== "/sign-in");
    expect(new URL(page.url()).search).toBe("");
    await context.close();
  });
});
