import type { Browser, Page } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { changeRows } from "./support/database.ts";
import { fillShop } from "./support/full-shop.ts";
import { cutOffTexts, openScreen, readersOf, screensOf, sheetButtons, withSheet } from "./support/gallery.ts";
import type { House } from "./support/house.ts";
import { expect, test } from "./support/own-house.ts";

// `npm test` walks the screens in French, as they open. `npm run test:languages` walks them in each language, with every sheet: it
// takes some minutes.
const isWhole = Boolean(process.env.WHOLE_WALK);
const locales = isWhole ? ["en-US", "en-CA", "fr-CA"] : ["fr-CA"];

test.setTimeout(isWhole ? 900_000 : 480_000);

const wide = { width: 1280, height: 800 };
const narrow = { width: 320, height: 640 };

/** Looks at what is on the screen: accessible in both schemes, and no text cut off however narrow it is. */
async function expectSound(page: Page, what: string): Promise<void> {
  await page.setViewportSize(narrow);
  expect.soft(await cutOffTexts(page), `${what}, ${narrow.width} px: cut off`).toEqual([]);
  await page.setViewportSize(wide);
  expect.soft(await cutOffTexts(page), `${what}: cut off`).toEqual([]);
  await expectAccessible(page, what);
}

async function walk(browser: Browser, home: House, locale: string): Promise<void> {
  const shop = await fillShop(home);
  changeRows(home.database, "update people set locale = ?", locale);
  const readers = await readersOf(browser, home, locale);
  for (const screen of screensOf(shop)) {
    const page = readers[screen.as];
    await openScreen(page, screen);
    await expect(page.locator("html")).toHaveAttribute("lang", locale);
    await expectSound(page, screen.name);
    const sheets = isWhole ? await sheetButtons(page, screen) : [];
    for (const [text, button] of sheets) {
      await withSheet(page, button, () => expectSound(page, `${screen.name}, ${text}`));
    }
  }
  for (const page of Object.values(readers)) await page.context().close();
}

for (const locale of locales) {
  test(
    `every screen in ${locale} has no WCAG 2.2 AA violation and no text cut off, wide and narrow`,
    { tag: "@long" },
    async ({ browser, home }) => walk(browser, home, locale),
  );
}
