import { expectAccessible } from "./support/axe.ts";
import { booksFor, requestsOf } from "./support/books.ts";
import { changeRows, readRows } from "./support/database.ts";
import { expect, test } from "./support/own-house.ts";
import { staff } from "./support/test.ts";

test.setTimeout(120_000);

test("an owner sets a store to capture at once: what is approved then is paid by itself, and the history says why", {
  tag: "@long",
}, async ({ home, till, openDesk }) => {
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
  await desk.page.getByRole("link", { name: "Maple Street" }).click();
  const store = desk.page.getByRole("region", { name: "Capture", exact: true });
  await expect(store.getByRole("radio", { name: "Capture at hand-over" })).toBeChecked();
  await store.getByText("Capture at once when approved").click();
  await expectAccessible(desk.page, "a store, its capture changed");
  await store.getByRole("button", { name: "Leave as it is" }).click();
  await expect(store.getByRole("radio", { name: "Capture at hand-over" })).toBeChecked();
  await store.getByText("Capture at once when approved").click();
  await store.getByRole("button", { name: "Save" }).click();
  await expect(store.getByRole("button", { name: "Save" })).toBeHidden();
  await desk.page.reload();
  await expect(store.getByRole("radio", { name: "Capture at once when approved" })).toBeChecked();
  await expectAccessible(desk.page, "a store");

  const after = await till.sendLink(8_450);
  await till.shows("Waiting for shopper");
  const uuid = await approve(after.mobile);
  await expect(till.status("Paid")).toBeVisible({ timeout: 10_000 });
  const history = till.main.getByRole("region", { name: "History" });
  await expect(history).toContainText("reason: captured at once, as the store is set");
  expect(await requestsOf(home.sandbox, { order: uuid, call: "capture" })).toHaveLength(1);
  await expect(till.row(before.mobile), "what was approved before is the cashier's").toContainText("capture");

  const lines = readRows<{ data: string; name: string }>(
    home.database,
    "select data, name from history join people on people.id = person_id where kind = 'store.changed'",
  );
  expect(lines.map((it) => ({ ...it, data: JSON.parse(it.data) }))).toEqual([
    {
      name: "Olive",
      data: {
        store: "Maple Street",
        changes: [
          {
            what: "capture",
            from: "capture at hand-over",
            to: "capture at once when approved",
            fr: {
              what: "encaissement",
              from: "encaissement à la remise",
              to: "encaissement dès l'approbation",
            },
          },
        ],
      },
    },
  ]);
});

test("an owner sets a store in order, is told what another changed meanwhile, and closes a register; a manager looks at theirs alone", {
  tag: "@long",
}, async ({ home, till, openDesk }) => {
  const desk = await openDesk({ person: staff.owner });
  const { page } = desk;
  const part = (name: string) => page.getByRole("region", { name, exact: true });
  const save = async (name: string) => {
    await part(name).getByRole("button", { name: "Save" }).click();
    await expect(part(name).getByRole("button", { name: "Save" })).toBeHidden();
  };
  await desk.go("Stores");
  await desk.press("Add a store");
  await desk.sheet.getByLabel("Name").fill("Elm Square");
  await desk.sheet.getByLabel("Code").fill("maple");
  await desk.sheet.getByLabel("Currency").selectOption("CAD");
  await desk.sheet.getByLabel("Time zone").selectOption("America/Vancouver");
  await desk.sheet.getByRole("button", { name: "Add the store" }).click();
  await expect(desk.sheet).toContainText("Another store has this code.");
  await desk.sheet.getByLabel("Code").fill("elm");
  await desk.confirm("Add the store");
  await expect(page.getByRole("heading", { name: "Elm Square", level: 1 })).toBeVisible();
  await expect(part("Place and language").getByLabel("Currency"), "nothing is sold yet").toBeEnabled();

  await part("Link").getByLabel("How long a shopper has").selectOption("45 minutes");
  await save("Link");
  await part("Amounts").getByLabel("Most amount").fill("0.50");
  await part("Amounts").getByRole("button", { name: "Save" }).click();
  await expect(part("Amounts")).toContainText("At least the least amount.");
  await part("Amounts").getByLabel("Most amount").fill("1,200");
  await save("Amounts");
  await part("Reasons for a refund").getByRole("button", { name: "Remove reason 2" }).click();
  await part("Reasons for a refund").getByRole("textbox", { name: "Reason 2" }).fill("Damaged in transit");
  await save("Reasons for a refund");
  await part("Business day").getByLabel("A business day begins at").selectOption("04:00");
  await part("Refunds").getByLabel("What a cashier may refund alone").fill("75");
  changeRows(home.database, "update stores set cut_off_hour = 3 where code = 'ELM'");
  await part("Business day").getByRole("button", { name: "Save" }).click();
  await expect(part("Business day")).toContainText("Business day begins is now: 03:00");
  await save("Business day");
  await expect(part("Refunds").getByRole("button", { name: "Save" }), "each form alone").toBeVisible();
  await expectAccessible(page, "a store that sold nothing, with a change");

  await till.sendLink(2_500);
  await page.goto("/stores");
  await expectAccessible(page, "stores");
  await page.getByRole("link", { name: "Maple Street" }).click();
  await expect(part("Name").getByLabel("Code")).toHaveAttribute("readonly", "");
  await expect(part("Place and language").getByLabel("Time zone")).toBeDisabled();
  await expect(part("Name")).toContainText("Fixed, since this store has sold something.");
  await part("Registers").getByRole("button", { name: "Close Register 1" }).click();
  await expect(part("Registers").getByRole("button", { name: "Open Register 1" })).toBeVisible();
  await till.page.goto("/till");
  await expect(till.page.getByText("Which register is this?")).toBeVisible();
  await expect(till.page.getByRole("button", { name: "Register 1" })).toHaveCount(0);
  await till.page.getByRole("button", { name: "Register 2" }).click();
  await expect(till.list, "what was sold at it is finished elsewhere").toContainText("$25.00");

  const manager = await openDesk();
  await manager.go("Stores");
  await expect(
    manager.page
      .getByRole("list", { name: "Stores" })
      .getByRole("listitem")
      .filter({ has: manager.page.getByRole("heading") }),
  ).toHaveCount(1);
  await manager.page.getByRole("main").getByRole("link", { name: "Maple Street" }).click();
  await expect(manager.page.getByRole("region", { name: "Settings" })).toContainText("America/Chicago");
  await expect(manager.page.getByRole("main").getByRole("textbox")).toHaveCount(0);
  await expectAccessible(manager.page, "a store, for a manager");

  const lines = readRows<{ data: string }>(
    home.database,
    "select data from history where kind = 'store.changed' order by seq",
  );
  type Change = { what: string; from?: string; to: string };
  const changes = lines.flatMap((it): (Change & { fr: Change })[] => JSON.parse(it.data).changes);
  expect(changes.map(({ fr: _, ...english }) => english)).toEqual([
    { what: "new store", to: "ELM" },
    { what: "registers", to: "1" },
    { what: "link lifetime", from: "30 minutes", to: "45 minutes" },
    { what: "most amount", from: "$2,500.00", to: "$1,200.00" },
    {
      what: "refund reasons",
      from: "Returned goods, Price adjustment, Mistake",
      to: "Returned goods, Damaged in transit",
    },
    { what: "business day begins", from: "03:00", to: "04:00" },
    { what: "Register 1", from: "open", to: "closed" },
  ]);
  expect(changes.map((it) => it.fr)).toEqual([
    { what: "nouveau magasin", to: "ELM" },
    { what: "caisses", to: "1" },
    { what: "durée du lien", from: "30 minutes", to: "45 minutes" },
    { what: "montant maximal", from: "2\u00a0500,00\u00a0$", to: "1\u00a0200,00\u00a0$" },
    {
      what: "motifs de remboursement",
      from: "Returned goods, Price adjustment, Mistake",
      to: "Returned goods, Damaged in transit",
    },
    { what: "début de la journée", from: "03\u00a0h\u00a000", to: "04\u00a0h\u00a000" },
    { what: "Register 1", from: "ouverte", to: "fermée" },
  ]);
});
