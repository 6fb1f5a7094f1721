import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { changeRows } from "./support/database-file.ts";
import { fillShop } from "./support/full-shop.ts";
import { openScreen, readersOf, screensOf, sheetButtons, withSheet } from "./support/gallery.ts";
import { imageFolder, inStudio, keepPicture, sizes } from "./support/pictures.ts";

// Takes a picture of every screen in each language, light and dark, on a tablet and on a phone, and of every sheet on a
// tablet, into docs/images by locale. Run after a build: `npm run pictures`, or with the locales that are wanted: `-- fr-CA`.

const wanted = process.argv.slice(2);
const locales = wanted.length > 0 ? wanted : ["en-US", "en-CA", "fr-CA"];

await inStudio(async (browser, house) => {
  const shop = await fillShop(house);
  for (const locale of locales) {
    const folder = join(imageFolder, locale);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    changeRows(house.databaseFile, "update people set locale = ?", locale);
    const readers = await readersOf(browser, house, locale);
    for (const screen of screensOf(shop)) {
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
});
