import { randomUUID } from "node:crypto";
import { expectAccessible } from "./support/axe.ts";
import { armFault, booksFor, clearFaults } from "./support/books.ts";
import { changeRows } from "./support/database.ts";
import { appCode, Desk } from "./support/desk.ts";
import { expect, test } from "./support/own-house.ts";
import { staff } from "./support/test.ts";
import { deliver, eventAbout, signatureOf } from "./support/webhook.ts";

test.setTimeout(180_000);

const phone = { width: 390, height: 844 };
const desktop = { width: 1440, height: 900 };

test("the orders and an order in each of its states have no WCAG 2.2 AA violation", { tag: "@long" }, async ({
  home,
  openDesk,
  openTill,
}) => {
  const desk = await openDesk();
  const { page } = desk;
  await expect(page.getByText("No orders yet")).toBeVisible();
  await expectAccessible(page, "orders, empty");
  await desk.go("Today");
  await expectAccessible(page, "today, empty");
  await desk.go("Disputes");
  await expectAccessible(page, "disputes, empty");
  await desk.go("Orders");
  const till = await openTill();
  const { mobile } = await till.sendLink(10_000);
  const { mobile: other } = await till.sendLink(4_620);
  await expect(desk.row(other)).toBeVisible();
  const { uuid } = await booksFor(home.sandbox, mobile);
  await home.sandbox.control(`/orders/${uuid}/complete`, { method: "POST", body: {} });
  await expect(desk.row(mobile)).toContainText("Approved");
  await expectAccessible(page, "orders");
  await page.setViewportSize(phone);
  await expectAccessible(page, "orders, on a phone");
  await page.setViewportSize(desktop);
  await desk.search("nothing like it");
  await expect(page.getByText(/^Nothing found for/)).toBeVisible();
  await expectAccessible(page, "orders, nothing found");
  await desk.search("");

  await desk.row(other).getByRole("link").click();
  await expect(page.getByRole("button", { name: "Cancel this sale…" })).toBeVisible();
  await expectAccessible(page, "order, waiting");
  await page.goto("/orders");
  await desk.row(mobile).getByRole("link").click();
  await expect(page.getByRole("button", { name: "Capture $100.00" })).toBeVisible();
  await expectAccessible(page, "order, approved");
  await armFault(home.sandbox, { call: "capture", kind: "cut", times: 0 });
  await desk.press("Capture $100.00");
  await expect(page.getByText("Not confirmed yet").first()).toBeVisible();
  await expectAccessible(page, "order, not confirmed");
  await clearFaults(home.sandbox);
  await expect(page.getByRole("main").getByText("Paid", { exact: true })).toBeVisible({ timeout: 20_000 });
  changeRows(home.database, "update stores set cashier_refund_limit_cents = 0");
  await till.row(mobile).click();
  await till.press("Refund…");
  await till.sheet.getByRole("button", { name: /^Ask for/ }).click();
  await expectAccessible(till.page, "refund sheet over the limit, with errors");
  await till.sheet.getByText("Mistake").click();
  await till.confirm("Ask for $100.00");
  await expect(till.main.getByText("Waiting for a manager")).toBeVisible();
  await expectAccessible(till.page, "sale, waiting for a manager");
  await expect(page.getByText("Casey asks to refund $100.00")).toBeVisible();
  await expectAccessible(page, "order, a refund to decide");
  await page.getByRole("link", { name: "Orders" }).first().click();
  const waiting = page.getByRole("region", { name: "A refund waits for you" });
  await expect(waiting).toBeVisible();
  await expectAccessible(page, "orders, a refund to decide");
  await waiting.getByRole("button", { name: /^Decline/ }).click();
  await expectAccessible(page, "decline sheet");
  await desk.confirm("Decline");
  await desk.row(mobile).getByRole("link").click();
  await desk.press("Refund…");
  await desk.sheet.getByLabel("Amount to refund").fill("40");
  await desk.sheet.getByText("Returned goods").click();
  await expectAccessible(page, "refund sheet");
  await desk.confirm("Refund $40.00");
  await expect(page.getByRole("main").getByText("Partly refunded", { exact: true })).toBeVisible();
  await desk.press("Show the contact");
  await expectAccessible(page, "order, partly refunded");
  await home.sandbox.control(`/orders/${uuid}/dispute`, { method: "POST", body: {} });
  await expect(page.getByRole("region", { name: "Dispute" })).toBeVisible();
  await page.setViewportSize(phone);
  await expectAccessible(page, "order, on a phone");
  await page.setViewportSize(desktop);
  await desk.go("Disputes");
  await expect(page.getByText("Answer needed")).toBeVisible();
  await expectAccessible(page, "disputes");
  await desk.go("Today");
  await expect(page.getByText(/^Dispute over/)).toBeVisible();
  await expectAccessible(page, "today");
  await page.setViewportSize(phone);
  await page.getByRole("button", { name: "More" }).click();
  await expectAccessible(page, "today, on a phone, with more places");
});

test("people, a person and one's account have no WCAG 2.2 AA violation", { tag: "@long" }, async ({
  openDesk,
  openTill,
}) => {
  await openTill();
  const desk = await openDesk();
  const { page } = desk;
  await desk.go("People");
  await expectAccessible(page, "people");
  await desk.press("Add somebody");
  await desk.sheet.getByRole("button", { name: /^Add$/ }).click();
  await expectAccessible(page, "add somebody, with errors");
  await desk.sheet.getByLabel("Name", { exact: true }).fill("Alex");
  await desk.sheet.getByLabel("Sign-in name").fill("alex");
  await desk.confirm(/^Add$/);
  const temporary = await desk.temporaryPassword();
  await expectAccessible(page, "people, with a temporary password");
  await page.setViewportSize(phone);
  await expectAccessible(page, "people, on a phone");
  await page.setViewportSize(desktop);
  await page.getByRole("link", { name: /Casey/ }).click();
  await expect(page.getByRole("heading", { name: "Casey" })).toBeVisible();
  await expectAccessible(page, "a person");
  await desk.press("Disable…");
  await expectAccessible(page, "disable sheet");
  await desk.confirm("Leave as it is");

  await desk.go("Account");
  await expectAccessible(page, "account");
  await desk.press("Choose a PIN…");
  await desk.sheet.getByRole("button", { name: "Use this PIN" }).click();
  await expectAccessible(page, "choosing a PIN, with errors");
  await desk.confirm("Back, change nothing");
  await desk.press("Turn on…");
  await desk.sheet.getByRole("button", { name: "Go on" }).click();
  await expectAccessible(page, "proof sheet, with errors");
  await desk.sheet.getByLabel("Current password").fill(staff.manager.password);
  await desk.confirm("Go on");
  await expect(page.getByRole("img", { name: /^QR code/ })).toBeVisible();
  await expectAccessible(page, "second factor, offered");
  const secret = (await page.getByText(/^[A-Z2-7]{32}$/).textContent()) ?? "";
  await page.getByLabel("2. The six digits the app shows").fill(appCode(secret));
  await page.getByRole("button", { name: "Turn on", exact: true }).click();
  await expect(page.getByText("Keep these recovery codes")).toBeVisible();
  await expectAccessible(page, "recovery codes");
  await desk.press("I have kept them");
  await expectAccessible(page, "second factor, on");

  await desk.signOut("Morgan");
  await desk.enter(staff.manager);
  await expect(page.getByLabel("Code of your second factor")).toBeVisible();
  await expectAccessible(page, "sign-in, code");
  await new Desk(page).enter({ signInName: "alex", password: temporary });
  await expect(page.getByText("Your password was a temporary one.")).toBeVisible();
  await expectAccessible(page, "sign-in, new password");
});

test("the owner's page, empty, with events that failed, and on a phone, has no WCAG 2.2 AA violation", {
  tag: "@long",
}, async ({ home, openDesk }) => {
  const desk = await openDesk({ person: staff.owner });
  const { page } = desk;
  await desk.go("Operator");
  await expect(page.getByText("Nothing waits.").first()).toBeVisible();
  await expectAccessible(page, "operator, empty");
  await armFault(home.sandbox, { call: "order_get", kind: "status", status: 404, times: 0 });
  for (const event of ["order.authorized", "order.refunded"]) {
    const { body } = eventAbout(randomUUID(), event);
    await deliver(home.app.url, body, { signature: signatureOf(body, home.sandbox.privateKey) });
  }
  await expect(page.getByText("Sezzle says that it does not know this order.")).toHaveCount(2);
  await expectAccessible(page, "operator, with events that failed");
  await page.setViewportSize(phone);
  await expectAccessible(page, "operator, on a phone");
  await desk.press("Try all again now");
  await expect(page.getByText("2 tried again. All still wait.")).toBeVisible();
});

test("the days, an open day and a closed one have no WCAG 2.2 AA violation", { tag: "@long" }, async ({
  openDesk,
  openTill,
}) => {
  const till = await openTill();
  await till.sendLink(10_000);
  const desk = await openDesk();
  const { page } = desk;
  await desk.go("Day close");
  await expectAccessible(page, "days");
  await page.getByRole("list", { name: "Days" }).getByRole("link").first().click();
  await expect(page.getByLabel(/^Why/)).toBeVisible();
  await desk.press("Sign and close…");
  await expect(page.getByLabel(/^Why/)).toBeFocused();
  await expectAccessible(page, "an open day, with errors");
  await page.getByLabel(/^Why/).fill("On the way");
  await page.keyboard.press("Enter");
  await expectAccessible(page, "closing sheet");
  await desk.confirm("Sign and close early");
  await expect(page.getByRole("region", { name: "Signature" })).toBeVisible();
  await expectAccessible(page, "a closed day");
  await page.setViewportSize(phone);
  await expectAccessible(page, "a closed day, on a phone");
});
