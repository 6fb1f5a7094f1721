import { changeRows } from "./support/database.ts";
import { expect, test } from "./support/own-house.ts";
import { interceptAction, resendAction } from "./support/server-action.ts";
import { staff } from "./support/test.ts";

test.setTimeout(90_000);

const withinSeconds = { timeout: 6_000 };

test("a wrong password is refused with a sentence, the same one for a name that does not exist", async ({
  home,
  page,
}) => {
  await page.goto(home.app.url);
  for (const signInName of [staff.cashier.signInName, "nobody"]) {
    await page.getByLabel("Sign-in name").fill(signInName);
    await page.getByLabel("Password", { exact: true }).fill("wrong-password-1");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByText("The sign-in name and password do not fit.")).toBeVisible();
    await expect(page).toHaveURL(/\/sign-in/);
  }
});

test("a disabled person's open till ends within seconds, and what it still sends is refused", async ({
  home,
  till,
  openTill,
}) => {
  const { page } = till;
  await till.sendLink(8450);
  await till.shows("Waiting for shopper");
  await till.press("Cancel this sale…");
  const cancelling = await interceptAction(page, () => till.confirm("Cancel the sale"));
  const manager = await openTill({ person: staff.manager });

  changeRows(
    home.database,
    "update people set disabled_at = ? where sign_in_name = ?",
    Date.now(),
    staff.cashier.signInName,
  );
  await expect(page.getByRole("heading", { name: "You are signed out" })).toBeVisible(withinSeconds);
  await expect(manager.page.getByText("Live", { exact: true })).toBeVisible();

  const answer = await resendAction(page.context().request, cancelling);
  expect(await answer.text()).toContain("You are signed out.");
  expect(await home.sandbox.control("/requests?call=checkout_delete")).toEqual([]);

  await page.goto("/");
  await page.getByLabel("Sign-in name").fill(staff.cashier.signInName);
  await page.getByLabel("Password", { exact: true }).fill(staff.cashier.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("The sign-in name and password do not fit.")).toBeVisible();
});

test("changing the password ends the person's session on every other tablet", { tag: "@long" }, async ({
  till,
  openTill,
}) => {
  const other = await openTill({ register: "Register 2" });
  const { page } = till;
  const next = "another-counter-22";
  await page.getByRole("button", { name: "Casey" }).click();
  await page.getByRole("menuitem", { name: "Account" }).click();
  await page.getByLabel("Current password").fill("not-the-password");
  await page.getByLabel("New password", { exact: true }).fill(next);
  await page.getByLabel("New password again").fill(next);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("The current password is not right.")).toBeVisible();
  await expect(other.page.getByText("Live", { exact: true })).toBeVisible();

  await page.getByLabel("Current password").fill(staff.cashier.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await page.waitForURL("**/sign-in**");
  await expect(other.page.getByRole("heading", { name: "You are signed out" })).toBeVisible({
    timeout: 6_000,
  });
  const withNewPassword = await openTill({ person: { ...staff.cashier, password: next } });
  await expect(withNewPassword.page.getByText("Live", { exact: true })).toBeVisible();
});
