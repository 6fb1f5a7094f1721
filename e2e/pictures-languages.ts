import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "@playwright/test";
import { changeRows } from "./support/database.ts";
import { fillShop } from "./support/full-shop.ts";
import {
  emptyScreens,
  openScreen,
  readersOf,
  type Screen,
  screensOf,
  sheetButtons,
  withSheet,
} from "./support/gallery.ts";
import type { House } from "./support/house.ts";
import { imageFolder, inStudio, keepPicture, sizes } from "./support/pictures.ts";

// Takes a picture of every screen in each language, light and dark, on a tablet and on a phone, and of every sheet on a
// tablet, into docs/images by locale. Run after a build: `npm run pictures`.

const locales = ["en-US", "en-CA", "fr-CA"];

async function takeAll(browser: Browser, house: House, locale: string, screens: Screen[]): Promise<void> {
  changeRows(house.database, "update people set locale = ?", locale);
  const readers = await readersOf(browser, house, locale);
  for (const screen of screens) {
    const page = readers[screen.as];
    const keep = (name: string) => keepPicture(page, join(locale, `${screen.name}${name}.png`));
    await page.setViewportSize(sizes.tablet);
    await openScreen(page, screen);
    for (const size of ["tablet", "phone"] as const) {
      await page.setViewportSize(sizes[size]);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await keep(`${size === "phone" ? "-phone" : ""}${colorScheme === "dark" ? "-dark" : ""}`);
      }
    }
    await page.setViewportSize(sizes.tablet);
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    for (const [index, button] of [...(await sheetButtons(page, screen)).values()].entries()) {
      await withSheet(page, button, async () => {
        await keep(`-sheet-${index + 1}`);
      });
    }
  }
  for (const page of Object.values(readers)) await page.context().close();
}

await inStudio(async (browser, house) => {
  for (const locale of locales) {
    rmSync(join(imageFolder, locale), { recursive: true, force: true });
    mkdirSync(join(imageFolder, locale), { recursive: true });
    await takeAll(browser, house, locale, emptyScreens);
  }
  const shop = await fillShop(house);
  for (const locale of locales) await takeAll(browser, house, locale, screensOf(shop));
});
