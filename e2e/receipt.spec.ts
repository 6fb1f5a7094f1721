import { booksFor, messagesTo } from "./support/books.ts";
import { expect, test } from "./support/test.ts";
import { someMobile } from "./support/till.ts";

test("a receipt number given at the start becomes the order's reference at Sezzle", async ({
  home,
  till,
}) => {
  const mobile = someMobile();
  const receipt = `R-${mobile.slice(-6)}_a`;
  await till.press("receipt number");
  await till.main.getByRole("textbox", { name: "Receipt number" }).fill(receipt);
  await till.sendLink(8_450, mobile);
  await expect(till.main).toContainText(`receipt ${receipt}`);
  await expect.poll(async () => (await booksFor(home.sandbox, mobile)).reference_id).toBe(receipt);
});

test("a receipt number can be set and changed after the sale is paid", { tag: "@long" }, async ({
  home,
  till,
  shopper,
}) => {
  const { mobile } = await till.sendLink(8_450);
  await shopper.complete(mobile);
  await till.press("Capture $84.50");
  await till.shows("Paid");
  for (const receipt of ["2041", "2041-B"]) {
    await till.press("Receipt number…");
    await till.sheet.getByLabel("Receipt number").fill(receipt);
    await till.confirm("Save the number");
    await expect(till.sheet).toHaveCount(0);
    await expect(till.main.getByText(`receipt ${receipt}`)).toBeVisible();
    await expect.poll(async () => (await booksFor(home.sandbox, mobile)).reference_id).toBe(receipt);
  }
  expect(await booksFor(home.sandbox, mobile)).toMatchObject({
    captured_in_cents: 8_450,
    refunded_in_cents: 0,
  });
});

test("characters that Sezzle does not take in a receipt number are refused with a sentence", {
  tag: "@long",
}, async ({ home, till }) => {
  const sentence = "Letters, digits, - and _ only, at most 60.";
  await till.press("receipt number");
  await till.main.getByRole("textbox", { name: "Receipt number" }).fill("R#10/42");
  await expect(till.main.getByText(sentence)).toBeVisible();
  const mobile = someMobile();
  await till.keyIn(8_450);
  await till.page.getByLabel(/mobile number/i).fill(mobile);
  // The button reads as disabled, and explains itself when it is pressed all the same.
  await till.main.getByRole("button", { name: /^Send link/ }).click({ force: true });
  await expect(till.main.getByText("Change the receipt number first.")).toBeVisible();
  expect(await messagesTo(home.sandbox, mobile)).toHaveLength(0);

  await till.main.getByRole("textbox", { name: "Receipt number" }).fill("R-10-42");
  await till.press(/^Send link/);
  await till.page.waitForURL("**/till/sales/*");
  await till.press("Receipt number…");
  await till.sheet.getByLabel("Receipt number").fill("café 7");
  await till.confirm("Save the number");
  await expect(till.sheet.getByLabel("Receipt number")).toHaveAccessibleDescription(sentence);
  await expect.poll(async () => (await booksFor(home.sandbox, mobile)).reference_id).toBe("R-10-42");
});
