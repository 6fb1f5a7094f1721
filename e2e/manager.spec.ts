import { booksFor } from "./support/books.ts";
import { readRows } from "./support/database.ts";
import { Desk } from "./support/desk.ts";
import { countReloads } from "./support/reloads.ts";
import { expect, test } from "./support/test.ts";

test.setTimeout(120_000);

const screens = {
  "a desktop": { width: 1440, height: 900 },
  "a phone": { width: 390, height: 844 },
};

for (const [name, viewport] of Object.entries(screens)) {
  test(`a manager on ${name} follows a sale a cashier makes, finds it by its last four digits, and refunds half`, {
    tag: name === "a desktop" ? "@postgres" : "@long",
  }, async ({ house, openDesk, till, shopper }) => {
    const desk = await openDesk({ viewport });
    const { page } = desk;
    const reloads = countReloads(page);

    const { mobile } = await till.sendLink(10_000);
    await expect(desk.row(mobile)).toContainText("Waiting for shopper");
    await shopper.complete(mobile);
    await expect(desk.row(mobile)).toContainText("Approved");
    await till.press("Capture $100.00");
    await expect(desk.row(mobile)).toContainText("Paid");
    expect(reloads()).toBe(0);

    await desk.search(mobile.slice(-4));
    await expect(page).toHaveURL(new RegExp(`q=${mobile.slice(-4)}`));
    await expect(desk.row(mobile)).toBeVisible();
    await desk.row(mobile).getByRole("link").click();
    await expect(page.getByRole("heading", { name: /^MAPLE-/ })).toBeVisible();
    await desk.press("Refund…");
    await desk.sheet.getByLabel("Amount to refund").fill("50");
    await desk.sheet.getByText("Returned goods").click();
    await expect(desk.sheet).toContainText("The shopper gets $50.00 back. $50.00 stays paid.");
    await expect(desk.sheet).toContainText("The shopper sees the refund in their Sezzle plan.");
    await desk.confirm("Refund $50.00");
    const main = page.getByRole("main");
    await expect(main.getByText("Partly refunded", { exact: true })).toBeVisible();
    const amounts = main.getByRole("region", { name: "Amounts" });
    await expect(amounts).toContainText("$100.00 approved");
    await expect(amounts.getByRole("definition").first()).toHaveText("$50.00");
    await expect(main.getByRole("region", { name: "Links and requests" })).toContainText(
      "Refund of $50.00: done",
    );
    await expect(till.status("Partly refunded")).toBeVisible();
    expect(await booksFor(house.sandbox, mobile)).toMatchObject({
      captured_in_cents: 10_000,
      refunded_in_cents: 5_000,
    });

    await main.getByRole("link", { name: "Orders" }).click();
    await expect(page).toHaveURL(new RegExp(`/orders\\?q=${mobile.slice(-4)}`));
    await expect(desk.row(mobile)).toContainText("Partly refunded");
  });
}

test("a shopper's whole contact is shown to a manager who asks, and that they looked is in the history", {
  tag: "@long",
}, async ({ house, openDesk, till }) => {
  const { mobile } = await till.sendLink(4620);
  const desk = await openDesk();
  await desk.row(mobile).getByRole("link").click();
  const whole = `(${mobile.slice(0, 3)}) ${mobile.slice(3, 6)}-${mobile.slice(6)}`;
  const main = desk.page.getByRole("main");
  await expect(main.getByRole("region", { name: "Shopper" })).toContainText(`•••-${mobile.slice(-4)}`);
  await expect(main).not.toContainText(whole);
  await desk.press("Show the contact");
  await expect(main.getByRole("region", { name: "Shopper" })).toContainText(whole);
  await expect(main.getByRole("region", { name: "History" })).toContainText(
    "Morgan looked at the shopper's contact",
  );
  // The cashier's own screen of the sale is told, and shows none of it.
  await expect(till.main).toContainText("Morgan looked at the shopper's contact");
  await expect(till.main).not.toContainText(whole);
  expect(readRows(house.database, "select 1 from history where data like ?", `%${mobile}%`)).toEqual([]);
});

test("a cashier sees the orders of their store within their rights, and no page of a manager", {
  tag: "@long",
}, async ({ house, till }) => {
  const { mobile } = await till.sendLink(5150);
  const { page } = till;
  await till.list.getByRole("link", { name: "All orders" }).click();
  const desk = new Desk(page);
  await expect(desk.row(mobile)).toContainText("Waiting for shopper");
  await expect(page.getByRole("navigation", { name: "Places" }).getByRole("link")).toHaveText([
    "Till",
    "Orders",
    "Account",
  ]);
  await desk.row(mobile).getByRole("link").click();
  await expect(page.getByRole("heading", { name: /^MAPLE-/ })).toBeVisible();
  await expect(page.getByRole("button", { name: "Show the contact" })).toHaveCount(0);
  await desk.go("Account");
  await expect(page.getByRole("heading", { name: "Second factor" })).toHaveCount(0);

  const [person] = readRows<{ id: string }>(
    house.database,
    "select id from people where sign_in_name = 'morgan'",
  );
  for (const address of ["/today", "/disputes", "/people", `/people/${person?.id}`]) {
    expect((await page.goto(address))?.status()).toBe(404);
    await expect(page.getByText("There is nothing here")).toBeVisible();
    await expect(page.getByText("Morgan")).toHaveCount(0);
  }
});

test("an order that is pressed right after typing is opened, however late the search would have begun", {
  tag: "@long",
}, async ({ openDesk, till }) => {
  const { mobile } = await till.sendLink(8450);
  const desk = await openDesk();
  const { page } = desk;
  await expect(desk.row(mobile)).toBeVisible();
  const isSearch = (url: string) => new URL(url).searchParams.get("q") === mobile.slice(-4);
  const searched = page.waitForRequest((request) => isSearch(request.url()));
  // The order's page comes only after the search has been asked for.
  await page.route(
    (url) => /^\/orders\/./.test(url.pathname),
    async (route) => {
      await searched;
      await route.continue();
    },
  );
  await desk.search(mobile.slice(-4));
  await desk.row(mobile).getByRole("link").click();
  await searched;
  await page.waitForURL(/\/orders\/[\w-]+$/);
  await expect(page.getByRole("region", { name: "Details" })).toBeVisible();
});
