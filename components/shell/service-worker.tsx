"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { useLocale } from "#components/ui/language.tsx";
import { buildId } from "#lib/build-id.ts";
import { keptLanguageKey } from "#lib/kept-language.ts";

/** Registers the service worker of this build, on the shop's own devices, and leaves the reader's language for its page. */
export function ServiceWorker() {
  const locale = useLocale();
  // On a shopper's phone the shop installs nothing.
  const isShops = !usePathname().startsWith("/s/");
  useEffect(() => {
    if (!isShops || !("serviceWorker" in navigator)) return;
    localStorage.setItem(keptLanguageKey, locale);
    // Without it everything works but the page for no connection: it may wait until the page itself is ready.
    return whenIdle(() => {
      navigator.serviceWorker.register(`/sw.js?build=${encodeURIComponent(buildId)}`).catch(() => {});
    });
  }, [locale, isShops]);
  return null;
}

/** Does something once the browser has nothing to do, within some seconds. Returns what calls it off. */
function whenIdle(act: () => void): () => void {
  const withinMs = 3_000;
  // Not every Safari has it.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(act, withinMs);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(act, { timeout: withinMs });
  return () => cancelIdleCallback(idle);
}
