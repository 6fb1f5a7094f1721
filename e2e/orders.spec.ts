import { localDate } from "#lib/business-day.ts";
import { armFault } from "./support/books.ts";
import { changeRows, readRows } from "./support/database.ts";
import { writePastSales } from "./support/many-sales.ts";
import { expect, test } from "./support/own-house.ts";
import { staff } from "./support/test.ts";

test.setTimeout(120_000);

const minute = 60_000;
const day = 24 * 60 * minute;

/** Sales that ended, one a minute, the last of them at this moment. */
const ended = (count: number, last: Date) =>
  Array.from({ length: count }, (_, index) => ({
    at: new Date(last.getTime() - index * minute),
    status: index % 3 === 0 ? ("captured" as const) : ("denied" as const),
    amountCents: 1_000 + index,
  }));

test("a long list is read page by page, comes back as the address says, and grows on its first page alone", {
  tag: "@long",
}, async ({ home, openDesk, openTill }) => {
  await writePastSales(home, "MAPLE", ended(120, new Date(Date.now() - day)));
  const desk = await openDesk();
  const { page } = desk;
  await expect(desk.rows).toHaveCount(50);
  const numbers = async () => {
    const all = await desk.rows.allTextContents();
    return all.map((text) => /MAPLE-261101-[0-9A-F]{8}/.exec(text)?.[0] ?? text);
  };
  const first = await numbers();
  await page.getByRole("link", { name: "Older" }).click();
  await page.waitForURL(/before=/);
  await expect(desk.rows.first()).not.toContainText(first[0] ?? "?");
  const second = await numbers();
  await page.getByRole("link", { name: "Older" }).click();
  await expect(desk.rows).toHaveCount(20);
  const third = await numbers();
  expect(new Set([...first, ...second, ...third]).size).toBe(120);
  await expect(page.getByRole("link", { name: "Older" })).toHaveCount(0);

  await page.reload();
  await expect(desk.rows).toHaveCount(20);
  expect(await numbers()).toEqual(third);
  await page.getByRole("link", { name: "Newer" }).click();
  await expect.poll(numbers).toEqual(second);

  const till = await openTill();
  const { mobile } = await till.sendLink(9900);
  await expect(till.status("Waiting for shopper")).toBeVisible();
  await expect(desk.rows).toHaveCount(50);
  await expect(desk.row(mobile)).toHaveCount(0);
  await page.getByRole("link", { name: "Newest" }).click();
  await expect(desk.row(mobile)).toBeVisible();
  await page.goBack();
  await expect.poll(numbers).toEqual(second);
  await expect(page).toHaveURL(/after=/);
});

test("the list is narrowed by status, day and search, live, and says so when nothing is left", {
  tag: "@long",
}, async ({ home, openDesk, openTill }) => {
  await writePastSales(home, "MAPLE", [
    {
      at: new Date(Date.now() - day),
      status: "captured",
      amountCents: 8_450,
      phone: "+16125550147",
      name: "Ada Lovelace",
    },
    { at: new Date(Date.now() - day), status: "denied", amountCents: 99_000, phone: "+15129990147" },
    {
      at: new Date(Date.now() - 9 * day),
      status: "captured",
      amountCents: 4_620,
      phone: "+16125550148",
      name: "Grace Hopper",
    },
  ]);
  const till = await openTill();
  const { mobile } = await till.sendLink(12_000);
  const desk = await openDesk();
  const { page } = desk;
  await expect(desk.rows).toHaveCount(4);

  for (const [typed, count] of [
    ["0147", 2],
    ["(612) 555-0147", 1],
    ["+1 612 555 0147", 1],
    ["ada love", 1],
    ["hopper", 1],
    ["84.50", 1],
    ["maple-261101-", 0],
  ] as const) {
    await desk.search(typed);
    await expect(desk.rows, typed).toHaveCount(count);
  }
  await desk.search("nobody of this name");
  await expect(page.getByText("Nothing found for “nobody of this name”")).toBeVisible();
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(desk.rows).toHaveCount(4);

  const status = page.getByRole("navigation", { name: "Status" });
  await status.getByRole("link", { name: "Paid" }).click();
  await expect(desk.rows).toHaveCount(2);
  await page.getByRole("navigation", { name: "Day" }).getByRole("link", { name: "Yesterday" }).click();
  await expect(desk.rows).toHaveCount(1);
  await expect(page).toHaveURL(/status=paid&day=\d{4}-\d\d-\d\d$/);
  await page.reload();
  await expect(desk.rows).toHaveCount(1);
  await status.getByRole("link", { name: "Refunded" }).click();
  await expect(page.getByText("No orders here")).toBeVisible();

  // A date that is typed is another one, or none, until its last digit.
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(desk.rows).toHaveCount(4);
  const [year, month, date] = localDate(new Date(Date.now() - 9 * day), "America/Chicago").split("-");
  for (const side of ["To day", "From day"]) {
    await page.getByLabel(side).focus();
    await page.keyboard.type(`${month}${date}${year}`);
    await expect(desk.rows).toHaveCount(1);
  }
  await expect(page).toHaveURL(/[?]day=\d{4}-\d\d-\d\d$/);
  await expect(desk.row("6125550148")).toBeVisible();

  // Chips and the search field, pressed faster than the list comes, add up.
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await desk.search("ada");
  await status.getByRole("link", { name: "Paid" }).click();
  await expect(page).toHaveURL(/status=paid&q=ada/);
  await expect(desk.rows).toHaveCount(1);

  // What is narrowed by status moves while one looks: a sale leaves the group it was in and comes into another.
  await page.goto("/orders?status=waiting");
  await expect(desk.row(mobile)).toBeVisible();
  const [message] = await home.sandbox.control<{ order_uuid: string }[]>("/messages");
  await home.sandbox.control(`/orders/${message?.order_uuid}/complete`, { method: "POST", body: {} });
  await expect(page.getByText("No orders here")).toBeVisible();
  await page.goto("/orders?status=approved");
  await expect(desk.row(mobile)).toContainText("Approved");
  await armFault(home.sandbox, { call: "capture", kind: "cut", times: 0 });
  await till.press("Capture $120.00");
  await expect(desk.row(mobile)).toContainText("Not confirmed yet");
  await page.goto("/orders?status=not_confirmed");
  await expect(desk.row(mobile)).toBeVisible();

  // A list that is searched is asked for anew when a sale comes that it may have to show.
  await page.goto("/orders?q=7788");
  await expect(page.getByText("Nothing found for “7788”")).toBeVisible();
  await till.sendLink(3300, "6125557788");
  await expect(desk.row("6125557788")).toBeVisible();
  await page.goto("/orders?q=R-7788");
  await expect(page.getByText("Nothing found for “R-7788”")).toBeVisible();
  await till.press("Receipt number…");
  await till.sheet.getByRole("textbox").fill("R-7788");
  await till.confirm("Save the number");
  await expect(desk.row("6125557788")).toBeVisible();
});

test("an older sale that is spoken of stays on its own page", { tag: "@long" }, async ({
  home,
  openDesk,
}) => {
  await writePastSales(home, "MAPLE", ended(60, new Date(Date.now() - day)));
  const desk = await openDesk();
  const { page } = desk;
  await expect(desk.rows).toHaveCount(50);
  const other = await openDesk();
  await other.page.getByRole("link", { name: "Older" }).click();
  await expect(other.rows).toHaveCount(10);
  await other.rows.last().getByRole("link").click();
  await other.page.getByRole("button", { name: "Show the contact" }).click();
  await expect(other.page.getByText("Morgan looked at the shopper's contact")).toBeVisible();
  // What the history tells of it has come to this screen as well: it is on the order's own page, live.
  const [line] = readRows<{ sale_id: string }>(
    home.database,
    "select sale_id from history where kind = 'contact.shown'",
  );
  await expect(async () => {
    await expect(desk.rows).toHaveCount(50);
    await expect(page.locator(`a[href*="${line?.sale_id}"]`)).toHaveCount(0);
  }).toPass();
});

test("an owner sees the orders of all stores, and of one that is chosen", { tag: "@long" }, async ({
  home,
  openDesk,
}) => {
  const at = new Date(Date.now() - day);
  await writePastSales(home, "MAPLE", [
    { at, status: "captured", amountCents: 1_000, phone: "+16125550111" },
  ]);
  await writePastSales(home, "HARBR", [
    { at, status: "captured", amountCents: 2_000, phone: "+16475550222" },
  ]);
  const desk = await openDesk({ person: staff.owner });
  const { page } = desk;
  await expect(desk.rows).toHaveCount(2);
  await expect(desk.row("6475550222")).toContainText("Harbour Road");
  await page.getByLabel("Store").selectOption("Harbour Road");
  await expect(desk.rows).toHaveCount(1);
  await expect(desk.row("6475550222")).toBeVisible();
  await page.reload();
  await expect(desk.rows).toHaveCount(1);
});

test("a list that cannot be read says so, and is there again at the next try", { tag: "@long" }, async ({
  home,
  openDesk,
}) => {
  await writePastSales(home, "MAPLE", [
    { at: new Date(), status: "captured", amountCents: 1_000, name: "Ada Lovelace" },
  ]);
  const desk = await openDesk();
  const { page } = desk;
  await expect(desk.rows).toHaveCount(1);
  changeRows(home.database, "alter table contact_words rename to lost");
  await page.goto("/orders?q=ada");
  const told = page.getByRole("alert").filter({ hasText: "This page could not be read" });
  await expect(told).toContainText("No payment is affected");
  await expect(page.getByRole("navigation", { name: "Places" })).toBeVisible();
  changeRows(home.database, "alter table lost rename to contact_words");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(desk.rows).toHaveCount(1);
});

test("a page asks for no other page before its link is pressed", { tag: "@long" }, async ({
  openDesk,
  till,
}) => {
  const { mobile } = await till.sendLink(8450);
  const desk = await openDesk();
  const asked: string[] = [];
  desk.page.on("request", (request) => {
    if (request.headers().rsc) asked.push(new URL(request.url()).pathname);
  });
  await desk.page.reload();
  await expect(desk.row(mobile)).toBeVisible();
  await expect(desk.page.getByText("Live", { exact: true })).toBeVisible();
  await desk.go("Payouts");
  await desk.go("Orders");
  expect(asked).toEqual(["/payouts", "/orders"]);
});
