"use client";

import { RefreshCw } from "lucide-react";
import { type RefObject, useEffect, useRef } from "react";
import { useLive } from "#components/live/live-provider.tsx";
import { useWords } from "#components/ui/language.tsx";
import { screenWork } from "#components/ui/screen-work.ts";
import { buildId } from "#lib/build-id.ts";
import { versionWords } from "#lib/words/version-words.ts";

/** Nobody has touched the screen for so long: it is between two sales. */
const quietMs = 15_000;
const lookEveryMs = 1_000;
/** Where a tab keeps which build it loaded by itself: one that it does not get that way is not loaded again and again. */
const takenKey = "till-build-taken";

/** The build the server runs when it is another than this page's; null while they are the same, and until the stream has said so. */
function useNewBuild(): string | null {
  const serverBuild = useLive((it) => it.serverBuild);
  return serverBuild === null || serverBuild === buildId ? null : serverBuild;
}

/** When somebody last touched the screen or a key; at first, when it was loaded. */
function useTouchedAt(): RefObject<number> {
  const touchedAt = useRef(0);
  useEffect(() => {
    const touched = () => {
      touchedAt.current = Date.now();
    };
    touched();
    const ended = new AbortController();
    const options = { signal: ended.signal, passive: true };
    window.addEventListener("pointerdown", touched, options);
    window.addEventListener("keydown", touched, options);
    return () => ended.abort();
  }, []);
  return touchedAt;
}

export type NewVersionProps = {
  /** No sale is on the screen: the new version may be taken once nobody types and nobody touches. */
  isBetweenSales: boolean;
};

/** Says that the server runs a newer version, loads it on a press, and by itself between two sales. */
export function NewVersion({ isBetweenSales }: NewVersionProps) {
  const words = useWords(versionWords);
  const build = useNewBuild();
  const isLive = useLive((it) => it.connection === "live");
  const mayTake = build !== null && isBetweenSales && isLive;
  const touchedAt = useTouchedAt();
  useEffect(() => {
    if (!mayTake || sessionStorage.getItem(takenKey) === build) return;
    const timer = setInterval(() => {
      const { isSending, isBegun } = screenWork();
      if (isSending || isBegun || Date.now() - touchedAt.current < quietMs) return;
      sessionStorage.setItem(takenKey, build);
      location.reload();
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [mayTake, build, touchedAt]);
  if (build === null) return null;
  return (
    <button
      type="button"
      aria-label={words.take}
      onClick={() => location.reload()}
      className="flex min-h-12 shrink-0 animate-appear items-center gap-2 rounded-card bg-accent-wash px-3 text-label font-semibold text-accent"
    >
      <RefreshCw aria-hidden size={18} />
      <span className="max-wide:sr-only">{words.ready}</span>
    </button>
  );
}
