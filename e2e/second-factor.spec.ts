import { appCode, type Desk } from "./support/desk.ts";
import { expect, test } from "./support/own-house.ts";
import { staff } from "./support/test.ts";

test.setTimeout(150_000);

/** Turns the second factor on at the account's page. Returns its secret, and the recovery codes. */
async function turnOn(desk: Desk, password: string): Promise<{ secret: string; codes: string[] }> {
  const { page } = desk;
  await desk.go("Account");
  await desk.press("Turn on…");
  await desk.sheet.getByLabel("Current password").fill("not-the-password");
  await desk.sheet.getByRole("button", { name: "Go on" }).click();
  await expect(desk.sheet.getByRole("alert")).toContainText("The current password is not right.");
  await desk.sheet.getByLabel("Current password").fill(password);
  await desk.confirm("Go on");
  await expect(page.getByRole("img", { name: "QR code for your authenticator app" })).toBeVisible();
  const secret = (await page.getByText(/^[A-Z2-7]{32}$/).textContent()) ?? "";
  await page.getByLabel("2. The six digits the app shows").fill("000000");
  await page.getByRole("button", { name: "Turn on", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "This is not the code" })).toBeVisible();
  // The code of the step before is still good: those of now and after are left for signing in.
  await page.getByLabel("2. The six digits the app shows").fill(appCode(secret, -1));
  await page.getByRole("button", { name: "Turn on", exact: true }).click();
  await expect(page.getByText("Keep these recovery codes")).toBeVisible();
  const codes = await page
    .getByRole("listitem")
    .filter({ hasText: /^\w{4}(-\w{4}){3}$/ })
    .allTextContents();
  expect(codes).toHaveLength(10);
  await desk.press("I have kept them");
  await expect(page.getByText("On: signing in asks for a code, too.")).toBeVisible();
  return { secret, codes };
}

test("a manager's second factor is asked for from then on, and a recovery code stands in when the app is lost", {
  tag: "@long",
}, async ({ openDesk }) => {
  const other = await openDesk();
  const desk = await openDesk();
  const { page } = desk;
  const { secret, codes } = await turnOn(desk, staff.manager.password);
  await expect(other.page.getByRole("heading", { name: "You are signed out" })).toBeVisible();

  await desk.signOut("Morgan");
  await desk.enter(staff.manager);
  const code = page.getByLabel("Code of your second factor");
  const signIn = page.getByRole("button", { name: "Sign in", exact: true });
  await code.fill("000000");
  await signIn.click();
  await expect(page.getByRole("alert").filter({ hasText: "The code is not right" })).toBeVisible();
  await code.fill(appCode(secret));
  await signIn.click();
  await page.waitForURL("**/today");

  await desk.signOut("Morgan");
  await desk.enter(staff.manager);
  await code.fill(appCode(secret));
  await signIn.click();
  await expect(page.getByRole("alert").filter({ hasText: "was used before" })).toBeVisible();
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(page.getByLabel("Sign-in name")).toHaveValue("");
  await desk.enter(staff.manager);
  await code.fill(codes[0] ?? "");
  await signIn.click();
  await page.waitForURL("**/today");

  await desk.go("Account");
  await expect(page.getByText("9 of 10 recovery codes are left.")).toBeVisible();
  await desk.press("New recovery codes…");
  await desk.sheet.getByLabel("Current password").fill(staff.manager.password);
  await desk.sheet.getByLabel("Code of your second factor").fill(codes[1] ?? "");
  await desk.confirm("Make new codes");
  await desk.press("I have kept them");
  await expect(page.getByText("10 of 10 recovery codes are left.")).toBeVisible();
  await desk.press("Turn off…");
  await desk.sheet.getByLabel("Current password").fill(staff.manager.password);
  await desk.sheet.getByLabel("Code of your second factor").fill(codes[2] ?? "");
  await desk.sheet.getByRole("button", { name: "Turn it off" }).click();
  await expect(desk.sheet.getByRole("alert")).toContainText("The code is not right");
  await desk.sheet.getByLabel("Code of your second factor").fill(appCode(secret, 1));
  await desk.confirm("Turn it off");
  await expect(page.getByText("Off: the password alone opens the door.")).toBeVisible();
});

test("who has lost the app and every recovery code is let in again by the owner", { tag: "@long" }, async ({
  openDesk,
}) => {
  const desk = await openDesk();
  const { secret } = await turnOn(desk, staff.manager.password);
  await desk.signOut("Morgan");
  const owner = await openDesk({ person: staff.owner });
  await owner.go("People");
  await owner.page.getByRole("link", { name: /Morgan/ }).click();
  await owner.press("Reset password…");
  await owner.confirm("Reset the password");
  const temporary = await owner.temporaryPassword();

  // A wrong code is asked for again, and the password that was chosen meanwhile stays.
  const { page } = desk;
  await desk.enter({ ...staff.manager, password: temporary });
  await page.getByLabel("Code of your second factor").fill("000000");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByLabel("New password", { exact: true }).fill("chosen-by-myself");
  await page.getByLabel("New password again").fill("chosen-by-myself");
  await page.getByRole("button", { name: "Choose it and sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "The code is not right" })).toBeVisible();
  await page.getByLabel("Code of your second factor").fill(appCode(secret));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/today");
  await desk.signOut("Morgan");

  await owner.press("Turn off second factor…");
  await owner.confirm("Turn it off");
  await expect(owner.page.getByRole("main")).toContainText("Olive turned off Morgan's second factor");
  await desk.signIn({ ...staff.manager, password: "chosen-by-myself" });
});
