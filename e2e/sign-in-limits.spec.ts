import { openHouse } from "./support/house.ts";
import { memberOf, signInOverHttp } from "./support/staff.ts";
import { expect, staff, test } from "./support/test.ts";

test("too many wrong sign-ins shut an account for a while, also after a restart, but no other account and no tablet that knows it", {
  tag: "@long",
}, async ({ browser, engine }) => {
  const house = await openHouse({ engine });
  const context = await browser.newContext({ baseURL: house.app.url });
  try {
    const { csrfToken } = await (await context.request.get("/api/auth/csrf")).json();
    const tryPassword = (password: string) =>
      context.request.post("/api/auth/callback/credentials", {
        form: { csrfToken, signInName: staff.cashier.signInName, password, json: "true" },
      });
    const tablet = await memberOf(browser, house, staff.cashier);
    // All at once: each is counted before it is checked.
    await Promise.all(Array.from({ length: 12 }, (_, index) => tryPassword(`wrong-${index}`)));

    await house.app.stop("SIGKILL");
    await house.app.start();
    const page = await context.newPage();
    const signIn = async ({ signInName, password }: { signInName: string; password: string }) => {
      await page.goto("/sign-in");
      await page.getByLabel("Sign-in name").fill(signInName);
      await page.getByLabel("Password", { exact: true }).fill(password);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
    };
    await signIn(staff.cashier);
    await expect(page.getByRole("alert").filter({ hasText: "too many wrong sign-ins" })).toBeVisible();
    // Where they have signed in before, what happens elsewhere does not shut them out.
    expect(await signInOverHttp(tablet.request, house.app.url, staff.cashier)).toBeNull();
    await tablet.context.close();
    await signIn({ signInName: "nobody-of-this-name", password: "wrong-password" });
    await expect(page.getByRole("alert").filter({ hasText: "do not fit" })).toBeVisible();
    await signIn(staff.manager);
    await expect(page.getByRole("heading", { name: "Today" })).toBeVisible();
  } finally {
    await context.close();
    await house.close();
  }
});
