import { armFault, booksOf, clearFaults, orderSentTo, requestsOf } from "./support/books.ts";
import { changeRows } from "./support/database.ts";
import type { House } from "./support/house.ts";
import { expect, staff, test } from "./support/test.ts";

/** The time for repeating what is not confirmed is over. */
function letTenMinutesPass({ database }: House): void {
  const change = "first_sent_at = first_sent_at - 600000, next_repeat_at = null";
  changeRows(database, `update operations set ${change} where state = 'unconfirmed'`);
}

test.setTimeout(90_000);
test.afterEach(({ home }) => clearFaults(home.sandbox));

test("a capture whose answer is lost is not called paid before Sezzle's order shows it, and then by itself", {
  tag: "@long",
}, async ({ home, till, shopper }) => {
  const { sandbox } = home;
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();

  // Sezzle takes the money, and neither its answer, its order nor its webhook can tell.
  await sandbox.control("/webhooks", { method: "PUT", body: { mode: "hold" } });
  await armFault(sandbox, { call: "order_get", kind: "status", status: 503, times: 0 });
  await armFault(sandbox, { call: "capture", kind: "lose_answer" });
  await till.press("Capture $84.50");
  await expect(till.status("Not confirmed yet").first()).toBeVisible();
  expect((await booksOf(sandbox, orderUuid)).captured_in_cents).toBe(8450);
  await till.press("Ask Sezzle now");
  await expect(till.status("Paid")).toBeHidden();
  await expect(till.row(mobile)).toContainText("Not confirmed");

  await sandbox.control("/faults", { method: "DELETE" });
  await expect(till.status("Paid")).toBeVisible({ timeout: 30_000 });
  await expect(till.main.getByText("Sezzle's order shows it")).toBeVisible();
  expect(await requestsOf(sandbox, { order: orderUuid, call: "capture" })).toHaveLength(1);
});

test("a capture that never reached Sezzle is not confirmed, and asking repeats the same request", async ({
  home,
  till,
  shopper,
}) => {
  const { sandbox } = home;
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();

  await armFault(sandbox, { call: "capture", kind: "cut", times: 0 });
  await till.press("Capture $84.50");
  const card = till.main.getByRole("status").filter({ hasText: "Not confirmed yet" });
  await expect(card).toContainText("Sezzle's answer to the capture of $84.50 was lost.");
  await expect(card).toContainText("The money may or may not have been taken.");
  await expect(card).toContainText("Do not take another payment for it.");
  await expect(
    till.main.getByRole("button", { name: /Capture|Part of it|Release|Refund|Cancel|Send/ }),
  ).toHaveCount(0);

  // The till asks again by itself, with pauses that grow; who does not want to wait for the next one presses.
  await expect(till.main).toContainText("The till had the capture of $84.50 asked for again");
  await clearFaults(sandbox);
  await expect(async () => {
    if (await card.isVisible()) await card.getByRole("button", { name: "Ask Sezzle now" }).click();
    await expect(till.status("Paid")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const captures = await requestsOf(sandbox, { order: orderUuid, call: "capture" });
  expect(captures.length).toBeGreaterThan(2);
  expect(captures.filter((it) => it.acted)).toHaveLength(1);
  expect(new Set(captures.map((it) => it.request_id)).size).toBe(1);
  expect((await booksOf(sandbox, orderUuid)).movements).toMatchObject([
    { kind: "capture", amount_in_cents: 8450, request_id: captures[0]?.request_id },
  ]);
});

test("a capture whose answer was lost ends by itself, and is taken once", { tag: "@postgres" }, async ({
  home,
  till,
  shopper,
}) => {
  const { sandbox } = home;
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();
  await armFault(sandbox, { call: "capture", kind: "cut" });
  await till.press("Capture $84.50");
  await expect(till.status("Not confirmed yet").first()).toBeVisible();
  await expect(till.status("Paid")).toBeVisible();
  await expect(till.main).toContainText("The till had the capture of $84.50 asked for again");
  const captures = await requestsOf(sandbox, { order: orderUuid, call: "capture" });
  expect(captures.map(({ status, acted }) => ({ status, acted }))).toEqual([
    { status: 200, acted: true },
    { status: null, acted: false },
  ]);
  expect(new Set(captures.map((it) => it.request_id)).size).toBe(1);
});

test("what is still not known after ten minutes is a manager's to close, who is told what Sezzle shows", {
  tag: "@long",
}, async ({ home, openDesk, till, shopper }) => {
  const { sandbox } = home;
  const { mobile } = await till.sendLink(8450);
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();
  await armFault(sandbox, { call: "capture", kind: "cut", times: 0 });
  await till.press("Capture $84.50");
  const card = till.main.getByRole("status").filter({ hasText: "Not confirmed yet" });
  await expect(card).toBeVisible();
  letTenMinutesPass(home);
  await till.page.reload();
  await expect(card).toContainText(
    "The till asked again for ten minutes, and Sezzle's order does not show it.",
  );
  await expect(card).toContainText("Tell a manager");
  await expect(card.getByRole("button", { name: "Close it…" })).toHaveCount(0);

  const desk = await openDesk();
  await desk.search(mobile.slice(-4));
  await desk.row(mobile).getByRole("link").click();
  await desk.press("Close it…");
  await expect(desk.sheet).toContainText("Sezzle's order shows $0.00 captured");
  await expect(desk.sheet).toContainText("Compare with Sezzle's dashboard first.");
  await desk.confirm("Close it: Sezzle does not show it");
  await expect(desk.page.getByRole("button", { name: "Capture $84.50" })).toBeVisible();
  await expect(till.main).toContainText("Morgan gave up the capture of $84.50 whose answer was lost");
  await clearFaults(sandbox);
  await till.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();
});

test("asking Sezzle while it cannot be reached ends with a sentence, however long it takes", {
  tag: "@long",
}, async ({ home, till, shopper }) => {
  const { sandbox } = home;
  const { mobile } = await till.sendLink(8450);
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();
  await armFault(sandbox, { call: "order_get", kind: "status", status: 503, retryAfterSeconds: 2, times: 0 });
  await armFault(sandbox, { call: "capture", kind: "cut" });
  await till.press("Capture $84.50");
  await expect(till.status("Not confirmed yet").first()).toBeVisible();
  await till.press("Ask Sezzle now");
  await expect(till.main.getByText(/Sezzle could not be reached\./)).toBeVisible({ timeout: 15_000 });
});

test("a link whose answer is lost is not called sent, and the shopper who got it can still pay", async ({
  home,
  till,
  shopper,
}) => {
  const { sandbox } = home;
  await armFault(sandbox, { call: "session_create", kind: "lose_answer" });
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await expect(till.status("Not sure it was sent")).toBeVisible();
  await expect(till.main.getByText("The shopper may or may not have the link.")).toBeVisible();
  await till.press("Send a new link…");
  await expect(till.sheet).toContainText("It is not known whether the first link was sent.");
  await till.confirm("Back, send nothing");

  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();
  await till.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();
  expect((await booksOf(sandbox, orderUuid)).captured_in_cents).toBe(8450);
});

test("a link that Sezzle refuses to send says why, and can be sent to a corrected number", {
  tag: "@long",
}, async ({ home, till, shopper }) => {
  const { sandbox } = home;
  await armFault(sandbox, {
    call: "session_create",
    kind: "status",
    status: 422,
    code: "invalid",
    message: "This phone number cannot receive texts.",
  });
  const refused = await till.sendLink(8450);
  await expect(till.status("Not sent")).toBeVisible();
  const problem = till.main.getByRole("alert");
  await expect(problem).toContainText("Sezzle refused to send the link");
  await expect(problem).toContainText("This phone number cannot receive texts");
  await expect(problem).toContainText("No link was sent and nothing can be paid.");
  await expect(problem).toContainText("Check what was entered and send again");

  const corrected = `${refused.mobile.slice(0, 3)}3${refused.mobile.slice(4)}`;
  await till.press("Send a new link…");
  await till.sheet.getByText("Another number or e-mail").click();
  await till.sheet.getByLabel("Mobile number or e-mail").fill(corrected);
  await till.sheet.getByRole("button", { name: "Send the new link" }).click();
  await till.shows("Waiting for shopper");
  await shopper.complete(corrected);
  await expect(till.status("Approved")).toBeVisible();
  const messages = await sandbox.control<{ recipient: string }[]>("/messages");
  expect(messages.filter((it) => it.recipient.endsWith(refused.mobile))).toEqual([]);
});

test("a refund whose answer is lost is made once", async ({ home, openTill, shopper }) => {
  const { sandbox } = home;
  const till = await openTill({ person: staff.manager });
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await shopper.complete(mobile);
  await till.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();

  await armFault(sandbox, { call: "refund", kind: "lose_answer" });
  await till.press("Refund…");
  await till.sheet.getByText("Returned goods").click();
  await till.sheet.getByRole("button", { name: "Refund $84.50" }).click();
  await expect(till.status("Refunded")).toBeVisible();
  expect(await requestsOf(sandbox, { order: orderUuid, call: "refund" })).toHaveLength(1);
  expect((await booksOf(sandbox, orderUuid)).refunded_in_cents).toBe(8450);
});

test("a refund that was closed without an answer is told of before an equal one is made", {
  tag: "@long",
}, async ({ home, openTill, shopper }) => {
  const { sandbox } = home;
  const till = await openTill({ person: staff.manager });
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await shopper.complete(mobile);
  await till.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();
  const refund = async (act: string) => {
    await till.press("Refund…");
    await till.sheet.getByLabel("Amount to refund").fill("20");
    await till.sheet.getByText("Returned goods").click();
    await till.confirm(act);
  };
  await armFault(sandbox, { call: "refund", kind: "cut", times: 0 });
  await refund("Refund $20.00");
  await expect(till.main.getByText("Not confirmed yet").first()).toBeVisible();
  letTenMinutesPass(home);
  await till.page.reload();
  await till.press("Close it…");
  await expect(till.sheet).toContainText("another refund gives the money back twice");
  await till.confirm("Close it: Sezzle does not show it");
  await clearFaults(sandbox);

  await till.press("Refund…");
  await till.sheet.getByLabel("Amount to refund").fill("20");
  await expect(till.sheet.getByRole("status")).toContainText("was closed without Sezzle's answer.");
  await till.sheet.getByRole("button", { name: "Back, refund nothing" }).click();
  await refund("Refund another $20.00");
  await expect(till.main).toContainText("$20.00 of $84.50 refunded; $64.50 stays paid.");
  expect((await booksOf(sandbox, orderUuid)).refunded_in_cents).toBe(2000);
});
