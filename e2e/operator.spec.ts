import { armFault, clearFaults } from "./support/books.ts";
import { changeRows, readRows } from "./support/database.ts";
import type { Desk } from "./support/desk.ts";
import type { House } from "./support/house.ts";
import { expect, test } from "./support/own-house.ts";
import { staff } from "./support/test.ts";
import { deliver, eventAbout, signatureOf } from "./support/webhook.ts";

test.setTimeout(120_000);

/**
 * Delivers an event about a web shop's order while Sezzle says that it knows none, as it may in the first moments after it was made.
 * Returns the order's uuid.
 */
async function poison({ app, sandbox }: House): Promise<string> {
  await armFault(sandbox, { call: "order_get", kind: "status", status: 404, times: 0 });
  await sandbox.control("/webhooks", { method: "PUT", body: { mode: "drop" } });
  const order = { amount_in_cents: 8450, currency: "USD" };
  const { uuid } = await sandbox.control<{ uuid: string }>("/orders", { method: "POST", body: order });
  const { body } = eventAbout(uuid, "order.authorized", { note: "jo.secret@example.com" });
  const { status } = await deliver(app.url, body, { signature: signatureOf(body, sandbox.privateKey) });
  expect(status).toBe(200);
  return uuid;
}

const rowOf = ({ page }: Desk, orderUuid: string) =>
  page.getByRole("listitem").filter({ hasText: orderUuid });

const state = ({ page }: Desk, title: string) => page.getByRole("region", { name: title, exact: true });

test("an owner sees what failed with its reason, tries it again, and it goes when the cause is gone", {
  tag: "@long",
}, async ({ home, openDesk }) => {
  const desk = await openDesk({ person: staff.owner });
  const { page } = desk;
  await desk.go("Operator");
  await expect(state(desk, "Events that failed")).toContainText("Nothing waits.");
  await expect(state(desk, "Sezzle")).toContainText("Answers");
  await expect(state(desk, "Subscription to webhooks")).toContainText("Subscribed");
  await expect(state(desk, "Subscription to webhooks")).toContainText("/api/webhooks/sezzle");
  await expect(state(desk, "Asking for orders")).toContainText("On time");

  const orderUuid = await poison(home);
  const row = rowOf(desk, orderUuid);
  // The page looks anew by itself.
  await expect(row).toContainText("Sezzle says that it does not know this order.");
  await expect(row).toContainText("order.authorized");
  await expect(state(desk, "Events from Sezzle")).toContainText("1 failed");
  await expect(page.getByText("jo.secret")).toHaveCount(0);

  await row.getByRole("button", { name: /again now/ }).click();
  await expect(page.getByText("Tried again. It still waits.")).toBeVisible();
  await expect(row).toContainText(/\d+ times/);

  // From here on only the owner's wish tries it again.
  const inAnHour = Date.now() + 60 * 60_000;
  changeRows(home.database, "update webhook_events set next_try_at = ? where processed_at is null", inAnHour);
  await clearFaults(home.sandbox);
  await row.getByRole("button", { name: /again now/ }).click();
  await expect(page.getByText("Worked off.")).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect(state(desk, "Events that failed")).toContainText("Nothing waits.");
  const [left] = readRows<{ waiting: number; raw: number }>(
    home.database,
    "select count(*) filter (where processed_at is null) waiting, count(raw) raw from webhook_events",
  );
  expect(left).toEqual({ waiting: 0, raw: 0 });
});

test("a manager and a cashier are refused the owner's page, and it is not among their places", {
  tag: "@long",
}, async ({ home, openDesk }) => {
  const desk = await openDesk();
  const { page } = desk;
  await expect(page.getByRole("navigation", { name: "Places" })).toContainText("People");
  await expect(page.getByRole("link", { name: "Operator" })).toHaveCount(0);
  await page.goto("/operator");
  await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  const refused = readRows<{ data: string }>(
    home.database,
    "select data from history where kind = 'action.refused'",
  );
  expect(refused.map((it) => JSON.parse(it.data))).toEqual([{ action: "operator.see", code: "not_allowed" }]);
});
