import { headers } from "next/headers";
import { cache } from "react";
import { bestLocale, type Locale } from "#lib/language.ts";
import { currentStation, currentViewer } from "./session.ts";
import { localeOf } from "./viewer.ts";

/**
 * What a page is written in: as its reader chose, else as the store of their register has it, or their first store; for a stranger,
 * as their browser asks.
 */
export const currentLocale = cache(async (): Promise<Locale> => {
  const viewer = await currentViewer();
  if (!viewer) return bestLocale((await headers()).get("accept-language"));
  if (viewer.locale) return viewer.locale;
  return (await currentStation(viewer))?.store.locale ?? localeOf(viewer);
});
