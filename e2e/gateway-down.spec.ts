import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { armFault, clearFaults } from "./support/books.ts";
import { expect, test } from "./support/own-house.ts";
import { countReloads } from "./support/reloads.ts";

test.setTimeout(120_000);
test.afterEach(({ home }) => clearFaults(home.sandbox));

/** What says on a screen that Sezzle does not answer. */
const notice = (page: Page) => page.getByRole("region", { name: "Sezzle does not answer" });
/** What a screen reader is told of it. */
const spoken = (page: Page, text: RegExp) => page.locator("[aria-live=polite]").getByText(text);

test("a gateway that is down is told in words on every screen, and that it is back, without a reload", {
  tag: "@long",
}, async ({ home, till, openTill, openDesk }) => {
  const desk = await openDesk();
  const atSale = await openTill({ register: "Register 2" });
  await atSale.sendLink(4_620);
  await atSale.shows("Waiting for shopper");
  await till.keyIn(8_450);
  const key = till.page.getByRole("button", { name: "5", exact: true });
  const place = await key.boundingBox();
  const screens = [till.page, atSale.page, desk.page];
  const reloads = screens.map(countReloads);

  await armFault(home.sandbox, { call: "*", kind: "status", status: 503, times: 0 });
  for (const page of screens) {
    await expect(notice(page)).toBeVisible({ timeout: 20_000 });
    await expect(notice(page)).toContainText(/Sezzle has not answered since \d\d:\d\d\./);
    await expect(notice(page)).toContainText("Nothing is lost");
    await expect(notice(page)).toContainText("take another way to pay, or wait");
    await expect(spoken(page, /^Sezzle has not answered since .* take another way/)).toHaveCount(1);
  }
  expect(await key.boundingBox(), "where the keypad is").toEqual(place);
  await expect(till.page.getByLabel("Amount", { exact: true })).toHaveValue(/84\.50/);
  await expectAccessible(till.page, "the till, Sezzle down");
  await expectAccessible(desk.page, "the desk, Sezzle down");
  expect(home.app.output).toContain("Sezzle does not answer");

  const late = await openDesk();
  await late.page.reload();
  await expect(notice(late.page)).toBeVisible();

  await clearFaults(home.sandbox);
  for (const page of [...screens, late.page]) {
    await expect(notice(page)).toBeHidden({ timeout: 10_000 });
    await expect(spoken(page, /^Sezzle answers again\.$/)).toHaveCount(1);
  }
  expect(home.app.output).toContain("Sezzle answers again");
  expect(reloads.map((count) => count())).toEqual([0, 0, 0]);
});

test("an outage is known after a restart, and its end is noticed though nobody asks for anything", {
  tag: "@long",
}, async ({ home, till }) => {
  await till.sendLink(4_620);
  await till.shows("Waiting for shopper");
  await armFault(home.sandbox, { call: "*", kind: "cut", times: 0 });
  await expect(notice(till.page)).toBeVisible({ timeout: 20_000 });
  await home.app.stop("SIGKILL");
  await home.app.start();
  await till.page.reload();
  await expect(notice(till.page)).toBeVisible();
  await clearFaults(home.sandbox);
  await expect(notice(till.page)).toBeHidden({ timeout: 10_000 });
});

test("while Sezzle hangs nobody's taps pile up: each sale is answered within a second or two, and told as under way", {
  tag: "@long",
}, async ({ home, till, openTill }) => {
  const other = await openTill({ register: "Register 2" });
  await armFault(home.sandbox, { call: "*", kind: "delay", delayMs: 120_000, times: 0 });
  /** Sends a link. Returns how long the cashier waited for the sale's own screen, in milliseconds. */
  const send = async (amountCents: number) => {
    const newSale = till.page.getByRole("link", { name: "New sale" }).first();
    if (!till.page.url().endsWith("/till")) await newSale.click();
    await till.page.waitForURL("**/till");
    await till.keyIn(amountCents);
    await till.page.getByLabel(/mobile number/i).fill(`61255501${String(amountCents).slice(0, 2)}`);
    const pressedAt = Date.now();
    await till.page.getByRole("button", { name: /^Send link/ }).click();
    await till.page.waitForURL("**/till/sales/*");
    await till.shows("Sending…");
    return Date.now() - pressedAt;
  };
  for (const amountCents of [2_100, 2_200, 2_300, 2_400]) {
    expect(await send(amountCents), `the wait for the sale of ${amountCents}`).toBeLessThan(2_500);
  }
  await expect(other.list.getByText("Sending…")).toHaveCount(4);
  await expect(notice(till.page)).toBeVisible({ timeout: 40_000 });
  // It may still be tried, and is answered as quickly.
  expect(await send(2_500)).toBeLessThan(2_500);
  await expect(notice(other.page)).toBeVisible();
  await expect(till.page.getByText("Live", { exact: true })).toBeVisible();
});
