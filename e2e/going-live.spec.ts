import { randomBytes } from "node:crypto";
import { AppProcess } from "./support/app-process.ts";
import { freePort } from "./support/free-port.ts";
import { openHouse } from "./support/house.ts";
import { startSandbox } from "./support/sandbox-process.ts";
import { ShopperPhone } from "./support/shopper.ts";
import { expect, test } from "./support/test.ts";
import { Till } from "./support/till.ts";

const withKeys = {
  SEZZLE_ENV: "sandbox",
  SEZZLE_PUBLIC_KEY: "sz_pub_local",
  SEZZLE_PRIVATE_KEY: "sz_pr_local",
  AUTH_SECRET: randomBytes(32).toString("hex"),
};

test("a till with keys has no demo: the code from its log makes the owner and the first store, once", {
  tag: "@long",
}, async ({ browser, engine }) => {
  const house = await openHouse({ engine, environment: withKeys });
  const context = await browser.newContext({
    baseURL: house.app.url,
    viewport: { width: 1280, height: 800 },
  });
  try {
    const page = await context.newPage();
    await page.goto("/");
    await page.waitForURL("**/welcome");
    const code = /one-time code ([A-Z0-9]{12})/.exec(house.app.output)?.[1] ?? "";
    expect(code).not.toBe("");

    await page.getByLabel("One-time code").fill("WRONGWRONG22");
    await page.getByLabel("Your name").fill("Ada");
    await page.getByLabel("Sign-in name").fill("ada");
    await page.getByLabel("Password", { exact: true }).fill("a-long-passphrase");
    await page.getByLabel("Store's name").fill("Corner Shop");
    await page.getByLabel("Store's code").fill("corner");
    await page.getByLabel("Country").selectOption("CA");
    await page.getByLabel("Time zone").selectOption("America/Halifax");
    await page.getByRole("button", { name: "Set up the till" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "This is not the code" })).toBeVisible();
    await page.getByLabel("One-time code").fill(code.toLowerCase());
    await page.getByRole("button", { name: "Set up the till" }).click();
    await page.waitForURL("**/sign-in");
    await expect(page.getByText("This is a demo")).toHaveCount(0);

    const till = new Till(page);
    await till.signIn({ signInName: "ada", password: "a-long-passphrase" }, "Register 1");
    await expect(page.getByText("Sezzle's sandbox: no real money moves")).toBeVisible();
    const { mobile } = await till.sendLink(4500);
    const phone = new ShopperPhone(await (await browser.newContext()).newPage(), house.sandbox);
    await phone.buy(mobile);
    await till.shows("Approved");
    await till.press(/^Capture .*45\.00$/);
    await till.shows("Paid");

    const second = await browser.newContext({ baseURL: house.app.url });
    const answer = await second.request.get("/welcome");
    expect(answer.status()).toBe(404);
    await second.close();
  } finally {
    await context.close();
    await house.close();
  }
});

test("a database of one mode or merchant refuses to start for another, in one line, and stays as it is", {
  tag: "@long",
}, async ({ engine }) => {
  const house = await openHouse({ engine, environment: withKeys });
  const otherMerchant = await startSandbox({ publicKey: "sz_pub_other", privateKey: "sz_pr_other" });
  try {
    // The first start has met its merchant once it has subscribed.
    await expect.poll(() => house.app.output).toContain("subscribed to Sezzle's webhooks");
    await house.app.stop();
    const { database } = house;
    const startWith = async (gatewayUrl: string, environment: Record<string, string>) => {
      const app = new AppProcess({ port: await freePort(), database, gatewayUrl, environment });
      await app.start().catch(() => undefined);
      await expect.poll(() => app.output, { timeout: 15_000 }).toMatch(/Set DATABASE_URL|set DATABASE_URL/);
      await app.stop();
      return app.output;
    };
    expect(await startWith(house.sandbox.url, {})).toContain(
      "was made for SEZZLE_ENV=sandbox and refuses SEZZLE_ENV=local",
    );
    const others = { ...withKeys, SEZZLE_PUBLIC_KEY: "sz_pub_other", SEZZLE_PRIVATE_KEY: "sz_pr_other" };
    expect(await startWith(otherMerchant.url, others)).toContain(
      "belongs to another merchant than this database",
    );
    await house.app.start();
    expect((await fetch(`${house.app.url}/api/health/ready`)).status).toBe(200);
  } finally {
    await otherMerchant.stop();
    await house.close();
  }
});
