import type { APIRequestContext, APIResponse, Page, Request } from "@playwright/test";

/** A server action as a page sent it: enough to send it again. */
export type SentAction = { url: string; headers: Record<string, string>; body: string };

/**
 * What a page would have sent: does something that starts a server action, takes the request off the wire, and lets it reach
 * nobody.
 */
export async function interceptAction(page: Page, act: () => Promise<void>): Promise<SentAction> {
  const isAction = (request: Request) =>
    request.method() === "POST" && request.headers()["next-action"] !== undefined;
  const taken = Promise.withResolvers<Request>();
  await page.route("**/*", async (route) => {
    const request = route.request();
    if (!isAction(request)) return route.fallback();
    // Only once it is off the wire for certain may others pass again.
    await route.abort();
    taken.resolve(request);
  });
  await act();
  const request = await taken.promise;
  await page.unroute("**/*");
  const given = request.headers();
  const headers = Object.fromEntries(
    ["next-action", "next-router-state-tree", "content-type", "accept"].flatMap((name) =>
      given[name] === undefined ? [] : [[name, given[name]]],
    ),
  );
  return { url: request.url(), headers, body: request.postData() ?? "" };
}

/** Sends an action again with the cookies of whoever sends it now, and with other words in its body where given. */
export function resendAction(
  sender: APIRequestContext,
  action: SentAction,
  replacing: Record<string, string> = {},
): Promise<APIResponse> {
  const body = Object.entries(replacing).reduce((text, [from, to]) => text.replaceAll(from, to), action.body);
  const origin = new URL(action.url).origin;
  return sender.post(action.url, { headers: { ...action.headers, origin }, data: body });
}
