"use client";

import { useEffect, useRef } from "react";
import type { DisplayView } from "#lib/display.ts";

/** How often a till says again what is on its screen, and how long a display believes it without hearing it again. */
const sayEveryMs = 1_500;
export const believedForMs = 4_000;

/** Windows of one browser: a till, and the screen that faces the shopper. */
export const displayChannel = "till-display";

/** What a till tells: what faces the shopper now; null when no sale is on its screen any more. */
export type DisplayMessage = { view: DisplayView | null };

/** Tells the customer displays of this browser what is on this screen, for as long as it is in sight. */
export function useShowOnDisplay(view: DisplayView): void {
  const told = JSON.stringify(view);
  const newest = useRef(told);
  const say = useRef(() => {});
  newest.current = told;
  useEffect(() => {
    const channel = new BroadcastChannel(displayChannel);
    const post = (it: DisplayView | null) => channel.postMessage({ view: it } satisfies DisplayMessage);
    say.current = () => {
      if (document.visibilityState === "visible") post(JSON.parse(newest.current));
    };
    const timer = setInterval(() => say.current(), sayEveryMs);
    return () => {
      clearInterval(timer);
      post(null);
      channel.close();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: said at once when it changes
  useEffect(() => say.current(), [told]);
}
