import { expectAccessible } from "./support/axe.ts";
import { booksFor, requestsOf } from "./support/books.ts";
import { readRows } from "./support/database-file.ts";
import { expect, test } from "./support/own-house.ts";
import { staff } from "./support/test.ts";

test.setTimeout(120_000);

test("an owner sets a store to capture at once: what is approved then is paid by itself, and the history says why", async ({
  home,
  till,
  openDesk,
}) => {
  const approve = async (mobile: string) => {
    const { uuid } = await booksFor(home.sandbox, mobile);
    await home.sandbox.control(`/orders/${uuid}/complete`, { method: "POST", body: {} });
    return uuid;
  };
  const before = await till.sendLink(4_620);
  await till.shows("Waiting for shopper");
  await approve(before.mobile);
  await till.shows("Approved");

  const desk = await openDesk({ person: staff.owner });
  await desk.go("Stores");
  const store = desk.page.getByRole("listitem").filter({ hasText: "Maple Street" });
  await expect(store.getByRole("radio", { name: "Capture at hand-over" })).toBeChecked();
  await store.getByText("Capture at once when approved").click();
  await expectAccessible(desk.page, "stores, one of them changed");
  await store.getByRole("button", { name: "Leave as it is" }).click();
  await expect(store.getByRole("radio", { name: "Capture at hand-over" })).toBeChecked();
  await store.getByText("Capture at once when approved").click();
  await store.getByRole("button", { name: "Save" }).click();
  await expect(store.getByRole("button", { name: "Save" })).toBeHidden();
  await desk.page.reload();
  await expect(store.getByRole("radio", { name: "Capture at once when approved" })).toBeChecked();
  await expectAccessible(desk.page, "stores");

  const after = await till.sendLink(8_450);
  await till.shows("Waiting for shopper");
  const uuid = await approve(after.mobile);
  await expect(till.status("Paid")).toBeVisible({ timeout: 10_000 });
  const history = till.main.getByRole("region", { name: "History" });
  await expect(history).toContainText("reason: captured at once, as the store is set");
  expect(await requestsOf(home.sandbox, { order: uuid, call: "capture" })).toHaveLength(1);
  await expect(till.row(before.mobile), "what was approved before is the cashier's").toContainText("capture");

  const lines = readRows<{ data: string; name: string }>(
    home.databaseFile,
    "select data, name from history join people on people.id = person_id where kind = 'store.changed'",
  );
  expect(lines.map((it) => ({ ...it, data: JSON.parse(it.data) }))).toEqual([
    { name: "Olive", data: { store: "Maple Street", fromPolicy: "at_hand_over", toPolicy: "at_once" } },
  ]);
});

test("a manager has no stores to set: neither the place nor the page", async ({ openDesk }) => {
  const desk = await openDesk();
  await expect(desk.page.getByRole("navigation", { name: "Places" }).getByText("Stores")).toHaveCount(0);
  await desk.page.goto("/stores");
  await expect(desk.page.getByText("There is nothing here")).toBeVisible();
});
