import { expectAccessible } from "./support/axe.ts";
import { expect, test } from "./support/test.ts";

test("the shopper sees the amount, the code and the state on the turned tablet and on a second screen, and nothing else", {
  tag: "@long",
}, async ({ till, shopper }) => {
  const { page } = till;
  const second = await page.context().newPage();
  await second.goto("/display");
  await expect(second.locator("body")).toHaveText("Maple Street");
  const { mobile } = await till.sendLink(8_450);

  await till.press("Turn to the shopper");
  const waiting =
    "Your purchase$84.50Open the link we sent youOr scan the code with your phone. Nothing is charged until you finish there.";
  for (const screen of [till.sheet, second.getByRole("main")]) {
    await expect(screen.locator("[lang]")).toHaveText(waiting);
    const code = screen.getByRole("img", { name: "QR code of your link" });
    await expect(code).toHaveJSProperty("complete", true);
    expect(await code.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(0);
  }
  await expectAccessible(page, "turned to the shopper");

  await shopper.complete(mobile);
  for (const screen of [till.sheet, second.getByRole("main")]) {
    await expect(screen.locator("[lang]")).toHaveText(
      "Your purchase$84.50ApprovedThe cashier is just finishing up.",
    );
    await expect(screen.getByRole("img")).toHaveCount(0);
  }
  await till.sheet.getByRole("button", { name: "Back to the sale" }).click();
  await expect(till.sheet).toHaveCount(0);

  // What is no longer on the till's screen is no longer before the next shopper.
  await till.main.getByRole("link", { name: "New sale" }).first().click();
  await expect(second.locator("body")).toHaveText("Maple Street");
  await second.close();
});
