import { expect, type Locator, type Page } from "@playwright/test";

let sales = 0;

/** A mobile number nobody else in this run was sent a link at: valid, and different each time. */
export function someMobile(): string {
  sales += 1;
  const digits = String(process.pid * 1_000 + sales).slice(-6);
  return `6122${digits}`;
}

/** A counter tablet as the tests drive it: by what is on the screen. */
export class Till {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Signs in, says which register this is, and waits for the till to be live. */
  async signIn(person: { signInName: string; password: string }, register: string): Promise<void> {
    const { page } = this;
    await page.goto("/");
    await page.getByLabel("Sign-in name").fill(person.signInName);
    await page.getByLabel("Password", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
    // A manager finds the day first; this is about their till.
    if (page.url().includes("/today")) await page.goto("/register");
    // A browser that has stood at a register before is there again.
    if (!page.url().endsWith("/till")) await page.getByRole("button", { name: register }).first().click();
    await page.waitForURL("**/till");
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
  }

  /** Goes to the till with the cookies this browser began with; false when they are worth nothing any more. */
  async isStillSignedIn(): Promise<boolean> {
    const { page } = this;
    await page.goto("/till");
    if (!page.url().endsWith("/till")) return false;
    await expect(page.getByText("Live", { exact: true })).toBeVisible();
    return true;
  }

  /** Types an amount in cents on the keypad. */
  async keyIn(amountCents: number): Promise<void> {
    for (const digit of String(amountCents)) {
      await this.page.getByRole("button", { name: digit, exact: true }).click();
    }
  }

  /** Sends a link and waits for the sale's own screen. Returns the sale's address. */
  async sendLink(amountCents: number, mobile = someMobile()): Promise<{ mobile: string; saleUrl: string }> {
    const { page } = this;
    if (!new URL(page.url()).pathname.endsWith("/till"))
      await page.getByRole("link", { name: "New sale" }).first().click();
    await page.waitForURL("**/till");
    await page.getByLabel("Amount", { exact: true }).fill((amountCents / 100).toFixed(2));
    await page.getByLabel(/mobile number/i).fill(mobile);
    await page.getByRole("button", { name: /^Send link/ }).click();
    await page.waitForURL("**/till/sales/*");
    return { mobile, saleUrl: page.url() };
  }

  /** The main part of the page: the sale, without the list at its side. */
  get main(): Locator {
    return this.page.getByRole("main");
  }

  /** The list of the day's sales. */
  get list(): Locator {
    return this.page.getByRole("navigation", { name: "Sales" });
  }

  /** The line of the sale whose link went to this number, in the list. */
  row(mobile: string): Locator {
    return this.list.getByRole("link", { name: `-${mobile.slice(-4)}` });
  }

  /** Presses a button of the page's main part. */
  async press(name: string | RegExp): Promise<void> {
    await this.main.getByRole("button", { name }).click();
  }

  /** The sheet that is open. */
  get sheet(): Locator {
    return this.page.getByRole("dialog");
  }

  /** Presses a button of the sheet that is open. */
  async confirm(name: string | RegExp): Promise<void> {
    await this.sheet.getByRole("button", { name }).click();
  }

  /** The status beside the amount, in exactly these words. */
  status(label: string): Locator {
    return this.main.getByText(label, { exact: true });
  }

  /** Waits until the sale's screen says this status, word for word. */
  async shows(status: string | RegExp): Promise<void> {
    await expect(this.main.getByText(status, { exact: true }).first()).toBeVisible();
  }
}
