import { useEffect, useRef } from "react";
import { useLive, useLiveSince, useToldSales } from "./live-provider.tsx";

/** While much happens, what a page shows is loaded anew no more often than this. */
const askAgainMs = 1_000;
/** What no line of history tells: the hour that begins, a day that ends, a message that fails. */
const asTimePassesMs = 60_000;

/**
 * Loads a page anew, a second at most after the stream told something of these stores that is newer than the page, also of what was
 * told while the page was on its way; and once a minute while the server is heard of and somebody looks.
 */
export function useRefreshWhenTold(seq: number, storeIds: string[], refresh: () => void): void {
  const sales = useToldSales();
  const connection = useLive((it) => it.connection);
  const since = useLiveSince();
  const isHere = new Set(storeIds);
  // What was written between the page's look and the beginning of the stream is told by neither.
  let told = since;
  for (const sale of sales.values()) if (isHere.has(sale.storeId)) told = Math.max(told, sale.asOfSeq);
  const again = useRef(refresh);
  again.current = refresh;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // One that is under way is not put off by the next: a busy store would starve the page.
    if (told <= seq || timer.current) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      again.current();
    }, askAgainMs);
  }, [told, seq]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // A page that is asked for while nobody answers would be gone.
    if (connection !== "live") return;
    const regular = setInterval(() => {
      if (document.visibilityState === "visible") again.current();
    }, asTimePassesMs);
    return () => clearInterval(regular);
  }, [connection]);
}
