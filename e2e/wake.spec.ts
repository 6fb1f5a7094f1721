import { orderSentTo } from "./support/books.ts";
import { openTcpProxy } from "./support/tcp-proxy.ts";
import { expect, test } from "./support/test.ts";
import { Till } from "./support/till.ts";

const live = (till: Till) => till.page.getByRole("status").getByText("Live", { exact: true });
/** What the time left reads, in seconds. */
async function secondsLeft(till: Till): Promise<number> {
  const [minutes, seconds] = ((await till.main.locator("time > span").first().textContent()) ?? "").split(
    ":",
  );
  return Number(minutes) * 60 + Number(seconds);
}

test("a tablet that wakes without a network does not call itself live, and with one it is right within two seconds", async ({
  home,
  openTill,
}) => {
  const network = await openTcpProxy(home.app.url);
  const till = await openTill({ url: network.url });
  await till.page.clock.install();
  const { mobile } = await till.sendLink(8_450);
  await till.shows("Waiting for shopper");
  const order = await orderSentTo(home.sandbox, mobile);

  network.hold();
  await till.page.clock.fastForward(60_000);
  await expect(live(till)).toBeHidden({ timeout: 1_500 });
  await expect(till.page.getByText(/^No connection since/)).toBeVisible({ timeout: 4_000 });
  await network.restore();
  await expect(live(till)).toBeVisible();

  // What happened during a sleep is there when the tablet has woken.
  network.hold();
  await home.sandbox.control(`/orders/${order}/complete`, { method: "POST", body: {} });
  await network.restore();
  await till.page.clock.fastForward(60_000);
  await expect(till.status("Approved")).toBeVisible({ timeout: 2_000 });
  await expect(live(till)).toBeVisible();
  await network.cut();
});

test("a tablet whose clock is five minutes fast counts down by the server's, and says so while a sale waits", {
  tag: "@long",
}, async ({ browser, home }) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, baseURL: home.app.url });
  const till = new Till(await context.newPage());
  await till.page.clock.install({ time: Date.now() + 300_000 });
  await till.signIn({ signInName: "casey", password: "maple-counter-1" }, "Register 1");
  const { mobile } = await till.sendLink(8_450);
  const sentAt = Date.now();
  await till.shows("Waiting for shopper");
  await orderSentTo(home.sandbox, mobile);
  await expect(till.page.getByText("This device's clock is 5 min fast.", { exact: false })).toBeVisible();
  // Half an hour from the sending, however long ago that is; what is left is shown in whole seconds, rounded up.
  const inAll = async () => (await secondsLeft(till)) + (Date.now() - sentAt) / 1_000;
  await expect.poll(inAll).toBeLessThanOrEqual(30 * 60 + 1);
  expect(await secondsLeft(till)).toBeGreaterThan(29 * 60);
  await context.close();
});

test("the screen of a sale that is over gives way to the next sale after a minute without a touch, one that waits does not; nor does what is typed, for a quarter of an hour", {
  tag: "@long",
}, async ({ home, till }) => {
  const { page } = till;
  await page.clock.install();
  const { mobile, saleUrl } = await till.sendLink(8_450);
  const order = await orderSentTo(home.sandbox, mobile);
  await home.sandbox.control(`/orders/${order}/complete`, { method: "POST", body: {} });
  await till.shows("Approved");
  await page.clock.fastForward(70_000);
  await expect(live(till)).toBeVisible();
  expect(page.url()).toBe(saleUrl);
  await till.press("Capture $84.50");
  await till.shows("Paid");
  await page.clock.fastForward(50_000);
  await till.main.getByText("Paid", { exact: true }).first().tap();
  await page.clock.fastForward(50_000);
  await expect(live(till)).toBeVisible();
  expect(page.url()).toBe(saleUrl);
  await page.clock.fastForward(20_000);
  await page.waitForURL("**/till");
  const amount = page.getByRole("textbox", { name: "Amount" });
  await expect(amount).toHaveValue("0.00");

  // What is being typed stays for longer, though not for as long as nobody comes back.
  await till.keyIn(8_450);
  await page.getByLabel("Shopper's mobile number").fill("612555");
  await page.clock.fastForward(14 * 60_000);
  await expect(live(till)).toBeVisible();
  await expect(amount).toHaveValue("84.50");
  await page.clock.fastForward(2 * 60_000);
  await expect(amount).toHaveValue("0.00");
  await expect(page.getByLabel("Shopper's mobile number")).toHaveValue("");
});
