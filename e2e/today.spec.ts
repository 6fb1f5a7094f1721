import type { Page } from "@playwright/test";
import { booksFor } from "./support/books.ts";
import { Desk } from "./support/desk.ts";
import { expect, test } from "./support/own-house.ts";
import { countReloads } from "./support/reloads.ts";
import { staff } from "./support/test.ts";

test.setTimeout(90_000);

/** The figure under this name. */
const figure = (page: Page, name: string) =>
  page.getByRole("list", { name: "The day in figures" }).getByRole("listitem").filter({ hasText: name });
const matters = (page: Page) => page.getByRole("list", { name: "Needs somebody now" }).getByRole("listitem");

test("a manager finds the day first, and it follows a sale to its capture, its refund and a dispute, each without a reload", {
  tag: "@long",
}, async ({ browser, home, till }) => {
  const { control } = home.sandbox;
  const context = await browser.newContext({ baseURL: home.app.url });
  const desk = new Desk(await context.newPage());
  await desk.signIn(staff.manager);
  const { page } = desk;
  const reloads = countReloads(page);
  await expect(page.getByText("Nothing needs you now.")).toBeVisible();
  await expect(page.getByText("No sales yet today")).toBeVisible();

  const { mobile } = await till.sendLink(10_000);
  await expect(figure(page, "Waiting")).toContainText("$100.00");
  await expect(desk.row(mobile)).toContainText("Waiting for shopper");
  const { uuid } = await booksFor(home.sandbox, mobile);
  await control(`/orders/${uuid}/complete`, { method: "POST", body: {} });
  await expect(figure(page, "Approved, not captured")).toContainText("$100.00");
  await till.press("Capture $100.00");
  await expect(figure(page, "Taken")).toContainText("$100.00");
  await expect(page.getByRole("table").getByRole("cell", { name: "$100.00" })).toHaveCount(1);

  // What happens while the page is on its way is on it.
  await desk.go("Orders");
  let late = () => {};
  const happened = new Promise<void>((resolve) => {
    late = resolve;
  });
  await page.route(/\/today\?_rsc=/, async (route) => {
    if ("next-router-prefetch" in route.request().headers()) return route.continue();
    const answer = await route.fetch();
    await happened;
    await route.fulfill({ response: answer });
  });
  await page.getByRole("navigation", { name: "Places" }).getByRole("link", { name: "Today" }).click();
  await control(`/orders/${uuid}/refund`, { method: "POST", body: { amount_in_cents: 2_500 } });
  await till.shows("Partly refunded");
  late();
  await expect(figure(page, "Refunded")).toContainText("$25.00");

  const { id } = await control<{ id: number }>(`/orders/${uuid}/dispute`, {
    method: "POST",
    body: { amount_in_cents: 4_000 },
  });
  await expect(matters(page)).toContainText(/Dispute over \$40\.00: answer by .* days left/);
  await page.getByRole("link", { name: /^What to do/ }).click();
  const main = page.getByRole("main");
  await expect(main.getByText("Sezzle asks for the store's side")).toBeVisible();
  await expect(main.getByText("Answer in Sezzle's dashboard")).toBeVisible();
  await control(`/disputes/${id}/close`, { method: "POST", body: { outcome: "merchant_win" } });
  await expect(main.getByText("Decided for the store")).toBeVisible();
  await main.getByRole("link", { name: /^Order MAPLE-/ }).click();
  await expect(main.getByRole("region", { name: "Dispute" })).toContainText("The store keeps the money.");
  await expect(main.getByRole("region", { name: "History" })).toContainText(
    "Sezzle closed a dispute over $40.00",
  );
  await expect(main.getByRole("region", { name: "Amounts" })).toContainText("$100.00");
  await desk.go("Today");
  await expect(page.getByText("Nothing needs you now.")).toBeVisible();
  expect(reloads()).toBe(0);
  await context.close();
});

test("an owner sees the stores side by side, each currency for itself, and one store alone; on a phone the rail has the rest under More", {
  tag: "@long",
}, async ({ browser, openTill, home }) => {
  const context = await browser.newContext({ baseURL: home.app.url, viewport: { width: 390, height: 844 } });
  const desk = new Desk(await context.newPage());
  await desk.signIn(staff.owner);
  const { page } = desk;
  const maple = await openTill();
  await maple.sendLink(10_000);
  const harbour = await openTill({ person: staff.otherStoresCashier });
  await harbour.sendLink(4_620);
  await expect(figure(page, "Waiting")).toContainText("US$100.00");
  await expect(figure(page, "Waiting")).toContainText("$46.20");
  await expect(figure(page, "Waiting")).not.toContainText("146.20");
  const stores = page.getByRole("list", { name: "By store" }).getByRole("listitem");
  await expect(stores.filter({ hasText: "Harbour Road" })).toContainText("$46.20");

  await page.getByRole("navigation", { name: "Store" }).getByRole("link", { name: "Maple Street" }).click();
  await expect(page).toHaveURL(/\/today\?store=/);
  await expect(figure(page, "Waiting")).toContainText("$100.00");
  await expect(figure(page, "Waiting")).not.toContainText("46.20");
  await expect(desk.rows).toHaveCount(1);

  const places = page.getByRole("navigation", { name: "Places" });
  await expect(places.getByRole("link").first()).toHaveText("Today");
  await expect(places.getByRole("link", { name: "Account" })).toBeHidden();
  const more = places.getByRole("button", { name: "More" });
  await more.press("Enter");
  await expect(places.getByRole("link", { name: "Account" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(more).toBeFocused();
  await expect(places.getByRole("link", { name: "Account" })).toBeHidden();
  await desk.go("Account");
  await expect(more).toHaveAttribute("aria-expanded", "false");
  await context.close();
});
