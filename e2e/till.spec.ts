import type { Page } from "@playwright/test";
import { booksFor, orderSentTo } from "./support/books.ts";
import { readRows } from "./support/database.ts";
import { scan, typeByHand } from "./support/keyboard.ts";
import { expect, staff, test } from "./support/test.ts";
import { someMobile, type Till } from "./support/till.ts";

/** Counts the touches of the page, and how much of it moved meanwhile (layout shift, as web.dev defines it). */
async function watchTouches(page: Page): Promise<() => Promise<{ touches: number; shift: number }>> {
  await page.evaluate(() => {
    const seen = { touches: 0, shift: 0 };
    Object.assign(window, { seen });
    window.addEventListener("touchstart", () => (seen.touches += 1), { capture: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift" });
  });
  return () => page.evaluate(() => (window as unknown as { seen: { touches: number; shift: number } }).seen);
}

/** Counts the notes that a page plays. */
async function countNotes(till: Till): Promise<() => Promise<number>> {
  await till.page.evaluate(() => {
    const heard = { notes: 0 };
    Object.assign(window, { heard });
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (when) {
      heard.notes += 1;
      start.call(this, when);
    };
  });
  return () => till.page.evaluate(() => (window as unknown as { heard: { notes: number } }).heard.notes);
}

const amount = (till: Till) => till.page.getByRole("textbox", { name: "Amount" });
const mobileField = (till: Till) => till.page.getByLabel("Shopper's mobile number");
const receipt = (till: Till) => till.page.getByLabel("Receipt number", { exact: true });

test("by touch alone a link for $84.50 is sent with sixteen touches, and nothing moves meanwhile", async ({
  home,
  till,
}) => {
  const { page } = till;
  const mobile = someMobile();
  const seen = await watchTouches(page);
  const tap = (name: string | RegExp) => page.getByRole("button", { name, exact: true }).tap();
  for (const digit of "8450") await tap(digit);
  await tap("Next: mobile number");
  for (const digit of mobile) await tap(digit);
  const { touches, shift } = await seen();
  expect(touches + 1).toBe(16);
  // The figures themselves, which grow from the middle.
  expect(shift).toBeLessThan(0.002);
  await tap("Send link for $84.50");
  await till.shows("Waiting for shopper");
  expect((await booksFor(home.sandbox, mobile)).amount_in_cents).toBe(8_450);
  // Nothing of this shopper is on the screen of the next sale.
  await page.getByRole("link", { name: "New sale" }).first().tap();
  await expect(amount(till)).toHaveValue("0.00");
  await expect(mobileField(till)).toHaveValue("");
});

test("with a keyboard alone, wherever the focus is, it takes sixteen keys; a scanner fills the receipt number and nothing else", {
  tag: "@long",
}, async ({ home, till }) => {
  const { page } = till;
  const mobile = someMobile();
  await till.list.getByRole("link", { name: "All orders" }).focus();
  await typeByHand(page, "8450");
  await scan(page, "R-100234");
  await expect(receipt(till)).toHaveValue("R-100234");
  await expect(amount(till)).toHaveValue("84.50");
  await expect(page.getByText("Scanned: receipt number R-100234.")).toBeVisible();
  await typeByHand(page, "Enter", mobile.slice(0, 6));
  await scan(page, "4006381333931");
  await expect(receipt(till)).toHaveValue("4006381333931");
  await expect(mobileField(till)).toHaveValue(new RegExp(`^\\(612\\) ${mobile.slice(3, 6)}$`));
  await typeByHand(page, mobile.slice(6), "Enter");
  await till.shows("Waiting for shopper");
  await expect(till.main).toContainText("receipt 4006381333931");

  await page.getByRole("link", { name: "New sale" }).first().click();
  await expect(amount(till)).toHaveValue("0.00");
  await typeByHand(page, "845", "Backspace");
  await expect(amount(till)).toHaveValue("0.84");
  await typeByHand(page, "Escape");
  await expect(amount(till)).toHaveValue("0.00");
  const second = someMobile();
  expect(await typeByHand(page, "8450", "Enter", second, "Enter")).toBe(16);
  await till.shows("Waiting for shopper");
  expect((await booksFor(home.sandbox, second)).amount_in_cents).toBe(8_450);
});

test("what is being typed stays over a reload and a look at another sale, and goes with the person", {
  tag: "@long",
}, async ({ till }) => {
  const { page } = till;
  const waiting = await till.sendLink(4_620);
  await page.getByRole("link", { name: "New sale" }).first().click();
  await till.keyIn(8_450);
  await mobileField(till).fill("612555");
  await page.reload();
  await expect(amount(till)).toHaveValue("84.50");
  await expect(mobileField(till)).toHaveValue("(612) 555");
  await till.row(waiting.mobile).click();
  await till.shows("Waiting for shopper");
  await page.getByRole("link", { name: "New sale" }).first().click();
  await expect(amount(till)).toHaveValue("84.50");
  await page.getByRole("button", { name: "Casey" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in**");
  await till.signIn(staff.cashier, "Register 1");
  await expect(amount(till)).toHaveValue("0.00");
  await expect(mobileField(till)).toHaveValue("");
});

test("on both tablets of one register a sale that is approved sounds and stands out, whatever is on screen", {
  tag: "@long",
}, async ({ home, openTill, till }) => {
  const other = await openTill();
  const { mobile } = await till.sendLink(4_620);
  await till.page.getByRole("link", { name: "New sale" }).first().click();
  await till.keyIn(8_450);
  await expect(other.row(mobile)).toContainText("Waiting for shopper");
  await other.keyIn(5);
  const notes = await Promise.all([till, other].map(countNotes));
  const order = await orderSentTo(home.sandbox, mobile);
  await home.sandbox.control(`/orders/${order}/complete`, { method: "POST", body: {} });
  for (const tablet of [till, other]) await expect(tablet.row(mobile)).toContainText("capture");
  for (const heard of notes) await expect.poll(heard).toBe(2);
  await expect(till.page.getByText("Approved: $46.20", { exact: false }).first()).toBeAttached();
  await expect(amount(till)).toHaveValue("84.50");

  await till.row(mobile).click();
  await till.press("Capture $46.20");
  await till.shows("Paid");
  await expect(other.row(mobile)).toContainText("Paid");
  await till.page.getByRole("link", { name: "New sale" }).first().click();
  await expect(amount(till)).toHaveValue("84.50");
});

test("in Canada one touch chooses the language of the shopper's message; in the US there is nothing to choose", {
  tag: "@long",
}, async ({ home, openTill, till }) => {
  await expect(till.page.getByRole("button", { name: /^Shopper's message/ })).toHaveCount(0);
  const canadian = await openTill({ person: staff.otherStoresCashier });
  await canadian.page.getByRole("button", { name: "Shopper's message: English. Change to French" }).click();
  await expect(
    canadian.page.getByRole("button", { name: "Shopper's message: French. Change to English" }),
  ).toBeVisible();
  // Begun with the number: once it is whole, the keypad is the amount's by itself.
  await mobileField(canadian).tap();
  await canadian.keyIn(Number(someMobile().replace(/^612/, "416")));
  await canadian.keyIn(8_450);
  await canadian.press("Send link for $84.50");
  await canadian.page.waitForURL("**/till/sales/*");
  const saleId = canadian.page.url().split("/").at(-1);
  expect(readRows(home.database, "SELECT shopper_locale FROM sales WHERE id = ?", saleId)).toEqual([
    { shopper_locale: "fr-CA" },
  ]);
});
