import { booksFor, requestsOf } from "./support/books.ts";
import { changeRows, readRows } from "./support/database.ts";
import { expect, staff, test } from "./support/test.ts";

test.setTimeout(90_000);

const withinSeconds = { timeout: 6_000 };

test("signing out ends the session everywhere its cookie was kept", { tag: "@long" }, async ({
  home,
  till,
  browser,
}) => {
  const { page } = till;
  const copy = await browser.newContext({ storageState: await page.context().storageState() });
  const copied = await copy.newPage();
  await copied.goto(`${home.app.url}/till`);
  await expect(copied.getByText("Live", { exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Casey" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in**");

  await expect(copied.getByRole("heading", { name: "You are signed out" })).toBeVisible(withinSeconds);
  expect((await copy.request.get(`${home.app.url}/api/events`)).status()).toBe(401);
  await copied.goto(`${home.app.url}/till`);
  await expect(copied).toHaveURL(/\/sign-in/);
  await copy.close();
});

test("an act of a screen that shows one person is refused once another has signed in behind it", {
  tag: "@long",
}, async ({ home, till, shopper }) => {
  const { page } = till;
  const { mobile } = await till.sendLink(8450);
  await shopper.complete(mobile);
  await expect(till.status("Approved")).toBeVisible();

  // A second tab of the same browser signs in as the manager: the cookie is now theirs.
  const { request } = page.context();
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = { ...staff.manager, csrfToken, json: "true" };
  expect((await request.post("/api/auth/callback/credentials", { form })).ok()).toBe(true);

  await till.press("Capture $84.50");
  const problem = till.main.getByRole("alert");
  await expect(problem).toContainText(
    "This tablet is now signed in as Morgan, not as the person this screen shows.",
  );
  await expect(problem).toContainText("Nothing was sent to Sezzle.");
  const { uuid } = await booksFor(home.sandbox, mobile);
  expect(await requestsOf(home.sandbox, { order: uuid, call: "capture" })).toEqual([]);
  await page.reload();
  await till.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();
  expect(
    readRows(
      home.database,
      "select p.sign_in_name from operations o join people p on p.id = o.person_id where o.kind = 'capture' and o.order_uuid = ?",
      uuid,
    ),
  ).toEqual([{ sign_in_name: staff.manager.signInName }]);
});

test("a sign-in that cannot be looked at is not called a wrong password, nor is a server that is away", {
  tag: "@long",
}, async ({ home, page }) => {
  await page.goto(home.app.url);
  const signIn = async () => {
    await page.getByLabel("Sign-in name").fill(staff.cashier.signInName);
    await page.getByLabel("Password", { exact: true }).fill(staff.cashier.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  };
  changeRows(home.database, "alter table sign_in_tries rename to lost");
  await signIn();
  const told = page.getByRole("alert").filter({ hasText: "The till's server" });
  await expect(told).toContainText("could not look at this sign-in");
  expect(page.url()).not.toContain("sign_in_tries");
  changeRows(home.database, "alter table lost rename to sign_in_tries");
  await home.app.stop();
  await signIn();
  await expect(told).toContainText("could not be reached");
  await expect(page.getByLabel("Sign-in name")).toHaveValue(staff.cashier.signInName);
  await home.app.start();
  await signIn();
  await expect(page.getByRole("heading", { name: "Which register is this?" })).toBeVisible();
});
