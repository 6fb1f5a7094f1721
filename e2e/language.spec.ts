import type { Page } from "@playwright/test";
import { expect, staff, test } from "./support/test.ts";

const places = [
  ["/people", "Personnel"],
  ["/stores", "Magasins"],
  ["/shoppers", "Droits sur les données"],
  ["/operator", "Exploitation"],
] as const;

/** Notes what the page is called from now on, each name once. Answers what has been noted. */
async function titlesSeen(page: Page): Promise<() => Promise<string[]>> {
  const noted = await page.evaluateHandle(() => {
    const seen = new Set<string>();
    const watch = { childList: true, subtree: true, characterData: true };
    new MutationObserver(() => seen.add(document.title)).observe(document.head, watch);
    return seen;
  });
  return () => noted.evaluate((seen) => [...seen]);
}

test("an owner chooses French and reads the desk in it, amounts and refusals too; and then English again", {
  tag: "@long",
}, async ({ openDesk }) => {
  const { page } = await openDesk({ person: staff.owner });
  const heading = (name: string) => page.getByRole("heading", { level: 1, name, exact: true });
  await page.goto("/account");
  const titles = await titlesSeen(page);
  await page.getByLabel("Language of your screens").selectOption("Français (Canada)");
  await expect(heading("Compte")).toBeVisible();
  await expect(page).toHaveTitle(/Compte/);
  expect(await titles(), "a page has a name at every moment").not.toContain("");

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
