import { armFault, booksOf, clearFaults, messagesTo, orderSentTo, requestsOf } from "./support/books.ts";
import { expect, test } from "./support/test.ts";
import { someMobile } from "./support/till.ts";

test.afterEach(({ home }) => clearFaults(home.sandbox));

test("a link that does not arrive is replaced: the first stops working before the second is sent", async ({
  home,
  till,
  phone,
}) => {
  const { mobile } = await till.sendLink(8450);
  const first = await orderSentTo(home.sandbox, mobile);
  const firstLink = await phone.linkSentTo(mobile);
  await till.shows("Waiting for shopper");

  const other = someMobile();
  await till.press("Send a new link…");
  await expect(till.sheet).toContainText("The link that was sent stops working first");
  await till.sheet.getByText("Another number or e-mail").click();
  await till.sheet.getByLabel("Mobile number or e-mail").fill(other);
  await till.confirm("Send the new link");
  await till.shows("Waiting for shopper");
  const second = await orderSentTo(home.sandbox, other);
  expect(second).not.toBe(first);
  expect((await booksOf(home.sandbox, first)).checkout_status).toBe("deleted");
  expect((await phone.page.goto(firstLink))?.status()).toBe(410);

  await phone.complete(other);
  await expect(till.status("Approved")).toBeVisible();
  await till.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();
  expect(await booksOf(home.sandbox, second)).toMatchObject({ captured_in_cents: 8450 });
  expect(await booksOf(home.sandbox, first)).toMatchObject({ authorized_in_cents: 0 });
});

test("a shopper who finished the first link meanwhile has paid by it, and no second one is sent", async ({
  home,
  till,
}) => {
  const { mobile } = await till.sendLink(8450);
  const first = await orderSentTo(home.sandbox, mobile);
  await till.shows("Waiting for shopper");
  await till.press("Send a new link…");
  // The till learns of the shopper's end by its own request, and by nothing else.
  await home.sandbox.control("/webhooks", { method: "PUT", body: { mode: "hold" } });
  await armFault(home.sandbox, { call: "order_get", kind: "status", status: 503, times: 0 });
  await home.sandbox.control(`/orders/${first}/complete`, { method: "POST", body: {} });
  await till.confirm("Send the new link");
  await expect(till.sheet).toBeHidden();
  await clearFaults(home.sandbox);
  await expect(till.status("Approved")).toBeVisible({ timeout: 20_000 });
  await expect(till.main).toContainText("The shopper finished first, so the sale was not cancelled.");
  expect(await messagesTo(home.sandbox, mobile)).toHaveLength(1);
  await till.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();
});

test("a lost link is joined by another only in so many words; when the first is paid, the sale is paid once", async ({
  home,
  till,
  shopper,
}) => {
  const { sandbox } = home;
  const mobile = someMobile();
  await armFault(sandbox, { call: "session_create", kind: "lose_answer" });
  await till.sendLink(8450, mobile);
  await till.shows("Not sure it was sent");
  const first = await orderSentTo(sandbox, mobile);

  const other = someMobile();
  await till.press("Send a new link…");
  await expect(till.sheet).toContainText("It is not known whether the first link was sent.");
  await till.sheet.getByText("Another number or e-mail").click();
  await till.sheet.getByLabel("Mobile number or e-mail").fill(other);
  await till.confirm("Send another link all the same");
  await till.shows("Waiting for shopper");
  const second = await orderSentTo(sandbox, other);

  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();
  await expect(till.main).toContainText("The shopper paid an earlier link: $84.50");
  await expect
    .poll(async () => (await booksOf(sandbox, second)).checkout_status, { timeout: 10_000 })
    .toBe("deleted");
  await till.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();
  expect(await booksOf(sandbox, first)).toMatchObject({ captured_in_cents: 8450 });
  expect(await requestsOf(sandbox, { order: second, call: "checkout_delete" })).toHaveLength(1);
});

test("a sale that was paid by two links takes its amount once, and the other is released by a press", async ({
  home,
  till,
  shopper,
}) => {
  const { sandbox } = home;
  const mobile = someMobile();
  await armFault(sandbox, { call: "session_create", kind: "lose_answer" });
  await till.sendLink(8450, mobile);
  await till.shows("Not sure it was sent");
  const first = await orderSentTo(sandbox, mobile);
  await till.press("Send a new link…");
  await till.confirm("Send another link all the same");
  await till.shows("Waiting for shopper");
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();
  await sandbox.control(`/orders/${first}/complete`, { method: "POST", body: {} });
  await expect(till.main).toContainText("Another link of this sale was approved too, for $84.50.");

  await till.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();
  await till.press("Close the other link…");
  await expect(till.sheet).toContainText("the shopper is not charged for it");
  await till.confirm("Release $84.50");
  await expect(till.main.getByText("Another link of this sale was approved too")).toBeHidden();
  expect(await booksOf(sandbox, first)).toMatchObject({ captured_in_cents: 0, released_in_cents: 8450 });
  await expect(till.status("Paid")).toBeVisible();
});

test("a manager enters the order that Sezzle's dashboard shows, and the sale goes on with it", {
  tag: "@long",
}, async ({ home, till, openDesk }) => {
  const { sandbox } = home;
  const mobile = someMobile();
  await armFault(sandbox, { call: "session_create", kind: "lose_answer" });
  const { saleUrl } = await till.sendLink(8450, mobile);
  await till.shows("Not sure it was sent");
  const orderUuid = await orderSentTo(sandbox, mobile);
  await expect(till.main.getByRole("button", { name: "Enter Sezzle's order…" })).toHaveCount(0);

  const desk = await openDesk();
  await desk.page.goto(`/orders/${saleUrl.split("/").at(-1)}`);
  await desk.page.getByRole("button", { name: "Enter Sezzle's order…" }).click();
  const sheet = desk.page.getByRole("dialog");
  await sheet.getByLabel("Order uuid").fill("3f0c2f0e-0000-4000-8000-000000000000");
  await sheet.getByRole("button", { name: "Ask Sezzle for it" }).click();
  await expect(sheet).toContainText("Sezzle does not know an order of this id for this shop.");
  await sheet.getByLabel("Order uuid").fill(orderUuid);
  await sheet.getByRole("button", { name: "Ask Sezzle for it" }).click();
  await expect(sheet).toBeHidden();
  await till.shows("Waiting for shopper");
  await expect(till.main).toContainText("Morgan entered Sezzle's order for this sale");
});

test("an approval that ran out is given again by Sezzle for a manager, and told as a refusal when it is not", {
  tag: "@long",
}, async ({ home, till, shopper, openDesk }) => {
  const { sandbox } = home;
  const { mobile, saleUrl } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(sandbox, mobile);
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();
  await sandbox.control(`/orders/${orderUuid}/expire-authorization`, { method: "POST", body: {} });
  await expect(till.status("Not charged")).toBeVisible({ timeout: 15_000 });
  await expect(till.main.getByRole("button", { name: "Approve again…" })).toHaveCount(0);

  const desk = await openDesk();
  await desk.page.goto(`/orders/${saleUrl.split("/").at(-1)}`);
  const askAgain = async () => {
    await desk.page.getByRole("button", { name: "Approve again…" }).click();
    await desk.page.getByRole("button", { name: "Ask Sezzle to approve it" }).click();
    await expect(desk.page.getByRole("dialog")).toBeHidden();
  };
  await sandbox.control("/settings", { method: "PUT", body: { spendingPowerCents: 100 } });
  await askAgain();
  await expect(desk.page.getByText("Sezzle did not approve the sale again.").first()).toBeVisible();
  await sandbox.control("/settings", { method: "PUT", body: { spendingPowerCents: 250_000 } });
  await askAgain();

  await expect(till.status("Approved")).toBeVisible();
  await till.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();
  const orders =
    await sandbox.control<{ reauthorized_from: string | null; captured_in_cents: number }[]>("/orders");
  expect(orders.filter((it) => it.reauthorized_from === orderUuid).map((it) => it.captured_in_cents)).toEqual(
    [8450, 0],
  );
  expect(await booksOf(sandbox, orderUuid)).toMatchObject({ captured_in_cents: 0 });
});
