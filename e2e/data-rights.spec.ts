import { expectAccessible } from "./support/axe.ts";
import { readRows } from "./support/database.ts";
import { Desk } from "./support/desk.ts";
import { expect, test } from "./support/own-house.ts";
import { addStaff, memberOf } from "./support/staff.ts";
import { staff } from "./support/test.ts";

test.setTimeout(120_000);

test("a shopper's contact is looked up and erased: live on every screen, in the history, and nowhere found again", {
  tag: "@long",
}, async ({ browser, home, till, openDesk }) => {
  const { mobile, saleUrl } = await till.sendLink(8_450);
  await till.shows("Waiting for shopper");
  const saleId = new URL(saleUrl).pathname.split("/").at(-1) ?? "";
  const elsewhere = await addStaff(browser, home, { signInName: "harper", store: "HARBR", role: "manager" });
  const stranger = new Desk(await (await browser.newContext({ baseURL: home.app.url })).newPage());
  await stranger.signIn(elsewhere);
  const lookUp = async (desk: Desk) => {
    await desk.go("Data rights");
    await desk.page.getByLabel("Shopper's mobile number or e-mail").fill(mobile);
    await desk.press("Look up");
  };
  await lookUp(stranger);
  await expect(stranger.page.getByText(/^Nothing is kept of/), "another store's manager").toBeVisible();

  const desk = await openDesk();
  const { page } = desk;
  await desk.go("Data rights");
  await page.getByLabel("Shopper's mobile number or e-mail").fill(mobile.slice(0, 6));
  await desk.press("Look up");
  await expect(page.getByText("Type the whole number or e-mail, as the shopper gave it.")).toBeVisible();
  await lookUp(desk);
  await expect(page.getByRole("region", { name: "What is kept" })).toContainText("Used for 1 sale");
  await expectAccessible(page, "data rights, found");
  expect(page.url()).not.toContain(mobile.slice(-4));
  await desk.press("Erase the contact…");
  await desk.sheet.getByRole("button", { name: "Erase for ever" }).click();
  await expect(desk.sheet).toContainText("Choose a reason.");
  await desk.sheet.getByText("the shopper asked for it").click();
  await expectAccessible(page, "data rights, the question");
  await desk.confirm("Erase for ever");
  await expect(page.getByText("1 sale says “contact erased” now.")).toBeVisible();
  await expect(till.main).toContainText("contact erased");
  await expect(till.main.getByRole("region", { name: "History" })).toContainText(
    "Morgan erased the shopper's contact",
  );
  await expect(till.main).not.toContainText(mobile.slice(-4));
  await lookUp(desk);
  await expect(page.getByText(/^Nothing is kept of/)).toBeVisible();
  await expectAccessible(page, "data rights, nothing kept");

  const lines = readRows<{ kind: string; data: string; sale_id: string | null }>(
    home.database,
    "select kind, data, sale_id from history where kind like 'contact.%' order by seq",
  );
  expect(lines.map((it) => ({ ...it, data: JSON.parse(it.data) }))).toEqual([
    { kind: "contact.looked_up", sale_id: null, data: { count: 0 } },
    { kind: "contact.looked_up", sale_id: null, data: { count: 1 } },
    { kind: "contact.erased", sale_id: saleId, data: { reason: "the shopper asked for it" } },
    { kind: "contact.looked_up", sale_id: null, data: { count: 0 } },
  ]);
  expect(home.app.output).not.toContain(mobile.slice(-7));
  const cashier = await memberOf(browser, home, staff.cashier);
  expect((await cashier.request.get(`${home.app.url}/shoppers`)).status(), "for a cashier").toBe(404);
});
