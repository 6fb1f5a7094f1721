import type { Page } from "@playwright/test";
import { booksFor, messagesTo, requestsOf } from "./support/books.ts";
import { expect, staff, test } from "./support/test.ts";
import { someMobile } from "./support/till.ts";

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

  test("what reads otherwise once the scripts are there is not pressed: no link is sent by “Enter an amount”", async ({
    home,
    till,
  }) => {
    const { page } = till;
    const mobile = someMobile();
    await till.keyIn(8450);
    await page.getByLabel(/mobile number/i).fill(mobile);
    await expect(page.getByRole("button", { name: /^Send link/ })).toBeVisible();
    const release = await holdScripts(page);
    await page.reload({ waitUntil: "commit" });
    // It can be pressed, so that it can say why not.
    await page.getByRole("button", { name: "Enter an amount" }).click({ force: true });
    release();
    const send = page.getByRole("button", { name: /^Send link/ });
    await expect(send).toBeVisible();
    await expect(send).not.toHaveAttribute("data-kept");
    await page.getByRole("button", { name: "Clear everything typed" }).click();
    await expect(page.getByRole("button", { name: "Enter an amount" })).toBeVisible();
    expect(await messagesTo(home.sandbox, mobile)).toEqual([]);
  });

  test("a capture that is pressed twice takes the money once", async ({ home, till, shopper }) => {
    const { page } = till;
    const { mobile } = await till.sendLink(8450);
    await shopper.complete(mobile);
    await till.shows("Approved");
    const release = await holdScripts(page);
    await page.reload({ waitUntil: "commit" });
    const capture = page.getByRole("button", { name: /^Capture/ });
    await capture.click();
    await capture.click();
    release();
    await till.shows("Paid");
    const { uuid, captured_in_cents } = await booksFor(home.sandbox, mobile);
    expect(captured_in_cents).toBe(8_450);
    expect(await requestsOf(home.sandbox, { order: uuid, call: "capture" })).toHaveLength(1);
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
