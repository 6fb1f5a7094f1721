import { expect, test } from "./support/own-house.ts";

test("a link that cannot be sent because Sezzle cannot be reached says so, and that nothing was sent", {
  tag: "@long",
}, async ({ home, till }) => {
  await home.sandbox.stop();
  await till.sendLink(8450);
  await expect(till.status("Not sent")).toBeVisible({ timeout: 15_000 });
  const problem = till.main.getByRole("alert");
  await expect(problem).toContainText("Sezzle could not be reached to send the link");
  await expect(problem).toContainText("No link was sent and nothing can be paid.");
  await expect(problem).toContainText("It is safe to try again.");
  await expect(till.main.getByRole("button", { name: "Send a new link…" })).toBeVisible();
});
