import { Desk } from "./support/desk.ts";
import { expect, test } from "./support/own-house.ts";
import { staff } from "./support/test.ts";

test.setTimeout(120_000);

/** What is to end within a second, on a machine that has more to do. */
const withinASecond = { timeout: 2_500 };

test("a manager adds a cashier, who chooses a password of their own and can sell at once", {
  tag: "@long",
}, async ({ home, openDesk, openTill, browser }) => {
  const desk = await openDesk();
  await desk.go("People");
  await desk.press("Add somebody");
  await desk.sheet.getByRole("button", { name: "Add", exact: true }).click();
  await expect(desk.sheet).toContainText("Type the name that colleagues see.");
  await desk.sheet.getByLabel("Name", { exact: true }).fill("Alex");
  await desk.sheet.getByLabel("Sign-in name").fill(staff.cashier.signInName);
  await desk.sheet.getByRole("button", { name: "Add", exact: true }).click();
  await expect(desk.sheet.getByRole("alert")).toContainText("Somebody signs in with this name already.");
  await desk.sheet.getByLabel("Sign-in name").fill("Alex.M");
  await desk.confirm(/^Add$/);
  await expect(desk.page.getByText("Tell Alex this temporary password")).toBeVisible();
  const temporary = await desk.temporaryPassword();
  await expect(desk.page.getByRole("list", { name: "People" })).toContainText("has not signed in yet");

  const context = await browser.newContext({ baseURL: home.app.url });
  const first = new Desk(await context.newPage());
  const { page } = first;
  await first.enter({ signInName: "alex.m", password: temporary });
  await expect(page.getByText("Your password was a temporary one.")).toBeVisible();
  const choose = async (next: string, again = next) => {
    await page.getByLabel("New password", { exact: true }).fill(next);
    await page.getByLabel("New password again").fill(again);
    await page.getByRole("button", { name: "Choose it and sign in" }).click();
  };
  await choose("short");
  await expect(page.getByText("Use at least 10 characters.")).toBeVisible();
  await choose("a-counter-of-my-own", "a-counter-of-mine");
  await expect(page.getByText("The two are not the same.")).toBeVisible();
  await choose(temporary);
  await expect(page.getByRole("alert").filter({ hasText: "This password will not do." })).toBeVisible();
  await choose("a-counter-of-my-own");
  await expect(page.getByRole("heading", { name: "Which register is this?" })).toBeVisible();
  await context.close();

  const till = await openTill({ person: { signInName: "alex.m", password: "a-counter-of-my-own" } });
  await till.sendLink(4620);
  await till.shows("Waiting for shopper");
});

test("disabling a cashier ends their open till within a second, and letting them in again opens the door", {
  tag: "@long",
}, async ({ openDesk, openTill }) => {
  const till = await openTill();
  await till.sendLink(8450);
  await till.shows("Waiting for shopper");
  const desk = await openDesk();
  await desk.go("People");
  await desk.page.getByRole("link", { name: /Casey/ }).click();
  await desk.press("Disable…");
  await expect(desk.sheet).toContainText("Casey can no longer sign in");
  await desk.confirm("Disable");
  await expect(till.page.getByRole("heading", { name: "You are signed out" })).toBeVisible(withinASecond);
  const { page } = till;
  await new Desk(page).enter(staff.cashier);
  await expect(page.getByText("The sign-in name and password do not fit.")).toBeVisible();

  await desk.press("Let sign in again…");
  await desk.confirm("Let them sign in");
  await new Desk(page).enter(staff.cashier);
  await expect(page).toHaveURL(/\/till$/);
  const activity = desk.page.getByRole("region", { name: "What they did" });
  await desk.page.reload();
  for (const line of ["Morgan disabled Casey", "Morgan let Casey sign in again", "A sign-in was refused"]) {
    await expect(activity).toContainText(line);
  }
});

test("a reset password signs its person out everywhere and is theirs to choose anew", {
  tag: "@long",
}, async ({ openDesk, openTill }) => {
  const till = await openTill();
  const desk = await openDesk();
  await desk.go("People");
  await desk.page.getByRole("link", { name: /Casey/ }).click();
  await desk.press("Reset password…");
  await desk.confirm("Reset the password");
  const temporary = await desk.temporaryPassword();
  const { page } = till;
  await expect(page.getByRole("heading", { name: "You are signed out" })).toBeVisible(withinASecond);
  await new Desk(page).enter(staff.cashier);
  await expect(page.getByText("The sign-in name and password do not fit.")).toBeVisible();
  await new Desk(page).enter({ ...staff.cashier, password: temporary });
  await page.getByLabel("New password", { exact: true }).fill("casey-chose-this");
  await page.getByLabel("New password again").fill("casey-chose-this");
  await page.getByRole("button", { name: "Choose it and sign in" }).click();
  await expect(page.getByText("Use at least")).toHaveCount(0);
  await expect(page.getByText("Leave your sign-in name out of the password.")).toBeVisible();
  await page.getByLabel("New password", { exact: true }).fill("chosen-by-myself");
  await page.getByLabel("New password again").fill("chosen-by-myself");
  await page.getByRole("button", { name: "Choose it and sign in" }).click();
  await expect(page).toHaveURL(/\/till$/);
});

test("who is taken out of a store sees nothing more of it, on a screen that stays open", {
  tag: "@long",
}, async ({ openDesk, openTill }) => {
  const till = await openTill();
  const owner = await openDesk({ person: staff.owner });
  await owner.go("People");
  await owner.page.getByRole("link", { name: /Casey/ }).click();
  const role = owner.page.getByRole("group", { name: "Maple Street" });
  await role.getByText("Not here").click();
  await owner.press("Change…");
  await expect(owner.sheet).toContainText("Casey no longer sees Maple Street");
  await owner.confirm("Leave as it is");
  await owner.press("Change…");
  await owner.confirm("Take them out");
  await expect(role.getByRole("radio", { name: "Not here" })).toBeChecked();

  // The till that stands open loads itself anew, and says so.
  await expect(till.page.getByText("You are in no store with a register yet.")).toBeVisible(withinASecond);
  const seller = await openTill({ person: staff.manager, register: "Register 2" });
  const { mobile } = await seller.sendLink(7730);
  await seller.shows("Waiting for shopper");
  await till.page.goto("/orders");
  await expect(till.page.getByText("No orders yet")).toBeVisible();
  await expect(till.page.getByText(`-${mobile.slice(-4)}`)).toHaveCount(0);

  await role.getByText("Manager").click();
  await owner.press("Change…");
  await owner.confirm("Make a manager");
  await expect(role.getByRole("radio", { name: "Manager" })).toBeChecked();
  await till.page.goto("/people");
  await expect(till.page.getByRole("heading", { name: "People" })).toBeVisible();
});

test("an owner makes another owner, and cannot be left without one", { tag: "@long" }, async ({
  openDesk,
}) => {
  const owner = await openDesk({ person: staff.owner });
  await owner.go("People");
  await owner.page.getByRole("link", { name: /Olive/ }).click();
  await expect(owner.page.getByRole("main")).toContainText("Owner of all stores");
  await expect(owner.page.getByRole("button", { name: /owner|Disable/ })).toHaveCount(0);

  await owner.go("People");
  await owner.page.getByRole("link", { name: /Morgan/ }).click();
  await owner.press("Make an owner…");
  await owner.confirm("Make an owner");
  await expect(owner.page.getByRole("main")).toContainText("Owner of all stores");
  const other = await openDesk();
  await other.go("People");
  await other.page.getByRole("link", { name: /Olive/ }).click();
  await other.press("No longer an owner…");
  await other.confirm("Take it");
  await expect(other.page.getByRole("main")).toContainText("Morgan made Olive no longer an owner");
  await owner.page.goto("/people");
  await expect(owner.page.getByText("There is nothing here")).toBeVisible();
});
