import type { Page } from "@playwright/test";
import type { SentAction } from "./server-action.ts";

/** Waits for the next server action of a page, which reaches the server as usual, and for what it was answered. */
export async function nextAction(page: Page): Promise<{ action: SentAction; answer: string }> {
  const request = await page.waitForRequest(
    (it) => it.method() === "POST" && it.headers()["next-action"] !== undefined,
  );
  const wanted = ["next-action", "next-router-state-tree", "content-type", "accept"];
  const headers = Object.entries(request.headers()).filter(([name]) => wanted.includes(name));
  const response = await request.response();
  return {
    action: { url: request.url(), headers: Object.fromEntries(headers), body: request.postData() ?? "" },
    answer: (await response?.text()) ?? "",
  };
}
