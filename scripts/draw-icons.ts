import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";

// Draws the icons of the installed app from app/icon.svg, by a browser: `CHROMIUM_PATH=… node scripts/draw-icons.ts`. Their
// files are kept, since they change only with the drawing.

const root = join(import.meta.dirname, "..");
const drawing = readFileSync(join(root, "app", "icon.svg"), "utf8");
/** The drawing without its rounded corners and at four fifths, so that a device may cut it to any shape. */
const maskable = drawing
  .replace('rx="7" ', "")
  .replace(/(<rect [^>]*>)(.*)(<\/svg>)/, '$1<g transform="translate(3.2 3.2) scale(.8)">$2</g>$3');

const pictures = [
  { file: "public/icon-192.png", pixels: 192, svg: drawing },
  { file: "public/icon-512.png", pixels: 512, svg: drawing },
  { file: "public/icon-maskable-192.png", pixels: 192, svg: maskable },
  { file: "public/icon-maskable-512.png", pixels: 512, svg: maskable },
  { file: "app/apple-icon.png", pixels: 180, svg: maskable },
];

const executablePath = process.env.CHROMIUM_PATH;
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage();
  for (const { file, pixels, svg } of pictures) {
    await page.setViewportSize({ width: pixels, height: pixels });
    await page.setContent(
      `<style>html,body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`,
    );
    await page.screenshot({ path: join(root, file), omitBackground: true });
  }
} finally {
  await browser.close();
}
