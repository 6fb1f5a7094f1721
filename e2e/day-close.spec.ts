import { booksFor } from "./support/books.ts";
import { readRows } from "./support/database.ts";
import { expect, test } from "./support/own-house.ts";
import { staff } from "./support/test.ts";

test.setTimeout(90_000);

test("a manager explains what is open, closes the day early and takes the report along; who looked before is told", {
  tag: "@long",
}, async ({ home, openDesk, openTill }) => {
  const till = await openTill();
  const waiting = await till.sendLink(4_500);
  await till.shows("Waiting for shopper");
  const paid = await till.sendLink(10_000);
  await till.shows("Waiting for shopper");
  const { uuid } = await booksFor(home.sandbox, paid.mobile);
  await home.sandbox.control(`/orders/${uuid}/complete`, { method: "POST", body: {} });
  await till.press("Capture $100.00");
  await till.shows("Paid");

  const desk = await openDesk();
  const { page } = desk;
  await desk.go("Day close");
  const rows = page.getByRole("list", { name: "Days" }).getByRole("listitem");
  await expect(rows.first()).toContainText("Running");
  await expect(rows.first()).toContainText("$100.00");
  await rows.first().getByRole("link").click();
  const totals = page.getByRole("region", { name: "Totals" });
  await expect(totals).toContainText("$100.00");
  const other = await openDesk({ person: staff.owner });
  await other.go("Day close");
  // The owner sees every store's, one at a time; the manager only their own, and is not asked which.
  await other.page
    .getByRole("navigation", { name: "Store" })
    .getByRole("link", { name: "Maple Street" })
    .click();
  await expect(page.getByRole("navigation", { name: "Store" })).toHaveCount(0);
  // The owner's screen hears of nothing: a late change of a sale would load it anew, and show what the manager has signed.
  await other.page.route(
    (url) => url.pathname === "/api/events",
    (route) => route.abort("connectionfailed"),
  );
  await other.page.goto(page.url());
  const why = /^Why MAPLE-.* may stay open$/;
  await other.page.getByLabel(why).fill("On its way");

  await desk.press("Sign and close…");
  await expect(page.getByLabel(why)).toBeFocused();
  await expect(page.getByText("Settle it, or say in a few words why it may stay open.")).toBeVisible();
  // A spreadsheet must not take this for a formula.
  await page.getByLabel(why).fill("=1+1 is what the shopper asked");
  await desk.press("Sign and close…");
  await expect(desk.sheet).toContainText("Closed now, it ends now");
  await desk.confirm("Sign and close early");
  const signature = page.getByRole("region", { name: "Signature" });
  await expect(signature).toContainText("Closed by Morgan");
  await expect(signature).toContainText("Closed before its end");

  await other.press("Sign and close…");
  await other.confirm("Sign and close early");
  await expect(other.page.getByRole("alert").filter({ hasText: "Morgan closed this day at" })).toBeVisible();
  await expect(other.page.getByRole("region", { name: "Signature" })).toContainText("Closed by Morgan");
  expect(readRows(home.database, "select id from day_closes")).toHaveLength(1);

  const csv = await page.request.get(
    (await page.getByRole("link", { name: "Download CSV" }).getAttribute("href")) ?? "",
  );
  expect(csv.headers()["content-type"]).toBe("text/csv; charset=utf-8");
  const text = await csv.text();
  expect(text).toContain("Total,Maple Street,Captured,1,100.00,USD,\r\n");
  expect(text).toContain(",1,45.00,USD,'=1+1 is what the shopper asked\r\n");
  for (const { mobile } of [waiting, paid]) expect(text).not.toContain(mobile.slice(-4));
  // One page of paper, also from a dark screen.
  await page.emulateMedia({ colorScheme: "dark" });
  const paper = (await page.pdf({ format: "Letter" })).toString("latin1");
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  await page.getByRole("link", { name: "Day close" }).last().click();
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText("Running");
  await expect(rows.nth(1)).toContainText("Closed");
  await till.press("Refund…");
  await till.sheet.getByLabel("Amount to refund").fill("25");
  await till.sheet.getByText("Returned goods").click();
  await till.confirm("Refund $25.00");
  await till.shows("Partly refunded");
  await page.reload();
  await expect(rows.nth(0)).toContainText("$25.00");
  await expect(rows.nth(1)).not.toContainText("$25.00");
});
