import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import sharp from "sharp";
import { type House, openHouse } from "./house.ts";

/** Where the pictures are kept. */
export const imageFolder = join(import.meta.dirname, "..", "..", "docs", "images");

export const sizes = {
  tablet: { width: 1280, height: 800 },
  small: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
  desk: { width: 1440, height: 900 },
};
export type Size = keyof typeof sizes;
export type View = [Size, "light" | "dark"];

/** Each size and both colour schemes. */
export function everyView(...of: Size[]): View[] {
  return of.flatMap((size): View[] => [
    [size, "light"],
    [size, "dark"],
  ]);
}

/** Takes the pictures of one page. The first of the views names the file plainly; all others say what they are. */
export async function picture(page: Page, name: string, views: View[], plain: Size): Promise<void> {
  for (const [size, scheme] of views) {
    await page.setViewportSize(sizes[size]);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    const suffix = `${size === plain ? "" : `-${size}`}${scheme === "dark" ? "-dark" : ""}`;
    await keepPicture(page, `${name}${suffix}.png`);
  }
  await page.setViewportSize(sizes[plain]);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
}

/** Keeps what is on the screen as a file: in few colours, since screens have few, which takes a third of the room. */
export async function keepPicture(page: Page, file: string): Promise<void> {
  const full = await page.screenshot({ animations: "disabled" });
  await sharp(full).png({ palette: true, quality: 90 }).toFile(join(imageFolder, file));
}

/** Runs with a browser and a house of its own, and closes both. */
export async function inStudio(work: (browser: Browser, house: House) => Promise<void>): Promise<void> {
  mkdirSync(imageFolder, { recursive: true });
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox"],
  });
  const house = await openHouse();
  try {
    await work(browser, house);
  } finally {
    await browser.close();
    await house.close();
  }
}
