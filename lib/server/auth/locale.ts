import { headers } from "next/headers";
import { cache } from "react";
import { bestLocale, type Locale } from "#lib/language.ts";
import { currentStation, currentViewer } from "./session.ts";
import { currentTablet } from "./tablet.ts";
import { localeOf } from "./viewer.ts";

/**
 * What a page is written in: as its reader chose, else as the store of their register has it, or their first store. Where nobody is
 * signed in: as a paired tablet's store has it, anywhere else as the browser asks.
 */
export const currentLocale = cache(async (): Promise<Locale> => {
  const viewer = await currentViewer();
  const tablet = viewer ? null : await currentTablet();
  if (tablet) return tablet.store.locale;
  if (!viewer) return bestLocale((await headers()).get("accept-language"));
  if (viewer.locale) return viewer.locale;
  return (await currentStation(viewer))?.store.locale ?? localeOf(viewer);
});
