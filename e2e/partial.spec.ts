import { booksFor } from "./support/books.ts";
import { expect, test } from "./support/test.ts";

test("what is left of a partly captured sale can be taken until a time that is told, or released", {
  tag: "@long",
}, async ({ home, till, shopper }) => {
  const { mobile } = await till.sendLink(10_000);
  await shopper.complete(mobile);
  await till.shows("Approved");

  await till.press("Part of it…");
  await till.sheet.getByLabel("Amount to capture").fill("20");
  await expect(till.sheet).toContainText(
    /Sezzle takes \$20\.00 from the shopper's plan\. \$80\.00 can still be taken until .*\d\d:\d\d\./,
  );
  await till.confirm("Capture $20.00");
  await till.shows("Part taken");
  const taken = await booksFor(home.sandbox, mobile);
  const until = storeTime(taken.authorization_expires_at);
  await expect(till.main).toContainText(
    new RegExp(`\\$20\\.00 of \\$100\\.00 taken; \\$80\\.00 can be taken until (\\w+ \\d+, )?${until}\\.`),
  );
  await expect(till.row(mobile)).toContainText("Part taken");
  expect(taken).toMatchObject({ captured_in_cents: 2_000, released_in_cents: 0 });

  await till.press("Release…");
  await expect(till.sheet).toContainText(
    "$80.00 is no longer held for this sale and cannot be taken any more.",
  );
  await till.confirm("Release $80.00");
  await till.shows("Paid");
  await expect(till.main).toContainText("$20.00 of $100.00 taken; $80.00 not charged.");
  await expect(till.main.getByRole("button", { name: /^Capture/ })).toHaveCount(0);
  expect(await booksFor(home.sandbox, mobile)).toMatchObject({
    authorized_in_cents: 10_000,
    captured_in_cents: 2_000,
    released_in_cents: 8_000,
    refunded_in_cents: 0,
  });
});

test("a sale captured in two parts is paid in full, and each part is taken once", async ({
  home,
  till,
  shopper,
}) => {
  const { mobile } = await till.sendLink(10_000);
  await shopper.complete(mobile);
  await till.shows("Approved");
  await till.press("Part of it…");
  await till.sheet.getByLabel("Amount to capture").fill("35.50");
  await till.confirm("Capture $35.50");
  await till.shows("Part taken");
  await till.press("Capture $64.50");
  await till.shows("Paid");
  const { movements } = await booksFor(home.sandbox, mobile);
  expect(movements.map(({ kind, amount_in_cents }) => ({ kind, amount_in_cents }))).toEqual([
    { kind: "capture", amount_in_cents: 3_550 },
    { kind: "capture", amount_in_cents: 6_450 },
  ]);
});

test("a sale that was approved and then released charges nothing", async ({ home, till, shopper }) => {
  const { mobile } = await till.sendLink(4_200);
  await shopper.complete(mobile);
  await till.shows("Approved");
  await till.press("Release…");
  await till.confirm("Release $42.00");
  await till.shows("Not charged");
  await expect(till.main).toContainText("The approved amount was released. The shopper is not charged.");
  expect(await booksFor(home.sandbox, mobile)).toMatchObject({
    captured_in_cents: 0,
    released_in_cents: 4_200,
  });
});

/** A time as the demo's first store reads it on its clock. */
function storeTime(at: string | null): string {
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: "America/Chicago",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return clock.format(new Date(at ?? Number.NaN));
}
