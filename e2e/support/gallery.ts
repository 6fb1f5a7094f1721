import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { readRows } from "./database.ts";
import { staff } from "./demo-staff.ts";
import { live } from "./desk.ts";
import type { FullShop } from "./full-shop.ts";
import type { House } from "./house.ts";
import { memberOf } from "./staff.ts";

/** A screen of the till or the desk, and who looks at it. */
export type Screen = { name: string; path: string; as: "stranger" | "cashier" | "manager" | "owner" };

/** Every screen that a person can open, in a shop in which everything has happened. */
export function screensOf({ sales, mapleId, payouts, days }: FullShop): Screen[] {
  const ofManager = (name: string, path: string): Screen => ({ name, path, as: "manager" });
  const ofOwner = (name: string, path: string): Screen => ({ name, path, as: "owner" });
  const sale = (name: string) => sales.get(name) ?? "";
  return [
    { name: "sign-in", path: "/sign-in", as: "stranger" },
    { name: "till", path: "/till", as: "cashier" },
    { name: "register", path: "/register", as: "cashier" },
    ...[...sales].map(
      ([name, id]): Screen => ({ name: `sale-${name}`, path: `/till/sales/${id}`, as: "cashier" }),
    ),
    ofManager("today", "/today"),
    ofManager("orders", "/orders"),
    ofManager("orders-none", "/orders?q=nobody"),
    ...["authorized", "not_confirmed", "partially_refunded", "refund_asked", "disputed"].map((name) =>
      ofManager(`order-${name}`, `/orders/${sale(name)}`),
    ),
    ofManager("days", "/days"),
    ofManager("day-open", `/days/${mapleId}/${days.open}`),
    ofManager("day-signed", `/days/${mapleId}/${days.signed}`),
    ofManager("payouts", "/payouts"),
    ...payouts.map((uuid, index) => ofManager(`payout-${index === 0 ? "even" : "odd"}`, `/payouts/${uuid}`)),
    ofManager("disputes", "/disputes"),
    ofManager("people", "/people"),
    ofManager("account", "/account"),
    ofManager("shoppers", "/shoppers"),
    ofManager("not-found", "/nothing-is-here"),
    ofOwner("today-all-stores", "/today"),
    ofOwner("stores", "/stores"),
    ofOwner("store", `/stores/${mapleId}`),
    ofOwner("operator", "/operator"),
  ];
}

/** The screens that look otherwise in a shop in which nothing has happened yet. */
export const emptyScreens: Screen[] = [
  { name: "till-empty", path: "/till", as: "cashier" },
  { name: "today-empty", path: "/today", as: "manager" },
  { name: "orders-empty", path: "/orders", as: "manager" },
  { name: "days-empty", path: "/days", as: "manager" },
  { name: "payouts-empty", path: "/payouts", as: "manager" },
  { name: "disputes-empty", path: "/disputes", as: "manager" },
  { name: "operator-empty", path: "/operator", as: "owner" },
];

/** Opens a screen and waits until it is live, in whatever language. */
export async function openScreen(page: Page, { path, as, name }: Screen): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("main").first()).toBeVisible();
  const isQuiet = as === "stranger" || name === "register" || name === "not-found";
  if (!isQuiet) await expect(page.getByText(live).first()).toBeVisible();
}

/** The buttons of a screen that open a sheet, by what stands on them: in every language they end with an ellipsis. */
export async function sheetButtons(page: Page, { name, as }: Screen): Promise<Map<string, Locator>> {
  const found = new Map<string, Locator>();
  // There it opens what is missing: a field of the till, a day's explanations, another page for strangers.
  if (name === "till" || name === "day-open" || as === "stranger") return found;
  for (const button of await page.getByRole("main").getByRole("button", { disabled: false }).all()) {
    // As it is seen: what a button says while it waits is in it, too.
    const text = (await button.innerText()).trim();
    if (text.endsWith("…") && !found.has(text)) found.set(text, button);
  }
  return found;
}

/** Opens the sheet behind a button, looks, and closes it again. */
export async function withSheet(page: Page, button: Locator, look: () => Promise<void>): Promise<void> {
  await button.click({ timeout: 10_000 });
  const sheet = page.getByRole("dialog");
  await expect(sheet).toBeVisible();
  await look();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
}

/** Texts that do not fit where they stand: cut off, or wider than the screen. */
export function cutOffTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { documentElement: root } = document;
    if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} px wide`);
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const hasText = [...element.childNodes].some(
        (it) => it.nodeType === Node.TEXT_NODE && it.nodeValue?.trim(),
      );
      // One pixel wide is what is for screen readers alone.
      if (!hasText || element.clientWidth <= 1) continue;
      const { overflowX, textOverflow } = getComputedStyle(element);
      const isCut = overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
      if (isCut || (textOverflow === "ellipsis" && element.scrollWidth > element.clientWidth)) {
        found.push(element.textContent?.trim().slice(0, 60) ?? "");
      }
    }
    return found;
  });
}

/** A browser for each of those who look, at the first register of Maple Street. */
export async function readersOf(
  browser: Browser,
  house: House,
  locale: string,
): Promise<Record<Screen["as"], Page>> {
  const query =
    "select r.id from registers r join stores s on s.id = r.store_id where s.code = 'MAPLE' order by r.name";
  const [register] = readRows<{ id: string }>(house.database, query);
  const open = async (person: { signInName: string; password: string }) => {
    const { context } = await memberOf(browser, house, person);
    await context.addCookies([{ name: "till_register", value: register?.id ?? "", url: house.app.url }]);
    return context.newPage();
  };
  const stranger = await browser.newContext({ baseURL: house.app.url, locale });
  return {
    stranger: await stranger.newPage(),
    cashier: await open(staff.cashier),
    manager: await open(staff.manager),
    owner: await open(staff.owner),
  };
}
