import { armFault, booksOf, clearFaults, orderSentTo, requestsOf } from "./support/books.ts";
import { readRows } from "./support/database.ts";
import type { House } from "./support/house.ts";
import { interceptAction, resendAction, type SentAction } from "./support/server-action.ts";
import { expect, staff, test } from "./support/test.ts";

test.setTimeout(120_000);
test.afterEach(({ house }) => clearFaults(house.sandbox));

function personIdOf(house: House, signInName: string): string {
  const query = "select id from people where sign_in_name = ?";
  return readRows<{ id: string }>(house.database, query, signInName)[0]?.id ?? "";
}

test("a cashier of another store cannot see a sale, its code, or what becomes of it", {
  tag: "@long",
}, async ({ house, till, openTill }) => {
  const { mobile, saleUrl } = await till.sendLink(8450);
  const saleId = new URL(saleUrl).pathname.split("/").at(-1);
  const orderUuid = await orderSentTo(house.sandbox, mobile);
  await till.shows("Waiting for shopper");
  const stranger = await openTill({ person: staff.otherStoresCashier });
  const { page } = stranger;

  await page.goto(`/till/sales/${saleId}`);
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await expect(page.getByText("$84.50")).toHaveCount(0);
  await expect(page.getByText(mobile.slice(-4))).toHaveCount(0);
  const qr = await page.request.get(`/api/sales/${saleId}/qr`);
  expect(qr.status()).toBe(404);
  expect(await qr.text()).not.toContain("<svg");

  // The sale's own screen is left first: from here on nobody who may watch it does.
  await till.page.goto("/account");
  const watchedUntil = () =>
    readRows(house.database, "select watched_until from order_asks where order_uuid = ?", orderUuid);
  const before = watchedUntil();
  const status = await page.evaluate(async (saleId) => {
    const body = JSON.stringify({ saleId });
    const headers = { "Content-Type": "application/json" };
    return (await fetch("/api/watch", { method: "POST", headers, body })).status;
  }, saleId);
  expect(status).toBeLessThan(500);
  expect(watchedUntil()).toEqual(before);
});

test("no action on a sale works for a cashier of another store, or for nobody, whatever they send", {
  tag: "@long",
}, async ({ house, till, openTill, shopper, playwright }) => {
  const { sandbox } = house;
  const { page } = till;
  const actions = new Map<string, SentAction>();
  const intercept = async (name: string, act: () => Promise<void>) => {
    actions.set(name, await interceptAction(page, act));
  };
  const over = await till.sendLink(4620);
  await till.press("Cancel this sale…");
  await till.confirm("Cancel the sale");
  await expect(till.status("Cancelled")).toBeVisible();
  await till.press("Send a new link…");
  await intercept("send again", () => till.confirm("Send the new link"));

  await page.goto("/till");
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await till.press("Cancel this sale…");
  await intercept("cancel", () => till.confirm("Cancel the sale"));
  await till.confirm("Keep waiting");
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();
  await intercept("capture", () => till.press("Capture $84.50"));
  await till.press("Release…");
  await intercept("release", () => till.confirm("Release $84.50"));
  await till.confirm("Keep it");
  await till.press("Receipt number…");
  await till.sheet.getByRole("textbox").fill("R-1001");
  await intercept("set the receipt number", () => till.confirm("Save the number"));
  await till.confirm("Back, change nothing");
  await armFault(sandbox, { call: "capture", kind: "cut", times: 0 });
  await till.press("Capture $84.50");
  await expect(till.status("Not confirmed yet").first()).toBeVisible();
  await intercept("ask Sezzle", () => till.press("Ask Sezzle now"));
  await clearFaults(sandbox);
  await expect(till.status("Paid")).toBeVisible({ timeout: 20_000 });
  await till.press("Refund…");
  await till.sheet.getByText("Returned goods").click();
  await intercept("refund", () => till.confirm("Refund $84.50"));

  const sent = async () =>
    (await requestsOf(sandbox, {})).filter(
      (it) => !["order_get", "authentication", "settlement_summaries"].includes(it.call),
    );
  const before = { sent: (await sent()).length, books: await booksOf(sandbox, orderUuid) };
  const cashierId = personIdOf(house, staff.cashier.signInName);
  const strangerId = personIdOf(house, staff.otherStoresCashier.signInName);
  const stranger = (await openTill({ person: staff.otherStoresCashier })).page.context().request;
  const refusedAs = (code: string, personId: string) =>
    readRows(
      house.database,
      "select 1 from history where kind = 'action.refused' and data like ? and person_id = ?",
      `%"code":"${code}"%`,
      personId,
    ).length;
  const refusedBefore = refusedAs("unknown_sale", strangerId);
  const nobody = await playwright.request.newContext();
  expect([...actions.keys()]).toHaveLength(7);
  for (const [name, action] of actions) {
    expect(action.body, name).toContain(cashierId);
    const asThemselves = await resendAction(stranger, action, { [cashierId]: strangerId });
    expect(await asThemselves.text(), name).toContain("There is no such sale in your stores.");
    const asTheCashier = await resendAction(stranger, action);
    expect(await asTheCashier.text(), name).toContain("not as the person this screen shows.");
    const signedOut = await resendAction(nobody, action);
    expect(await signedOut.text(), name).toContain("You are signed out.");
  }
  await nobody.dispose();
  expect((await sent()).length).toBe(before.sent);
  expect(await booksOf(sandbox, orderUuid)).toEqual(before.books);
  expect((await booksOf(sandbox, await orderSentTo(sandbox, over.mobile))).checkout_status).toBe("deleted");
  expect(refusedAs("unknown_sale", strangerId) - refusedBefore).toBe(actions.size);
});
