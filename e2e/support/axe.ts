import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const wcag22aa = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The rules whose outcome hangs on colours; all others find the same in both schemes, since the page is the same. */
const ofColours = ["color-contrast", "link-in-text-block"];
const schemes = ["light", "dark"] as const;

/** Looks at a page as it is now, light and dark, and expects no violation of WCAG 2.2 AA. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await coloursAreSettled(page);
    // Without frames of other sites there is nothing to gather in a page of its own, which takes as long as the look itself.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const rules = colorScheme === "light" ? axe.withTags(wcag22aa) : axe.withRules(ofColours);
    const { violations } = await rules.analyze();
    const found = violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map((node) => `${node.target} (${node.failureSummary})`).join("; ")}`,
    );
    expect.soft(found, `${what}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** Changing the scheme starts transitions: a colour half-way between two is nobody's. */
async function coloursAreSettled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const transitions = document.getAnimations().filter((it) => it instanceof CSSTransition);
    await Promise.allSettled(transitions.map((it) => it.finished));
  });
}
