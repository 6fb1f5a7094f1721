import type { StoreSettings } from "./store-settings.ts";

/** A store with what is set of it, as its page shows it. */
export type StoreView = {
  id: string;
  settings: StoreSettings;
  registers: RegisterView[];
  /** It has sold something: code, currency and time zone stay as they are. */
  hasSales: boolean;
};

export type RegisterView = { id: string; name: string; isClosed: boolean; tablets: TabletView[] };

/** A tablet that is paired with a register. Times are ISO 8601 in UTC. */
export type TabletView = {
  tabletId: string;
  device: string;
  pairedBy: string;
  pairedAt: string;
  lastSeenAt: string;
};
