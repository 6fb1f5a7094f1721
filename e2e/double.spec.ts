import { randomUUID } from "node:crypto";
import type { Locator } from "@playwright/test";
import { nextAction } from "./support/action-request.ts";
import { booksFor, messagesTo, requestsOf } from "./support/books.ts";
import { holdWrites } from "./support/database.ts";
import { resendAction } from "./support/server-action.ts";
import { expect, staff, test } from "./support/test.ts";
import { someMobile } from "./support/till.ts";

/** Two taps in one moment: nothing of the page is drawn between them. */
function tapTwice(button: Locator): Promise<void> {
  return button.evaluate((element: HTMLElement) => {
    element.click();
    element.click();
  });
}

test("two taps on Send link in one moment make one sale and one checkout", async ({ home, till }) => {
  const before = (await requestsOf(home.sandbox, { call: "session_create" })).length;
  const mobile = someMobile();
  await till.keyIn(8_450);
  await till.page.getByLabel(/mobile number/i).fill(mobile);
  await tapTwice(till.main.getByRole("button", { name: "Send link for $84.50" }));
  await till.page.waitForURL("**/till/sales/*");
  await till.shows("Waiting for shopper");
  await expect(till.row(mobile)).toHaveCount(1);
  expect(await messagesTo(home.sandbox, mobile)).toHaveLength(1);
  expect((await requestsOf(home.sandbox, { call: "session_create" })).length - before).toBe(1);
});

test("what the till itself failed on is the same wish when it is pressed again", { tag: "@long" }, async ({
  home,
  till,
}) => {
  const mobile = someMobile();
  await till.keyIn(8_450);
  await till.page.getByLabel(/mobile number/i).fill(mobile);
  const send = async () => {
    const sent = nextAction(till.page);
    await till.main.getByRole("button", { name: "Send link for $84.50" }).click();
    return /"wishId":"([^"]+)"/.exec((await sent).body)?.[1];
  };
  const letGo = await holdWrites(home.database);
  const first = await send().finally(async () => {
    await expect(till.main.getByRole("alert")).toBeVisible({ timeout: 20_000 });
    await letGo();
  });
  expect(first).toBeTruthy();
  expect(await send()).toBe(first);
  await till.shows("Waiting for shopper");
  await expect(till.row(mobile)).toHaveCount(1);
  expect(await messagesTo(home.sandbox, mobile)).toHaveLength(1);
});

test("two taps on Capture in one moment take the money once", async ({ home, till, shopper }) => {
  const { mobile } = await till.sendLink(8_450);
  await shopper.complete(mobile);
  const capture = till.main.getByRole("button", { name: "Capture $84.50" });
  await expect(capture).toBeVisible();
  await tapTwice(capture);
  await till.shows("Paid");
  await expect(till.main.getByRole("alert")).toHaveCount(0);
  const { uuid, captured_in_cents } = await booksFor(home.sandbox, mobile);
  expect(captured_in_cents).toBe(8_450);
  expect(await requestsOf(home.sandbox, { order: uuid, call: "capture" })).toHaveLength(1);
});

test("two taps in a sheet refund once", async ({ home, openTill, shopper }) => {
  const till = await openTill({ person: staff.manager });
  const { mobile } = await till.sendLink(8_450);
  await shopper.complete(mobile);
  await till.press("Capture $84.50");
  await till.shows("Paid");
  await till.press("Refund…");
  await till.sheet.getByLabel("Amount to refund").fill("20");
  await till.sheet.getByText("Mistake").click();
  await tapTwice(till.sheet.getByRole("button", { name: "Refund $20.00" }));
  await till.shows("Partly refunded");
  const { uuid, refunded_in_cents } = await booksFor(home.sandbox, mobile);
  expect(refunded_in_cents).toBe(2_000);
  expect(await requestsOf(home.sandbox, { order: uuid, call: "refund" })).toHaveLength(1);
});

test("the request of Send link sent again finds the same sale", async ({ home, till }) => {
  const mobile = someMobile();
  const first = nextAction(till.page);
  const { saleUrl } = await till.sendLink(8_450, mobile);
  await till.shows("Waiting for shopper");
  const before = (await requestsOf(home.sandbox, { call: "session_create" })).length;
  const action = await first;
  const again = await resendAction(till.page.request, action);
  expect(again.status()).toBe(200);
  expect(await again.text()).toContain(saleUrl.split("/").at(-1));
  expect(await requestsOf(home.sandbox, { call: "session_create" })).toHaveLength(before);
  expect(await messagesTo(home.sandbox, mobile)).toHaveLength(1);
});

test("the request of a capture sent again is the same capture, and a forged second wish is refused", async ({
  home,
  till,
  shopper,
}) => {
  const { mobile } = await till.sendLink(8_450);
  await shopper.complete(mobile);
  await till.press("Part of it…");
  await till.sheet.getByLabel("Amount to capture").fill("20");
  const first = nextAction(till.page);
  await till.confirm("Capture $20.00");
  await till.shows("Part taken");
  const action = await first;
  const taken = await booksFor(home.sandbox, mobile);

  // An operation's id is the key of its request: the answer names the capture that was made.
  const again = await resendAction(till.page.request, action);
  expect(again.status()).toBe(200);
  expect(await again.text()).toContain(`"operationId":"${taken.movements[0]?.request_id}"`);
  const wishId = /"wishId":"([^"]+)"/.exec(action.body)?.[1] ?? "none";
  const forged = await resendAction(till.page.request, action, { [wishId]: randomUUID() });
  expect(await forged.text()).toContain('"code":"stale"');

  expect(await booksFor(home.sandbox, mobile)).toEqual(taken);
  expect(taken.captured_in_cents).toBe(2_000);
  expect(await requestsOf(home.sandbox, { order: taken.uuid, call: "capture" })).toHaveLength(1);
  await till.page.reload();
  await expect(till.main).toContainText("$20.00 of $84.50 taken; $64.50 can be taken");
});
