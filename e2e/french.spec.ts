import { booksFor } from "./support/books.ts";
import { changeRows } from "./support/database.ts";
import { expect, test } from "./support/test.ts";

test.afterEach(({ home }) =>
  changeRows(home.database, "update people set locale = null where sign_in_name = 'casey'"),
);

test("a French cashier takes a sale from its link to a refund in French, and says to the shopper what the shopper reads", async ({
  home,
  till,
}) => {
  const { page } = till;
  const { mobile } = await till.sendLink(8_450);
  await till.shows("Waiting for shopper");
  changeRows(home.database, "update people set locale = 'fr-CA' where sign_in_name = 'casey'");
  await page.reload();

  await till.shows("En attente du client");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr-CA");
  // The store and its shopper are American: what is said aloud is English, and its meaning stands beside it.
  const said = till.main.locator('[lang="en-US"]');
  await expect(said).toHaveText("“You have a message from Sezzle. Open the link and follow the steps.”");
  await expect(till.main).toContainText(
    "Vous avez un message de Sezzle. Ouvrez le lien et suivez les étapes.",
  );
  await expect(till.main).toContainText("Pas de message? Faites numériser le code par le client.");

  const { uuid } = await booksFor(home.sandbox, mobile);
  await home.sandbox.control(`/orders/${uuid}/complete`, { method: "POST", body: {} });
  await till.shows("Approuvé");
  await expect(said).toHaveText("“You're approved. I'll just finish up here.”");
  await till.press("Encaisser 84,50 $ US");
  await till.shows("Payé");

  const refusal = { call: "refund", kind: "status", status: 422, code: "invalid", message: "Not today" };
  await home.sandbox.control("/faults", { method: "POST", body: refusal });
  await refund("Rembourser 84,50 $ US");
  await expect(till.main.getByRole("alert")).toContainText(
    /Sezzle a refusé de rembourser 84,50\s\$\sUS\s: «\sNot today\s»\.\s*Rien n'a été remboursé\./,
  );
  await refund("Rembourser 20,00 $ US", "20");
  await till.shows("Remboursé en partie");
  await expect(till.main).toContainText("20,00 $ US sur 84,50 $ US remboursé; 64,50 $ US demeure payé.");

  await page.goto(page.url().replace("/till/sales/", "/orders/"));
  await expect(page).toHaveTitle(/Commande/);
  const requests = page.getByRole("region", { name: "Liens et demandes" });
  await expect(requests).toContainText(/Encaissement de 84,50\s\$\sUS\s: fait/);
  await expect(requests).toContainText(/Remboursement de 84,50\s\$\sUS\s: refus/);
  await expect(page.getByRole("region", { name: "Montants" })).toContainText("Demeure payé");

  async function refund(button: string, amount?: string): Promise<void> {
    await till.press("Rembourser…");
    if (amount) await till.sheet.getByLabel("Montant à rembourser").fill(amount);
    await till.sheet.getByText("Returned goods").click();
    await till.confirm(button);
    await expect(till.sheet).toBeHidden();
  }
});
