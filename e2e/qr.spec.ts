import { booksFor } from "./support/books.ts";
import { modulesOf, readPicture } from "./support/qr-picture.ts";
import { expect, staff, test } from "./support/test.ts";

test("a shopper whose message does not come scans the picture on the tablet and pays", {
  tag: "@long",
}, async ({ home, till, phone }) => {
  const { mobile } = await till.sendLink(8_450);
  const { checkout_url } = await booksFor(home.sandbox, mobile);
  await expect(till.main).toContainText("No message? Let the shopper scan the code.");
  const picture = till.main.getByRole("img", { name: "QR code of the shopper's link" });
  await expect(picture).toBeVisible();
  const expected = modulesOf(checkout_url);
  expect(await readPicture(picture, expected.length)).toEqual(expected);

  await phone.page.goto(checkout_url);
  await phone.fillIn();
  await phone.finish();
  await till.shows("Approved");
  await expect(picture).toHaveCount(0);
});

test("the picture of a link is for signed-in people of its store alone", { tag: "@long" }, async ({
  browser,
  home,
  openTill,
  till,
}) => {
  const { saleUrl } = await till.sendLink(8_450);
  const picture = till.main.getByRole("img", { name: "QR code of the shopper's link" });
  const address = new URL((await picture.getAttribute("src")) ?? "", saleUrl).href;
  expect((await till.page.request.get(address)).status()).toBe(200);

  const stranger = await browser.newContext({ baseURL: home.app.url });
  expect((await stranger.request.get(address)).status()).toBe(401);
  await stranger.close();
  const elsewhere = await openTill({ person: staff.otherStoresCashier });
  expect((await elsewhere.page.request.get(address)).status()).toBe(404);
});
