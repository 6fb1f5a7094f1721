import { readFileSync } from "node:fs";
import { localDate } from "#lib/business-day.ts";
import { expectAccessible } from "./support/axe.ts";
import { readRows } from "./support/database.ts";
import { writePastSales } from "./support/many-sales.ts";
import { expect, test } from "./support/own-house.ts";
import { staff } from "./support/test.ts";

test.setTimeout(90_000);

const day = 24 * 60 * 60_000;
const ago = (days: number) => new Date(Date.now() - days * day);
const dateOf = (at: Date) => localDate(at, "America/Chicago");

test("orders are found by who sold them, where, and when, by keys alone, and the address keeps all of it", {
  tag: "@long",
}, async ({ home, openDesk }) => {
  const sale = (days: number, amountCents: number) => ({
    at: ago(days),
    status: "captured" as const,
    amountCents,
  });
  await writePastSales(home, "MAPLE", [sale(2, 1_001), sale(5, 1_002), sale(9, 1_003)]);
  await writePastSales(home, "HARBR", [sale(5, 2_001)]);
  const desk = await openDesk({ person: staff.owner });
  const { page } = desk;
  await expect(desk.rows).toHaveCount(4);

  await page.getByLabel("Started by").selectOption("Casey");
  await expect(desk.rows).toHaveCount(3);
  await page.getByLabel("From day").fill(dateOf(ago(6)));
  await expect(desk.rows).toHaveCount(2);
  await page.getByLabel("To day").fill(dateOf(ago(4)));
  await expect(desk.rows).toHaveCount(1);
  await expect(desk.rows.first()).toContainText("$10.02");
  await expect(page).toHaveURL(/by=[\w-]{36}&from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d$/);
  await page.reload();
  await expect(desk.rows).toHaveCount(1);
  await expect(page.getByLabel("Started by").locator("option:checked")).toHaveText("Casey");
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(desk.rows).toHaveCount(4);
  await page.getByLabel("Store", { exact: true }).selectOption("Maple Street");
  await expect(desk.rows).toHaveCount(3);
  await page.getByLabel("Register").selectOption("Register 1");
  await expect(page.getByText("No orders here")).toBeVisible();
  await page.getByLabel("Register").selectOption("");
  await expect(desk.rows).toHaveCount(3);

  // From nowhere in particular to the search, into the list, and back.
  await page.getByRole("heading", { name: "Orders", level: 1 }).click();
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: "Find an order" });
  await expect(search).toBeFocused();
  await page.keyboard.type("maple/");
  await expect(search).toHaveValue("maple/");
  await page.keyboard.press("Escape");
  await expect(search).toHaveValue("");
  await expect(desk.rows).toHaveCount(3);
  await page.keyboard.press("ArrowDown");
  await expect(desk.rows.nth(0).getByRole("link")).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("ArrowDown");
  await expect(desk.rows.nth(2).getByRole("link")).toBeFocused();
  await page.keyboard.press("k");
  await expect(desk.rows.nth(1).getByRole("link")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL(/orders\/[\w-]{36}/);
  await expect(page.getByRole("main")).toContainText("$10.02");
  await page.goBack();
  await expect(desk.rows).toHaveCount(3);

  // Who dictates, or reads with a screen reader, keeps letters for that.
  await page.getByText("Keys", { exact: true }).click();
  await expectAccessible(page, "orders, with the keys named");
  await page.getByLabel("Single letters are keys").uncheck();
  await page.reload();
  await expect(desk.rows).toHaveCount(3);
  await page.getByRole("heading", { name: "Orders", level: 1 }).click();
  await page.keyboard.press("/");
  await page.keyboard.press("j");
  await expect(page.locator(":focus")).toHaveCount(0);
});

test("what is found is taken along as CSV, whole or not at all, and cashiers take nothing along", {
  tag: "@long",
}, async ({ home, openDesk, openTill }) => {
  const sales = Array.from({ length: 1_300 }, (_, index) => ({
    at: new Date(ago(3).getTime() - index * 60_000),
    status: index % 2 ? ("captured" as const) : ("denied" as const),
    amountCents: 1_000 + index,
    phone: "+16125550147",
    name: "Ada Lovelace",
  }));
  await writePastSales(home, "MAPLE", sales);
  const desk = await openDesk();
  const { page } = desk;
  await page
    .getByRole("navigation", { name: "Status" })
    .getByRole("link", { name: "Paid", exact: true })
    .click();
  await expect(page).toHaveURL(/status=paid/);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export as CSV" }).click();
  const file = await saving;
  await expect(page.getByText("Saved: 650 orders")).toBeVisible();
  expect(file.suggestedFilename()).toMatch(/^orders-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await file.path(), "utf8");
  const lines = text.trimEnd().split("\r\n");
  expect(lines).toHaveLength(651);
  expect(lines[0]).toMatch(/^\uFEFFnumber,receipt_number,status,store,/);
  expect(lines[1]).toContain(",USD,10.01,10.01,10.01,0.00,0.00,,(•••) •••-0147,");
  expect(text).not.toMatch(/6125550147|Lovelace/);
  const told = () =>
    readRows<{ data: string }>(
      home.database,
      "select data from history where kind = 'orders.exported' order by seq",
    ).map((it) => JSON.parse(it.data));
  const message = "Maple Street · Paid";
  await expect.poll(told).toEqual([{ message }, { message, count: 650, isWhole: true }]);

  // Cut off on the way, it is no file.
  await page.route("**/api/orders/export**", (route) => route.abort("connectionreset"));
  await page.getByRole("button", { name: "Export as CSV" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "nothing was saved" })).toBeVisible();
  await page.unroute("**/api/orders/export**");

  const till = await openTill();
  await till.page.goto("/orders");
  await expect(till.page.getByRole("list", { name: "Orders" })).toBeVisible();
  await expect(till.page.getByRole("button", { name: "Export as CSV" })).toHaveCount(0);
});
