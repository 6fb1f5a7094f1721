import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { orderSentTo } from "./books.ts";
import type { SandboxProcess } from "./sandbox-process.ts";

/** The shopper, of whom most tests need no more than that they have paid. */
export class Shopper {
  readonly #sandbox: SandboxProcess;

  constructor(sandbox: SandboxProcess) {
    this.#sandbox = sandbox;
  }

  /** The newest link that was sent to this number or address. */
  async linkSentTo(to: string): Promise<string> {
    let link: string | undefined;
    await expect(async () => {
      const messages =
        await this.#sandbox.control<{ recipient: string; checkout_url: string }[]>("/messages");
      link = messages.find((message) => message.recipient.endsWith(to))?.checkout_url;
      expect(link).toBeTruthy();
    }).toPass({ timeout: 10_000 });
    return link ?? "";
  }

  /** Completes the purchase behind the newest link sent to this number or address: what the last press on the phone does. */
  async complete(to: string): Promise<void> {
    const orderUuid = await orderSentTo(this.#sandbox, to);
    await this.#sandbox.control(`/orders/${orderUuid}/complete`, { method: "POST", body: {} });
  }
}

/** The shopper with their phone in hand, at the sandbox's pages. */
export class ShopperPhone extends Shopper {
  readonly page: Page;

  constructor(page: Page, sandbox: SandboxProcess) {
    super(sandbox);
    this.page = page;
  }

  /** Opens the newest link that was sent to this number or address. */
  async openLink(to: string): Promise<void> {
    await this.page.goto(await this.linkSentTo(to));
  }

  /** Goes through the checkout up to the choice of a plan. */
  async fillIn(card?: string): Promise<void> {
    const { page } = this;
    const next = page.getByRole("button", { name: "Continue" });
    await next.click();
    await page.getByLabel("One-time password").fill("123123");
    await next.click();
    await this.payWith(card);
  }

  /** Gives a card, the one that pays unless told otherwise. */
  async payWith(card = "4242424242424242"): Promise<void> {
    const { page } = this;
    await page.getByLabel("Card number").fill(card);
    await page.getByLabel("Expiry").fill("12/30");
    await page.getByLabel("CVV").fill("123");
    await page.getByRole("button", { name: "Continue" }).click();
  }

  /** Takes the plan that is offered first, and completes. */
  async finish(): Promise<void> {
    const { page } = this;
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("button", { name: "Complete purchase" }).click();
    await page.waitForURL("**/complete");
  }

  /** Goes the whole way, from the newest link sent to this number or address to the shop's own page at its end. */
  async buy(to: string): Promise<void> {
    await this.openLink(to);
    await this.fillIn();
    await this.finish();
  }
}
