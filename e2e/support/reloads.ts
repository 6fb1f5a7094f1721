import type { Page } from "@playwright/test";

/** Counts how often a page is loaded anew from now on: what is promised to appear by itself must not need it. */
export function countReloads(page: Page): () => number {
  let reloads = 0;
  page.on("load", () => {
    reloads += 1;
  });
  return () => reloads;
}
