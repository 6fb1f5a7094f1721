import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { changeRows } from "./support/database.ts";
import type { House } from "./support/house.ts";
import { everyView as allViews, inStudio, picture as keep, sizes, type View } from "./support/pictures.ts";
import { ShopperPhone } from "./support/shopper.ts";
import { Till } from "./support/till.ts";

// Takes the pictures in docs/images: the built app against the sandbox, driven as a cashier and a shopper would.
// Run after a build: `npm run pictures`.

const cashier = { signInName: "casey", password: "maple-counter-1" };

const tabletLight: View[] = [["tablet", "light"]];

/** Keeps pictures of a page; the main screen's, which the README shows, has the plain name. */
function picture(page: Page, name: string, views = tabletLight): Promise<void> {
  return keep(page, name, views, "tablet");
}

const everyView = allViews("tablet", "small", "phone");

async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ ...options, hasTouch: true, reducedMotion: "reduce" });
  return context.newPage();
}

type Studio = { house: House; till: Till; shopper: ShopperPhone };

const fault = (call: string, kind: string, more: object = {}) => ({
  method: "POST",
  body: { call, kind, ...more },
});

/** A sale's order at the sandbox, found by the number its link went to. */
async function orderOf({ house }: Studio, mobile: string): Promise<string> {
  const messages = await house.sandbox.control<{ recipient: string; order_uuid: string }[]>("/messages");
  const message = messages.find((it) => it.recipient.endsWith(mobile));
  if (!message) throw new Error(`no message to ${mobile}`);
  return message.order_uuid;
}

async function send(studio: Studio, amountCents: number): Promise<string> {
  const { mobile } = await studio.till.sendLink(amountCents);
  await studio.till.shows("Waiting for shopper");
  return orderOf(studio, mobile);
}

async function approve(studio: Studio, amountCents: number): Promise<string> {
  const order = await send(studio, amountCents);
  await studio.house.sandbox.control(`/orders/${order}/complete`, { method: "POST", body: {} });
  await studio.till.shows("Approved");
  return order;
}

async function capture(studio: Studio, amountCents: number, amount: string): Promise<string> {
  const order = await approve(studio, amountCents);
  await studio.till.press(`Capture ${amount}`);
  await studio.till.shows("Paid");
  return order;
}

async function fillSheet({ till }: Studio, amount: string): Promise<void> {
  await till.sheet.getByLabel(/amount/i).fill(amount);
}

async function confirmSheet({ till }: Studio, name: RegExp): Promise<void> {
  await till.sheet.getByRole("button", { name }).click();
}

async function salesInEachStatus(studio: Studio): Promise<void> {
  const { till, house } = studio;
  const { control } = house.sandbox;
  const { page } = till;

  await control("/faults", fault("session_create", "delay", { delayMs: 4_000 }));
  await till.sendLink(5_400);
  await till.shows(/^Sending/);
  await picture(page, "sale-creating");
  await till.shows("Waiting for shopper");

  await control("/faults", fault("session_create", "lose_answer"));
  await till.sendLink(6_100);
  await till.shows("Not sure it was sent");
  await picture(page, "sale-unconfirmed");

  await control(
    "/faults",
    fault("session_create", "status", {
      status: 422,
      code: "invalid",
      message: "Order amount must be greater than $35",
    }),
  );
  await till.sendLink(1_200);
  await till.shows(/not sent/i);
  await picture(page, "sale-failed");

  await send(studio, 12_000);
  await picture(page, "sale-link-sent", everyView);
  await till.press(/Cancel this sale/);
  await picture(page, "sheet-cancel");
  await confirmSheet(studio, /Cancel the sale|Cancel this sale|Cancel sale/);
  await till.shows("Cancelled");
  await picture(page, "sale-cancelled");

  const denied = await send(studio, 99_000);
  await control(`/orders/${denied}/deny`, { method: "POST", body: {} });
  await till.shows(/did not approve/i);
  await picture(page, "sale-denied");

  const expired = await send(studio, 3_300);
  await control(`/orders/${expired}/expire-checkout`, { method: "POST", body: {} });
  await till.shows("Link expired");
  await picture(page, "sale-checkout-expired");

  await approve(studio, 8_450);
  await picture(page, "sale-authorized", everyView);
  await till.press(/Part of it/);
  await fillSheet(studio, "20.00");
  await picture(page, "sheet-capture-part", [
    ["tablet", "light"],
    ["phone", "light"],
    ["phone", "dark"],
  ]);
  await confirmSheet(studio, /Capture \$20\.00/);
  await till.shows(/\$20\.00 of \$84\.50/);
  await picture(page, "sale-partially-captured");

  const lapsed = await approve(studio, 7_700);
  await control(`/orders/${lapsed}/expire-authorization`, { method: "POST", body: {} });
  await till.shows("Not charged");
  await picture(page, "sale-authorization-expired");

  await approve(studio, 4_200);
  await till.press(/Release/);
  await confirmSheet(studio, /^Release/);
  await till.shows("Not charged");
  await picture(page, "sale-released");

  await approve(studio, 9_900);
  await control("/faults", fault("order_get", "status", { status: 503, times: 0 }));
  await till.press("Capture $99.00");
  await till.shows(/^Checking/);
  await picture(page, "sale-checking");
  await control("/faults", { method: "DELETE" });

  await approve(studio, 5_800);
  await control("/faults", fault("capture", "cut"));
  await till.press("Capture $58.00");
  await till.shows(/Not confirmed/i);
  changeRows(house.database, "update operations set next_repeat_at = null where state = 'unconfirmed'");
  await picture(page, "sale-not-confirmed", everyView);

  await capture(studio, 10_000, "$100.00");
  await picture(page, "sale-captured", everyView);
  await till.press(/Refund/);
  await fillSheet(studio, "25.00");
  await till.sheet.getByText("Returned goods").click();
  await picture(page, "sheet-refund", [
    ["tablet", "light"],
    ["tablet", "dark"],
    ["phone", "light"],
  ]);
  await confirmSheet(studio, /Refund \$25\.00/);
  await till.shows(/\$25\.00 of \$100\.00/);
  await picture(page, "sale-partially-refunded");
  await till.press(/Refund/);
  await fillSheet(studio, "75.00");
  await till.sheet.getByText("Returned goods").click();
  await confirmSheet(studio, /Refund \$75\.00/);
  await till.shows("Refunded");
  await picture(page, "sale-refunded");
}

async function shopperSteps({ till, shopper }: Studio): Promise<void> {
  const { page } = shopper;
  const { mobile } = await till.sendLink(8_450);
  const views: View[] = [
    ["phone", "light"],
    ["phone", "dark"],
  ];
  const link = await shopper.linkSentTo(mobile);
  await page.goto(new URL("/messages", link).href);
  await picture(page, "shopper-messages", [...views, ["tablet", "light"]]);
  await page.goto(link);
  await picture(page, "shopper-checkout-1-number", views);
  const next = page.getByRole("button", { name: "Continue" });
  await next.click();
  await page.getByLabel("One-time password").fill("123123");
  await picture(page, "shopper-checkout-2-password", views);
  await next.click();
  await page.getByLabel("Card number").fill("4242424242424242");
  await page.getByLabel("Expiry").fill("12/30");
  await page.getByLabel("CVV").fill("123");
  await picture(page, "shopper-checkout-3-card", views);
  await next.click();
  await picture(page, "shopper-checkout-4-plan", views);
  await next.click();
  await picture(page, "shopper-checkout-5-review", views);
  await page.getByRole("button", { name: "Complete purchase" }).click();
  await page.waitForURL("**/complete");
  await picture(page, "shopper-complete", views);
  await page.goto(page.url().replace(/complete$/, "cancelled"));
  await picture(page, "shopper-cancelled", views);
  await page.goto(new URL("/control", link).href);
  await picture(page, "sandbox-control");
}

async function takeAll(browser: Browser, house: House): Promise<void> {
  const tablet = await openPage(browser, { baseURL: house.app.url, viewport: sizes.tablet });
  await tablet.goto("/");
  await picture(tablet, "sign-in", everyView);
  const till = new Till(tablet);
  await till.signIn(cashier, "Register 1");
  await picture(tablet, "till-empty", everyView);
  const phone = await openPage(browser, { viewport: sizes.phone });
  const studio: Studio = { house, till, shopper: new ShopperPhone(phone, house.sandbox) };
  await salesInEachStatus(studio);
  await send(studio, 12_000);
  await approve(studio, 4_620);
  await tablet.goto("/till");
  await till.keyIn(8450);
  await tablet.getByLabel(/mobile number/i).fill("6125550147");
  await picture(tablet, "till", everyView);
  await shopperSteps(studio);
}

await inStudio(takeAll);
