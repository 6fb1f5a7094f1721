/**
 * Tells whether a request was sent by a page of this app. Browsers set both headers themselves, and pages cannot forge them;
 * the first is sent over TLS and to localhost only. (Fetch Metadata Request Headers, W3C; Fetch standard, Origin.)
 */
export function isSameOrigin(headers: Pick<Headers, "get">): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = headers.get("origin");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get("host");
}
