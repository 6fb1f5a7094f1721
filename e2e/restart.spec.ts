import { armFault, booksOf, orderSentTo, requestsOf } from "./support/books.ts";
import { expect, test } from "./support/own-house.ts";
import { countReloads } from "./support/reloads.ts";

test.setTimeout(120_000);

test("a sale approved while the app was dead shows so after the restart, by itself, and can be captured", {
  tag: "@long",
}, async ({ home, till, phone }) => {
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(home.sandbox, mobile);
  await till.shows("Waiting for shopper");
  await phone.openLink(mobile);
  await phone.fillIn();
  await phone.page.getByRole("button", { name: "Continue" }).click();
  const reloads = countReloads(till.page);

  await home.app.stop("SIGKILL");
  await phone.page.getByRole("button", { name: "Complete purchase" }).click();
  await expect
    .poll(async () => (await booksOf(home.sandbox, orderUuid)).authorized_in_cents, { timeout: 10_000 })
    .toBe(8450);
  await expect(till.page.getByText(/^No connection since/)).toBeVisible();

  await home.app.start();
  await expect(till.status("Approved")).toBeVisible({ timeout: 15_000 });
  await till.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();
  expect((await booksOf(home.sandbox, orderUuid)).captured_in_cents).toBe(8450);
  expect(reloads()).toBe(0);
});

test("a capture whose process died is not confirmed until Sezzle is asked, and takes the money once", {
  tag: "@long",
}, async ({ home, till, shopper }) => {
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(home.sandbox, mobile);
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();
  const captures = () => requestsOf(home.sandbox, { order: orderUuid, call: "capture" });

  // Longer than a lease: when the dead process is noticed, Sezzle has not acted yet and its order shows nothing.
  await armFault(home.sandbox, { call: "capture", kind: "delay", delayMs: 30_000 });
  await till.press("Capture $84.50");
  await expect.poll(async () => (await captures()).length).toBe(1);
  await home.app.stop("SIGKILL");
  await home.app.start();

  await expect(till.page.getByText("Live", { exact: true })).toBeVisible({ timeout: 15_000 });
  await expect(till.status("Taking $84.50…")).toBeVisible();
  await expect(till.status("Paid")).toBeHidden();
  await expect(till.status("Not confirmed yet").first()).toBeVisible({ timeout: 25_000 });
  expect((await captures()).length).toBe(1);

  await till.press("Ask Sezzle now");
  await expect(till.status("Paid")).toBeVisible();
  // The first try still hangs at Sezzle: when it comes through it must find the answer to the second.
  await expect
    .poll(
      async () => (await captures()).map(({ status, acted, replayed }) => ({ status, acted, replayed })),
      {
        timeout: 40_000,
      },
    )
    .toEqual([
      { status: 200, acted: true, replayed: false },
      { status: 200, acted: false, replayed: true },
    ]);
  expect(new Set((await captures()).map((it) => it.request_id)).size).toBe(1);
  expect((await booksOf(home.sandbox, orderUuid)).movements).toMatchObject([
    { kind: "capture", amount_in_cents: 8450 },
  ]);
});

test("a capture that Sezzle carried out while its process was dead ends paid by itself", async ({
  home,
  till,
  shopper,
}) => {
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(home.sandbox, mobile);
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();
  const captures = () => requestsOf(home.sandbox, { order: orderUuid, call: "capture" });

  await armFault(home.sandbox, { call: "capture", kind: "delay_after", delayMs: 20_000 });
  await till.press("Capture $84.50");
  await expect.poll(async () => (await captures()).map((it) => it.acted)).toEqual([true]);
  await home.app.stop("SIGKILL");
  await home.app.start();

  await expect(till.status("Paid")).toBeVisible({ timeout: 25_000 });
  expect(await captures()).toHaveLength(1);
  expect((await booksOf(home.sandbox, orderUuid)).captured_in_cents).toBe(8450);
});

test("an app that is asked to end does so within five seconds, though tablets are connected", {
  tag: "@long",
}, async ({ home, till, openTill }) => {
  const second = await openTill({ register: "Register 2" });
  const askedAt = Date.now();
  await home.app.stop("SIGTERM");
  expect(Date.now() - askedAt).toBeLessThan(5_000);
  for (const tablet of [till, second]) {
    await expect(tablet.page.getByText(/^No connection since/)).toBeVisible();
  }

  await home.app.start();
  for (const tablet of [till, second]) {
    await expect(tablet.page.getByText("Live", { exact: true })).toBeVisible({ timeout: 15_000 });
  }
});
