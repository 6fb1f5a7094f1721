"use client";

import { useEffect } from "react";
import type { TabletWork } from "#lib/tablet-lock.ts";

// One screen a tab, and nothing is drawn from these: plain counts are enough.
let underWay = 0;
let begun = 0;

/** Notes that something was asked of the server, until the returned function is called. */
export function beginAct(): () => void {
  underWay += 1;
  return () => {
    underWay -= 1;
  };
}

/** Notes that somebody is in the middle of something here, as long as `is`. */
export function useBegun(is: boolean): void {
  useEffect(() => {
    if (!is) return;
    begun += 1;
    return () => {
      begun -= 1;
    };
  }, [is]);
}

/** What this screen is about at this moment. */
export function screenWork(): TabletWork {
  return { isSending: underWay > 0, isBegun: begun > 0 };
}
