import { booksFor, requestsOf } from "./support/books.ts";
import { expect, staff, test } from "./support/test.ts";

test("what happens to a sale on one tablet is seen live on the store's other one", { tag: "@long" }, async ({
  openTill,
  till,
  shopper,
}) => {
  const other = await openTill({ person: staff.manager, register: "Register 2" });
  const { mobile } = await till.sendLink(8_450);
  await expect(other.row(mobile)).toContainText("Waiting for shopper");
  await other.row(mobile).click();
  await expect(other.status("Waiting for shopper")).toBeVisible();
  await shopper.complete(mobile);
  await expect(other.status("Approved")).toBeVisible();
  await expect(till.status("Approved")).toBeVisible();
  await other.press("Capture $84.50");
  await expect(till.status("Paid")).toBeVisible();
  await expect(till.row(mobile)).toContainText("Paid");
  await expect(till.main.getByRole("region", { name: "History" })).toContainText("Register 2");
});

test("a tablet of another store sees nothing of a sale, in its list or at the sale's address", {
  tag: "@long",
}, async ({ openTill, till }) => {
  const elsewhere = await openTill({ person: staff.otherStoresCashier });
  const { mobile, saleUrl } = await till.sendLink(8_450);
  await till.shows("Waiting for shopper");
  await elsewhere.page.goto(saleUrl);
  await expect(elsewhere.page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await expect(elsewhere.page.getByText("84.50")).toHaveCount(0);

  // Its own sale comes after the other one: once it is listed, the other one would be too.
  await elsewhere.page.goto("/till");
  const own = await elsewhere.sendLink(9_900);
  await expect(elsewhere.row(own.mobile)).toBeVisible();
  await expect(elsewhere.row(mobile)).toHaveCount(0);
  await expect(till.row(own.mobile)).toHaveCount(0);
});

test("a question left open on one tablet cannot be answered once another tablet has changed the sale", {
  tag: "@long",
}, async ({ home, openTill, till, shopper }) => {
  const other = await openTill({ register: "Register 2" });
  const { mobile } = await till.sendLink(8_450);
  await shopper.complete(mobile);
  await other.row(mobile).click();
  await other.press("Part of it…");
  await other.sheet.getByLabel("Amount to capture").fill("20");
  await till.press("Capture $84.50");
  await expect(other.sheet.getByRole("alert")).toContainText("This sale changed meanwhile.");
  await expect(other.sheet.getByRole("button", { name: /^Capture/ })).toBeDisabled();
  await till.shows("Paid");
  const { movements } = await booksFor(home.sandbox, mobile);
  expect(movements).toMatchObject([{ kind: "capture", amount_in_cents: 8_450 }]);
});

test("a tablet that has not heard of a capture is told what changed, and nothing is taken twice", async ({
  home,
  openTill,
  till,
  shopper,
}) => {
  const other = await openTill({ register: "Register 2" });
  const { mobile } = await till.sendLink(8_450);
  await shopper.complete(mobile);
  await other.row(mobile).click();
  await expect(other.status("Approved")).toBeVisible();

  // Only the live stream is cut: what the tablet sends still arrives.
  const isStream = (url: URL) => url.pathname === "/api/events";
  await other.page.route(isStream, (route) => route.abort("connectionfailed"));
  await other.page.context().setOffline(true);
  await expect(other.page.getByRole("status").filter({ hasText: "Live" })).toHaveCount(0);
  await other.page.context().setOffline(false);
  await till.press("Part of it…");
  await till.sheet.getByLabel("Amount to capture").fill("84.50");
  await till.confirm("Capture $84.50");
  await till.shows("Paid");

  await expect(other.status("Approved")).toBeVisible();
  await other.press("Capture $84.50");
  await expect(other.main.getByRole("alert")).toContainText("This sale has changed since you looked at it.");
  await expect(other.main.getByRole("alert")).toContainText("Casey asked for the capture of $84.50: done.");
  await expect(other.main.getByRole("alert")).toContainText("Nothing was sent to Sezzle.");
  await other.page.unroute(isStream);
  await expect(other.status("Paid")).toBeVisible();
  const { uuid, captured_in_cents } = await booksFor(home.sandbox, mobile);
  expect(captured_in_cents).toBe(8_450);
  expect(await requestsOf(home.sandbox, { order: uuid, call: "capture" })).toHaveLength(1);
});

test("two tablets that capture at the same moment take the money once", { tag: "@postgres" }, async ({
  home,
  openTill,
  till,
  shopper,
}) => {
  const other = await openTill({ person: staff.manager, register: "Register 2" });
  const { mobile } = await till.sendLink(8_450);
  await shopper.complete(mobile);
  await other.row(mobile).click();
  await expect(other.status("Approved")).toBeVisible();
  await expect(till.status("Approved")).toBeVisible();
  await Promise.all([till, other].map((tablet) => tablet.press("Capture $84.50")));
  await expect(till.status("Paid")).toBeVisible();
  await expect(other.status("Paid")).toBeVisible();
  const { uuid, captured_in_cents } = await booksFor(home.sandbox, mobile);
  expect(captured_in_cents).toBe(8_450);
  expect(await requestsOf(home.sandbox, { order: uuid, call: "capture" })).toHaveLength(1);
});
