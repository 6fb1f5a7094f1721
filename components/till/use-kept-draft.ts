"use client";

import { useEffect, useRef } from "react";
import { findDraft, isEmptyDraft, keepDraft, longestDraftMs } from "#components/till/sale-draft.ts";
import type { NewSaleForm } from "#components/till/use-new-sale-form.ts";
import type { Wish } from "#components/ui/wish.ts";

/** How often it is looked whether what is typed has grown old. */
const lookEveryMs = 15_000;

/**
 * Keeps what is typed over a reload, a look at another sale, and a tab that the device let go of; lets go of it when nobody went on
 * with it for a quarter of an hour. Returns a way to keep it at once, before it is sent.
 */
export function useKeptDraft(owner: string, form: NewSaleForm, wish: Wish, onOld: () => void): () => void {
  const { fields, typedAt } = form;
  const latest = useRef({ form, wish, onOld });
  latest.current = { form, wish, onOld };

  useEffect(() => {
    const kept = findDraft(owner, Date.now());
    if (!kept) return;
    latest.current.form.replace(kept.draft, kept.keptAt);
    latest.current.wish.resume(kept.wish);
  }, [owner]);

  function keep() {
    // Until something was typed here, what is kept is still to be brought back.
    if (typedAt !== null) keepDraft({ owner, keptAt: typedAt, draft: fields, wish: wish.kept() });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: kept when something of it changes
  useEffect(keep, [owner, fields, typedAt]);

  useEffect(() => {
    if (typedAt === null || isEmptyDraft(fields)) return;
    const look = () => {
      const ageMs = Date.now() - typedAt;
      if (ageMs > longestDraftMs) latest.current.onOld();
    };
    // A tablet that wakes runs its timers late.
    const timer = setInterval(look, lookEveryMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [fields, typedAt]);

  return keep;
}
