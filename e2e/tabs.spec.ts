import { openTcpProxy } from "./support/tcp-proxy.ts";
import { expect, test } from "./support/test.ts";
import { Till } from "./support/till.ts";

test("the tabs of a browser share one stream, and when the one that reads it is closed another takes over", {
  tag: "@long",
}, async ({ home, openTill, shopper }) => {
  const network = await openTcpProxy(home.app.url);
  const streams = () => network.connectionsFor("/api/events");
  const leading = await openTill({ url: network.url });
  const { mobile, saleUrl } = await leading.sendLink(8450);
  const context = leading.page.context();
  const others = [new Till(await context.newPage()), new Till(await context.newPage())];
  for (const { page } of others) {
    await page.goto(saleUrl);
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
  }
  await expect.poll(streams).toBe(1);

  await leading.page.close();
  await expect.poll(streams).toBe(1);
  await shopper.complete(mobile);
  for (const tab of others) await expect(tab.status("Approved")).toBeVisible({ timeout: 10_000 });
  for (const { page } of others) await expect(page.getByText("Live", { exact: true })).toBeVisible();
  expect(streams()).toBe(1);

  await others[0]?.press("Capture $84.50");
  for (const tab of others) await expect(tab.status("Paid")).toBeVisible();
  await network.cut();
});

test("ten tabs of one browser are all live at once", { tag: "@long" }, async ({ till }) => {
  const { saleUrl } = await till.sendLink(8450);
  const context = till.page.context();
  const pages = await Promise.all(Array.from({ length: 9 }, () => context.newPage()));
  for (const page of pages) await page.goto(saleUrl);
  for (const page of pages) await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await till.press("Cancel this sale…");
  await till.confirm("Cancel the sale");
  for (const page of pages) {
    await expect(page.getByRole("main").getByText("Cancelled", { exact: true })).toBeVisible();
  }
});
