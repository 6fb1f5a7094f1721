import type { StoreSettings } from "./store-settings.ts";

/** A store with what is set of it, as its page shows it. */
export type StoreView = {
  id: string;
  settings: StoreSettings;
  registers: RegisterView[];
  /** It has sold something: code, currency and time zone stay as they are. */
  hasSales: boolean;
};

export type RegisterView = { id: string; name: string; isClosed: boolean };
