import type { ContactKind } from "#components/till/contact-entry.tsx";
import type { KeptWish } from "#components/ui/wish.ts";
import type { Locale } from "#lib/language.ts";

/** What is typed of a sale that was not sent yet. */
export type SaleDraft = {
  amountCents: number;
  contact: string;
  kind: ContactKind;
  shopperName: string;
  receiptNumber: string;
  /** The shopper's language, where it is not the store's. */
  shopperLocale: Locale | null;
};

/**
 * A draft as the tab keeps it: whose it is (a person's, or a tablet's, in a store), and the wish it was last sent with, so that
 * sending it again is no second sale.
 */
export type KeptDraft = { owner: string; keptAt: number; draft: SaleDraft; wish: KeptWish | null };

/** Nobody goes on with a sale after this long; the shopper's number is not to stay. */
export const longestDraftMs = 15 * 60_000;

const key = "till-draft";

export const emptyDraft: SaleDraft = {
  amountCents: 0,
  contact: "",
  kind: "sms",
  shopperName: "",
  receiptNumber: "",
  shopperLocale: null,
};

/** Tells whether nothing is typed. */
export function isEmptyDraft({ amountCents, contact, shopperName, receiptNumber }: SaleDraft): boolean {
  return amountCents === 0 && contact === "" && shopperName === "" && receiptNumber === "";
}

/** Keeps what is typed for this tab, over a reload and a tab that the device let go of; nothing typed is kept as nothing. */
export function keepDraft(kept: KeptDraft): void {
  if (isEmptyDraft(kept.draft)) {
    forgetDraft();
    return;
  }
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing: then a reload loses it, as everywhere.
  }
}

/** What this owner had typed on this tab lately; another's, or an old one, is forgotten and answered with null. */
export function findDraft(owner: string, now: number): KeptDraft | null {
  try {
    const text = sessionStorage.getItem(key);
    if (text === null) return null;
    const kept = JSON.parse(text) as KeptDraft;
    const ageMs = now - kept.keptAt;
    // One from the future: the device's clock was set, and nobody knows how old it is.
    if (kept.owner === owner && ageMs >= 0 && ageMs <= longestDraftMs) return kept;
  } catch {
    // Not ours to read: it is forgotten as well.
  }
  forgetDraft();
  return null;
}

/** Forgets what was typed. */
export function forgetDraft(): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing.
  }
}
