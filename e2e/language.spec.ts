import { expect, staff, test } from "./support/test.ts";

const places = [
  ["/people", "Personnel"],
  ["/stores", "Magasins"],
  ["/shoppers", "Droits sur les données"],
  ["/operator", "Exploitation"],
] as const;

test("an owner chooses French and reads the desk in it, amounts and refusals too; and then English again", async ({
  openDesk,
}) => {
  const { page } = await openDesk({ person: staff.owner });
  const heading = (name: string) => page.getByRole("heading", { level: 1, name, exact: true });
  await page.goto("/account");
  await page.getByLabel("Language of your screens").selectOption("Français (Canada)");
  await expect(heading("Compte")).toBeVisible();
  await expect(page).toHaveTitle(/Compte/);

  const password = page.getByRole("region", { name: "Mot de passe", exact: true });
  await password.getByLabel("Mot de passe actuel").fill("not-her-password");
  await password.getByLabel("Nouveau mot de passe", { exact: true }).fill("another-house-1");
  await password.getByLabel("Nouveau mot de passe, encore une fois").fill("another-house-1");
  await password.getByRole("button", { name: "Changer le mot de passe" }).click();
  await expect(password).toContainText("Le mot de passe actuel n'est pas le bon.");

  for (const [address, name] of places) {
    await page.goto(address);
    await expect(heading(name)).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "fr-CA");
  }
  await page.goto("/stores");
  const maple = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Maple Street" }) });
  await expect(maple).toContainText("2 500,00 $ US");

  await page.goto("/account");
  await page.getByLabel("Langue de vos écrans").selectOption("");
  await expect(heading("Account")).toBeVisible();
  await page.goto("/stores");
  await expect(maple).toContainText("US$2,500.00");
});
