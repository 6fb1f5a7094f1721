"use client";

import { useEffect } from "react";

/**
 * Keeps the screen from going dark while it is needed and the page is in sight. A browser gives the lock up when the page is
 * hidden: it is asked for again when it is seen again. Where there is no such lock, or the battery is low, the screen sleeps as usual.
 */
export function useScreenAwake(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const ask = async () => {
      if (isOver || document.visibilityState !== "visible" || (lock && !lock.released)) return;
      try {
        const got = await navigator.wakeLock.request("screen");
        if (isOver) await got.release();
        else lock = got;
      } catch {
        // Refused for now: asked again when the page is next seen.
      }
    };
    void ask();
    document.addEventListener("visibilitychange", ask);
    return () => {
      isOver = true;
      document.removeEventListener("visibilitychange", ask);
      void lock?.release();
    };
  }, [isNeeded]);
}
