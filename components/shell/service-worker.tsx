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
    // Without it everything works but the page for no connection.
    navigator.serviceWorker.register(`/sw.js?build=${encodeURIComponent(buildId)}`).catch(() => {});
  }, [locale, isShops]);
  return null;
}
