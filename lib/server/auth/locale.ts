import { headers } from "next/headers";
import { cache } from "react";
import { DatabaseAwayError } from "#db/database-away.ts";
import { bestLocale, type Locale } from "#lib/language.ts";
import { currentStation, currentViewer } from "./session.ts";
import { currentTablet } from "./tablet.ts";
import { localeOf } from "./viewer.ts";

/**
 * What a page is written in: as its reader chose, else as the store of their register has it, or their first store. Where nobody is
 * signed in: as a paired tablet's store has it, anywhere else as the browser asks; also while the database does not answer, so that the
 * page which says that something is wrong can be read.
 */
export const currentLocale = cache(async (): Promise<Locale> => {
  try {
    return await knownLocale();
  } catch (error) {
    if (error instanceof DatabaseAwayError) return browserLocale();
    throw error;
  }
});

async function knownLocale(): Promise<Locale> {
  const viewer = await currentViewer();
  const tablet = viewer ? null : await currentTablet();
  if (tablet) return tablet.store.locale;
  if (!viewer) return browserLocale();
  if (viewer.locale) return viewer.locale;
  return (await currentStation(viewer))?.store.locale ?? localeOf(viewer);
}

async function browserLocale(): Promise<Locale> {
  return bestLocale((await headers()).get("accept-language"));
}
