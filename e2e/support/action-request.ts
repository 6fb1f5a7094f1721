import type { Page } from "@playwright/test";
import type { SentAction } from "./server-action.ts";

/** Waits for the next server action of a page, which reaches the server as usual. */
export async function nextAction(page: Page): Promise<SentAction> {
  const request = await page.waitForRequest(
    (it) => it.method() === "POST" && it.headers()["next-action"] !== undefined,
  );
  const wanted = ["next-action", "next-router-state-tree", "content-type", "accept"];
  const headers = Object.entries(request.headers()).filter(([name]) => wanted.includes(name));
  return { url: request.url(), headers: Object.fromEntries(headers), body: request.postData() ?? "" };
}
