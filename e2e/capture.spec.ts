import { expect, test } from "./support/test.ts";

test("a sale goes from the keypad over the shopper's phone to a captured payment, live", async ({
  till,
  phone,
}) => {
  const { mobile } = await till.sendLink(8450);
  await till.shows("Waiting for shopper");
  await phone.buy(mobile);
  await till.shows("Approved");
  await till.press("Capture $84.50");
  await till.shows("Paid");
  await expect(till.row(mobile)).toContainText("Paid");
});
