import { booksFor, messagesTo } from "./support/books.ts";
import { expect, staff, test } from "./support/test.ts";
import { someMobile } from "./support/till.ts";

test("a link goes by e-mail as well, and the address is masked on the screen", { tag: "@long" }, async ({
  home,
  till,
  phone,
}) => {
  const email = `jordan.${someMobile()}@example.com`;
  await till.keyIn(8_450);
  await till.press("Use e-mail");
  await till.page.getByLabel("Shopper's e-mail").fill(email);
  await till.press("Send link for $84.50");
  await till.page.waitForURL("**/till/sales/*");
  await till.shows("Waiting for shopper");
  await expect(till.main).toContainText("j•••@example.com by e-mail");
  await expect(till.page.getByText(email)).toHaveCount(0);
  const [message, ...more] = await messagesTo(home.sandbox, email);
  expect(message).toMatchObject({ channel: "email", recipient: email });
  expect(more).toHaveLength(0);
  await phone.openLink(email);
  await phone.page.getByLabel("Mobile number").fill(someMobile());
  await phone.fillIn();
  await phone.finish();
  await till.press("Capture $84.50");
  await till.shows("Paid");
});

test("a store in Canada sells in Canadian dollars", { tag: "@long" }, async ({ home, openTill, phone }) => {
  const till = await openTill({ person: staff.otherStoresCashier });
  await expect(till.page.getByRole("banner")).toContainText("Harbour Road");
  const { mobile } = await till.sendLink(12_345, someMobile().replace(/^612/, "416"));
  await till.shows("Waiting for shopper");
  await phone.openLink(mobile);
  await expect(phone.page.getByText("Harbour Road", { exact: true })).toBeVisible();
  await expect(phone.page.getByText("CAD", { exact: true }).first()).toBeVisible();
  await phone.fillIn();
  await phone.finish();
  await till.press("Capture $123.45");
  await till.shows("Paid");
  expect(await booksFor(home.sandbox, mobile)).toMatchObject({
    currency: "CAD",
    amount_in_cents: 12_345,
    captured_in_cents: 12_345,
  });
});
