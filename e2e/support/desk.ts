import { expect, type Locator, type Page } from "@playwright/test";
import { Secret, TOTP } from "otpauth";

/** What says in each language that a screen is live. */
export const live = /^(Live|En direct)$/;

/** The desk as a manager uses it: by what is on the screen. */
export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Fills the sign-in form in, and presses. What comes next depends on who it is. */
  async enter(person: { signInName: string; password: string }): Promise<void> {
    const { page } = this;
    await page.goto("/sign-in");
    await page.getByLabel("Sign-in name").fill(person.signInName);
    await page.getByLabel("Password", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
  }

  /** Signs a manager in, who finds the day first. */
  async signIn(person: { signInName: string; password: string }): Promise<void> {
    await this.enter(person);
    await this.page.waitForURL("**/today");
    await expect(this.page.getByText(live)).toBeVisible();
  }

  /** Goes to the orders with the cookies this browser began with; false when they are worth nothing any more. */
  async isStillSignedIn(): Promise<boolean> {
    const { page } = this;
    await page.goto("/orders");
    if (!page.url().endsWith("/orders")) return false;
    await expect(page.getByRole("heading", { name: "Orders", level: 1 })).toBeVisible();
    await expect(page.getByText(live)).toBeVisible();
    return true;
  }

  async signOut(name: string): Promise<void> {
    await this.page.getByRole("button", { name, exact: true }).click();
    await this.page.getByRole("menuitem", { name: "Sign out" }).click();
    await this.page.waitForURL("**/sign-in**");
  }

  /** Goes to a place of the desk by its name at the side. */
  async go(
    place:
      | "Today"
      | "Till"
      | "Orders"
      | "Payouts"
      | "Disputes"
      | "Day close"
      | "People"
      | "Stores"
      | "Data rights"
      | "Operator"
      | "Account",
  ): Promise<void> {
    const places = this.page.getByRole("navigation", { name: "Places" });
    const link = places.getByRole("link", { name: place, exact: true });
    const more = places.getByRole("button", { name: "More" });
    await expect(link.or(more).first()).toBeVisible();
    // On a phone not every place fits along the edge.
    if (!(await link.isVisible())) await more.click();
    await link.click();
    await expect(this.page.getByRole("heading", { name: place, level: 1 })).toBeVisible();
  }

  /** The lines of the list of orders. */
  get rows(): Locator {
    return this.page.getByRole("list", { name: "Orders" }).getByRole("listitem");
  }

  /** The line of the sale whose link went to this number. */
  row(mobile: string): Locator {
    return this.rows.filter({ hasText: `-${mobile.slice(-4)}` });
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole("searchbox", { name: "Find an order" }).fill(text);
  }

  get sheet(): Locator {
    return this.page.getByRole("dialog");
  }

  /** Presses a button of the page. */
  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole("main").getByRole("button", { name }).click();
  }

  /** Presses a button of the sheet that is open, and waits until it has closed. */
  async confirm(name: string | RegExp): Promise<void> {
    await this.sheet.getByRole("button", { name }).click();
    await expect(this.sheet).toBeHidden();
  }

  /** Reads the temporary password that is shown this once. */
  async temporaryPassword(): Promise<string> {
    const shown = this.page.getByRole("definition").filter({ hasText: /^\w{4}-\w{4}-\w{4}$/ });
    await expect(shown).toBeVisible();
    return (await shown.textContent()) ?? "";
  }
}

/** The code an authenticator app shows, so many steps of thirty seconds from now. */
export function appCode(secret: string, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
}
