import type { Page } from "@playwright/test";
import { changeRows } from "./support/database.ts";
import { appCode, Desk } from "./support/desk.ts";
import { writePastSales } from "./support/many-sales.ts";
import { everyView as allViews, inStudio, picture as keep, sizes, type View } from "./support/pictures.ts";
import { signInOverHttp } from "./support/staff.ts";
import { Till } from "./support/till.ts";

// Takes the pictures of the desk: the built app against the sandbox, driven as a cashier and a manager would.
// Run after a build: `npm run pictures`.

const cashier = { signInName: "casey", password: "maple-counter-1" };
const manager = { signInName: "morgan", password: "maple-desk-1" };
const owner = { signInName: "olive", password: "whole-house-1" };

const everyView = allViews("desk", "small", "phone");
const deskAndPhone = allViews("desk", "phone");

function picture(page: Page, name: string, views: View[] = everyView): Promise<void> {
  return keep(page, name, views, "desk");
}

const minute = 60_000;

await inStudio(async (browser, house) => {
  const { control } = house.sandbox;
  const open = async (viewport: { width: number; height: number }) => {
    const context = await browser.newContext({ baseURL: house.app.url, viewport, reducedMotion: "reduce" });
    return context.newPage();
  };
  const desk = new Desk(await open(sizes.desk));
  const { page } = desk;
  await desk.signIn(manager);
  await picture(page, "today-empty", deskAndPhone);
  await desk.go("Disputes");
  await picture(page, "disputes-empty", deskAndPhone);
  await desk.go("Orders");
  await picture(page, "orders-empty", deskAndPhone);

  const names = ["Ada Lovelace", "Grace Hopper", "Katherine Johnson", "Annie Easley", null] as const;
  const past = Array.from({ length: 60 }, (_, index) => ({
    at: new Date(Date.now() - (90 + index * 47) * minute),
    status:
      (["captured", "captured", "denied", "checkout_expired", "cancelled", "released"] as const)[index % 6] ??
      "captured",
    amountCents: 2_150 + ((index * 3_719) % 48_000),
    phone: `+1612555${String(1_000 + index * 137).slice(-4)}`,
    ...(names[index % 5] ? { name: names[index % 5] ?? "" } : {}),
  }));
  await writePastSales(house, "MAPLE", past);
  const till = new Till(await open(sizes.tablet));
  await till.signIn(cashier, "Register 1");
  const orderOf = async (mobile: string) => {
    const messages = await control<{ recipient: string; order_uuid: string }[]>("/messages");
    return messages.find((it) => it.recipient.endsWith(mobile))?.order_uuid ?? "";
  };
  const send = async (amountCents: number) => {
    const { mobile } = await till.sendLink(amountCents);
    await till.shows("Waiting for shopper");
    return { mobile, uuid: await orderOf(mobile) };
  };
  const approve = async (amountCents: number) => {
    const sale = await send(amountCents);
    await control(`/orders/${sale.uuid}/complete`, { method: "POST", body: {} });
    await till.shows("Approved");
    return sale;
  };

  await send(12_000);
  const approved = await approve(8_450);
  const lost = await approve(5_800);
  await control("/faults", { method: "POST", body: { call: "capture", kind: "cut" } });
  await till.press("Capture $58.00");
  await till.shows("Not confirmed yet");
  // Left as it is after the ten minutes in which the till repeats it by itself.
  changeRows(
    house.database,
    "update operations set first_sent_at = first_sent_at - 600000, next_repeat_at = null where state = 'unconfirmed'",
  );
  const paid = await approve(10_000);
  await till.press("Capture $100.00");
  await till.shows("Paid");
  const refused = await approve(6_400);
  await control("/faults", {
    method: "POST",
    body: {
      call: "release",
      kind: "status",
      status: 422,
      code: "invalid",
      message: "Release amount is not allowed",
    },
  });
  await till.press("Release…");
  await till.confirm("Release $64.00");
  await till.page.getByText("Sezzle refused to release").first().waitFor();

  await page.goto("/orders");
  await desk.rows.first().waitFor();
  await page.getByText("Live", { exact: true }).waitFor();
  await picture(page, "orders");
  await page.goto("/orders?status=paid");
  await page.getByText("Live", { exact: true }).waitFor();
  await picture(page, "orders-paid", [["desk", "light"]]);
  await page.goto("/orders?q=lovelace");
  await page.getByText("Live", { exact: true }).waitFor();
  await picture(page, "orders-found", [["desk", "light"]]);
  await page.goto("/orders?q=nobody");
  await page.getByText("Nothing found for “nobody”").waitFor();
  await picture(page, "orders-nothing-found", deskAndPhone);
  const openOrder = async (mobile: string) => {
    await page.goto(`/orders?q=${mobile.slice(-4)}`);
    await desk.row(mobile).getByRole("link").click();
    await page.getByRole("region", { name: "Details" }).waitFor();
    await page.getByText("Live", { exact: true }).waitFor();
  };
  await openOrder(approved.mobile);
  await picture(page, "order-approved");
  await openOrder(lost.mobile);
  await picture(page, "order-not-confirmed", deskAndPhone);
  changeRows(
    house.database,
    "update operations set first_sent_at = first_sent_at - 600000 where state = 'unconfirmed'",
  );
  await page.reload();
  await page.getByRole("button", { name: "Close it…" }).waitFor();
  await picture(page, "order-undecided", deskAndPhone);
  await desk.press("Close it…");
  await picture(page, "order-close-sheet", deskAndPhone);
  await desk.confirm("Leave it open");
  await openOrder(refused.mobile);
  await picture(page, "order-refused", deskAndPhone);
  await openOrder(paid.mobile);
  await desk.press("Refund…");
  await desk.sheet.getByLabel("Amount to refund").fill("45");
  await desk.sheet.getByText("Returned goods").click();
  await picture(page, "order-refund-sheet", deskAndPhone);
  await desk.confirm("Refund $45.00");
  await page.getByRole("main").getByText("Partly refunded", { exact: true }).waitFor();
  await desk.press("Show the contact");
  await page.getByText("Morgan looked at the shopper's contact").waitFor();
  await picture(page, "order-partly-refunded");

  await desk.go("People");
  await desk.press("Add somebody");
  await desk.sheet.getByLabel("Name", { exact: true }).fill("Alex");
  await desk.sheet.getByLabel("Sign-in name").fill("alex");
  await picture(page, "people-add", deskAndPhone);
  await desk.confirm(/^Add$/);
  const temporary = await desk.temporaryPassword();
  await picture(page, "people-added", deskAndPhone);
  await page.reload();
  await page.getByText("Live", { exact: true }).waitFor();
  await picture(page, "people");
  await page.getByRole("link", { name: /Casey/ }).click();
  await page.getByRole("heading", { name: "Casey" }).waitFor();
  await picture(page, "person");
  await desk.press("Disable…");
  await picture(page, "person-disable", deskAndPhone);
  await desk.confirm("Leave as it is");

  const elsewhere = await open(sizes.tablet);
  await signInOverHttp(elsewhere.request, house.app.url, manager);
  await desk.go("Account");
  await picture(page, "account");
  await desk.press("Turn on…");
  await desk.sheet.getByLabel("Current password").fill(manager.password);
  await picture(page, "account-proof", deskAndPhone);
  await desk.confirm("Go on");
  await page.getByRole("img", { name: /^QR code/ }).waitFor();
  await picture(page, "account-factor-offered", deskAndPhone);
  const secret = (await page.getByText(/^[A-Z2-7]{32}$/).textContent()) ?? "";
  await page.getByLabel("2. The six digits the app shows").fill(appCode(secret));
  await page.getByRole("button", { name: "Turn on", exact: true }).click();
  await page.getByText("Keep these recovery codes").waitFor();
  await picture(page, "account-recovery-codes", deskAndPhone);
  await desk.press("I have kept them");
  await picture(page, "account-factor-on", [["desk", "light"]]);
  await desk.signOut("Morgan");
  await desk.enter(manager);
  await page.getByLabel("Code of your second factor").waitFor();
  await picture(page, "sign-in-code", deskAndPhone);
  await desk.enter({ signInName: "alex", password: temporary });
  await page.getByText("Your password was a temporary one.").waitFor();
  await picture(page, "sign-in-new-password", deskAndPhone);

  const whole = new Desk(await open(sizes.desk));
  await whole.signIn(owner);
  await whole.go("People");
  await whole.page.getByRole("link", { name: /Morgan/ }).click();
  await whole.page.getByRole("heading", { name: "Morgan" }).waitFor();
  await picture(whole.page, "person-by-owner", deskAndPhone);
  await whole.page.goto("/orders/not-an-order");
  await whole.page.getByText("There is nothing here").waitFor();
  await picture(whole.page, "not-found", [["desk", "light"]]);
  // A database that lost a part of itself: the search cannot be answered.
  changeRows(house.database, "alter table contact_words rename to lost");
  await whole.page.goto("/orders?q=ada");
  await whole.page.getByText("This page could not be read").waitFor();
  await picture(whole.page, "orders-error", deskAndPhone);
});
