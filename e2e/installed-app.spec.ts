import type { BrowserContext, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { booksFor } from "./support/books.ts";
import { expect, staff, test } from "./support/test.ts";
import { Till } from "./support/till.ts";

test("the till can be installed: its manifest names icons that are there, each as large as it says", async ({
  home,
  request,
}) => {
  const page = await (await request.get(`${home.app.url}/sign-in`)).text();
  expect(page).toContain('<link rel="manifest" href="/manifest.webmanifest"');
  const manifest = await (await request.get(`${home.app.url}/manifest.webmanifest`)).json();
  expect(manifest).toMatchObject({ name: "Till for Sezzle", start_url: "/", display: "standalone" });
  expect(manifest.display_override[0]).toBe("fullscreen");
  const pictures = manifest.icons.filter((it: { type: string }) => it.type === "image/png");
  expect(pictures.map((it: { purpose?: string }) => it.purpose ?? "any").sort()).toEqual([
    ...["any", "any", "maskable", "maskable"],
  ]);
  for (const { src, sizes } of pictures) {
    const png = await (await request.get(`${home.app.url}${src}`)).body();
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
  }
});

test("without any network a page says what that means for the sales, and the till comes back by itself", async ({
  openTill,
}) => {
  const till = await openTill();
  const { page } = till;
  const { saleUrl } = await till.sendLink(8_450);
  await till.shows("Waiting for shopper");
  await workerControls(page);
  await page.reload();
  await page.context().setOffline(true);
  await page.goto(saleUrl);
  await expect(page.getByRole("heading", { name: "No connection" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("No sale is lost.");
  await expect(page.getByRole("heading")).toHaveCount(1);
  await expectAccessible(page, "no network");
  await page.evaluate(() => localStorage.setItem("till-language", "fr-CA"));
  await page.reload();
  await expect(page.getByRole("heading", { name: "Aucune connexion" })).toBeVisible();

  await page.context().setOffline(false);
  await till.shows("Waiting for shopper");
  expect(page.url()).toBe(saleUrl);
  // A browser keeps nothing of any sale: only what is the same for everybody.
  const kept = await page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((it) => window.caches.open(it)));
    return (await Promise.all(caches.map((it) => it.keys()))).flat().map((it) => new URL(it.url).pathname);
  });
  expect(kept).toContain("/offline");
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.filter((it) => it !== "/offline" && !it.startsWith("/_next/static/"))).toEqual([]);
});

test("a page of an earlier build says that a new version is there, and takes it once nobody types", {
  tag: "@long",
}, async ({ browser, home, till }) => {
  const context = await browser.newContext({ baseURL: home.app.url, serviceWorkers: "block" });
  const old = new Till(await context.newPage());
  await makeOld(context, await buildOf(till.page));
  await old.page.clock.install();
  await old.signIn(staff.cashier, "Register 1");
  const offer = old.page.getByRole("button", { name: /^A new version is ready/ });
  await expect(offer).toBeVisible();
  const amount = old.page.getByLabel("Amount", { exact: true });

  await old.keyIn(12);
  await old.page.clock.fastForward(20_000);
  // Two looks later what is typed is still there.
  await old.page.clock.fastForward(3_000);
  await expect(old.page.getByText("Live", { exact: true })).toBeVisible();
  await expect(amount).toHaveValue("0.12");
  await context.unrouteAll();
  await amount.press("Backspace");
  await amount.press("Backspace");
  const loaded = old.page.waitForEvent("load");
  await expect(old.page.getByText("Live", { exact: true })).toBeVisible();
  await old.page.clock.fastForward(20_000);
  await loaded;
  await expect(old.page.getByText("Live", { exact: true })).toBeVisible();
  await expect(offer).toHaveCount(0);
  await context.close();
});

test("a press on a page whose server was updated does nothing, says so, and is made once after loading", {
  tag: "@long",
}, async ({ home, till, shopper }) => {
  const { page } = till;
  const { mobile } = await till.sendLink(8_450);
  await shopper.complete(mobile);
  await till.shows("Approved");
  await page.route("**/till/sales/*", async (route) => {
    const headers = route.request().headers();
    const action = headers["next-action"];
    // What an earlier build called its actions, the server of this one does not know.
    if (action) headers["next-action"] = action.replaceAll(/[0-9]/g, "f");
    await route.continue({ headers });
  });
  await till.press("Capture $84.50");
  await expect(till.main).toContainText("The till was updated while this page was open.");
  await expect(till.main).toContainText("This press did nothing.");
  await page.unrouteAll();
  expect((await booksFor(home.sandbox, mobile)).movements).toEqual([]);
  await page.reload();
  await till.press("Capture $84.50");
  await till.shows("Paid");
  expect((await booksFor(home.sandbox, mobile)).movements).toHaveLength(1);
});

test("the screen is kept awake while a sale waits, and again after the browser let it sleep", async ({
  till,
}) => {
  const { page } = till;
  await page.addInitScript(() => {
    const locks: { released: boolean }[] = [];
    const request = async () => {
      const lock = { released: false, release: async () => {} };
      locks.push(lock);
      return lock;
    };
    Object.assign(navigator.wakeLock, { request });
    Object.assign(window, { locks });
  });
  await till.sendLink(8_450);
  await page.reload();
  await till.shows("Waiting for shopper");
  const letGo = () =>
    page.evaluate(() => {
      const { locks } = window as unknown as { locks: { released: boolean }[] };
      const held = locks.filter((it) => !it.released);
      for (const it of held) it.released = true;
      return held.length;
    });
  await expect.poll(letGo).toBe(1);
  // As a browser does that is looked at again.
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect.poll(letGo).toBe(1);
});

/** Waits until the page's service worker answers for it. */
async function workerControls(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** The build a page is of, as the address of its service worker says. */
async function buildOf(page: Page): Promise<string> {
  await workerControls(page);
  const address = await page.evaluate(() => navigator.serviceWorker.controller?.scriptURL ?? "");
  return new URL(address).searchParams.get("build") ?? "";
}

/** Has the browser load the app's files as a build before this one had them. */
async function makeOld(context: BrowserContext, build: string): Promise<void> {
  await context.route("**/_next/static/**/*.js", async (route) => {
    const answer = await route.fetch();
    const body = (await answer.text()).replaceAll(build, "of-before");
    // A newer build's files have other names: these must not be found in the browser's cache in their place.
    await route.fulfill({
      response: answer,
      headers: { ...answer.headers(), "cache-control": "no-store" },
      body,
    });
  });
}
