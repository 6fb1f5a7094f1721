import { listPinStaff, type PairedTablet } from "#db/queries/tablets.ts";
import type { Locale } from "#lib/language.ts";
import { touchEveryMs } from "../auth/session-limits.ts";
import { currentTablet } from "../auth/tablet.ts";
import type { Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";

/** What a paired tablet says of itself, and who can sign in on it by a touch. */
export type TabletFace = {
  tabletId: string;
  storeName: string;
  registerName: string;
  locale: Locale;
  staff: { personId: string; name: string }[];
};

/** A tablet on which somebody is signed in. */
export type OpenTablet = TabletFace & {
  sessionId: string;
  /** How long nobody had touched it when the page was drawn, at least. */
  untouchedMs: number;
};

/** A paired tablet's face. */
export async function loadFace({ tablet, register, store }: PairedTablet): Promise<TabletFace> {
  return {
    tabletId: tablet.id,
    storeName: store.name,
    registerName: register.name,
    locale: store.locale,
    staff: await read((db) => listPinStaff(db, store.id)),
  };
}

/** The face of the paired tablet a viewer signed in on; null on any other browser. */
export async function loadOpenTablet(viewer: Viewer): Promise<OpenTablet | null> {
  const here = await currentTablet();
  if (!here || here.tablet.id !== viewer.tabletId) return null;
  const untouchedMs = Math.max(0, Date.now() - viewer.lastSeenAt.getTime() - touchEveryMs);
  return { ...(await loadFace(here)), sessionId: viewer.sessionId, untouchedMs };
}
