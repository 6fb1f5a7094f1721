import { booksOf, orderSentTo } from "./support/books.ts";
import { countReloads } from "./support/reloads.ts";
import { openTcpProxy, type TcpProxy } from "./support/tcp-proxy.ts";
import { test as base, expect } from "./support/test.ts";

const test = base.extend<{ network: TcpProxy }>({
  network: async ({ home }, use) => {
    const network = await openTcpProxy(home.app.url);
    await use(network);
    await network.cut();
  },
});

const withinTenSeconds = { timeout: 10_000 };

test("a till whose connection is cut says so, and shows what it missed without a reload", {
  tag: "@long",
}, async ({ openTill, network, shopper }) => {
  const till = await openTill({ url: network.url });
  const other = await openTill();
  const { mobile, saleUrl } = await till.sendLink(8450);
  await till.shows("Waiting for shopper");
  const reloads = countReloads(till.page);

  await network.cut();
  await expect(till.page.getByRole("alert").getByText(/^No connection since/)).toBeVisible(withinTenSeconds);
  await expect(till.page.getByRole("status").getByText("No connection", { exact: true })).toBeVisible();

  await other.page.goto(new URL(new URL(saleUrl).pathname, other.page.url()).href);
  await shopper.complete(mobile);
  await expect(other.status("Approved")).toBeVisible();
  await expect(till.status("Waiting for shopper")).toBeVisible();

  await network.restore();
  await expect(till.status("Approved")).toBeVisible(withinTenSeconds);
  await expect(till.page.getByText("Live", { exact: true })).toBeVisible();
  await expect(till.page.getByText(/No connection/)).toBeHidden();
  expect(reloads()).toBe(0);
});

test("a stream that is open but dead is noticed within ten seconds", { tag: "@long" }, async ({
  openTill,
  network,
  shopper,
}) => {
  const till = await openTill({ url: network.url });
  const { mobile } = await till.sendLink(8450);
  await till.shows("Waiting for shopper");
  const reloads = countReloads(till.page);

  network.hold();
  await expect(till.page.getByText(/^No connection since/)).toBeVisible(withinTenSeconds);
  await shopper.complete(mobile);
  await expect(till.status("Waiting for shopper")).toBeVisible();

  await network.restore();
  await expect(till.status("Approved")).toBeVisible({ timeout: 15_000 });
  await expect(till.page.getByText(/No connection/)).toBeHidden();
  expect(reloads()).toBe(0);
});

test("a tablet that drops out of the network says so at once and comes back by itself", async ({
  till,
  shopper,
}) => {
  const { mobile } = await till.sendLink(8450);
  await till.shows("Waiting for shopper");
  const reloads = countReloads(till.page);

  await till.page.context().setOffline(true);
  await expect(till.page.getByText(/^No connection since/)).toBeVisible({ timeout: 2_000 });
  await shopper.complete(mobile);

  await till.page.context().setOffline(false);
  await expect(till.status("Approved")).toBeVisible(withinTenSeconds);
  await expect(till.page.getByText(/No connection/)).toBeHidden();
  expect(reloads()).toBe(0);
});

test("a capture pressed without a connection is told as not known, and pressing again takes the money once", async ({
  home,
  openTill,
  network,
  shopper,
}) => {
  const till = await openTill({ url: network.url });
  const { mobile } = await till.sendLink(8450);
  const orderUuid = await orderSentTo(home.sandbox, mobile);
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();

  await network.cut();
  await till.press("Capture $84.50");
  const problem = till.main.getByRole("alert");
  await expect(problem).toContainText("The till's server did not answer.");
  await expect(problem).toContainText("It is not known whether the request arrived.");
  expect((await booksOf(home.sandbox, orderUuid)).captured_in_cents).toBe(0);

  await network.restore();
  await expect(till.page.getByText("Live", { exact: true })).toBeVisible(withinTenSeconds);
  await till.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();
  expect((await booksOf(home.sandbox, orderUuid)).movements).toMatchObject([
    { kind: "capture", amount_in_cents: 8450 },
  ]);
});
