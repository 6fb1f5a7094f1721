import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

const source = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const wcag22aa = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The rules whose outcome hangs on colours; all others find the same in both schemes, since the page is the same. */
const ofColours = ["color-contrast", "link-in-text-block"];
const schemes = ["light", "dark"] as const;

type Axe = { run(context: Document, options: RunOptions): Promise<AxeResults> };

/** Looks at a page as it is now, light and dark, and expects no violation of WCAG 2.2 AA. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    await coloursAreSettled(page);
    const runOnly: RunOptions["runOnly"] =
      colorScheme === "light" ? { type: "tag", values: wcag22aa } : { type: "rule", values: ofColours };
    expect.soft(await violationsOf(page, { runOnly }), `${what}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

/**
 * What axe finds wrong in the page. No page has frames, so it is asked directly: put into each document once, and not told to write
 * down what is right, it takes a third of the time it takes by its own Playwright package.
 */
async function violationsOf(page: Page, options: RunOptions): Promise<string[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  if (!isThere) await page.evaluate(source);
  return page.evaluate(async (options) => {
    if (document.querySelector("iframe, frame")) throw new Error("axe has to look into frames as well");
    const { axe } = window as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { ...options, resultTypes: ["violations"] });
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.target} (${node.failureSummary})`).join("; ")}`,
    );
  }, options);
}

/** Changing the scheme starts transitions: a colour half-way between two is nobody's. */
async function coloursAreSettled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const transitions = document.getAnimations().filter((it) => it instanceof CSSTransition);
    await Promise.allSettled(transitions.map((it) => it.finished));
  });
}
