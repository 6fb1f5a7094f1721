"use client";

import { useEffect } from "react";

/** The server notes that a person is there no more often than this. */
const everyMs = 60_000;

/** Tells the server that somebody is at this screen when they touch it or type, so that their session is not idle. */
export function useHere(): void {
  useEffect(() => {
    let toldAt = 0;
    const tell = () => {
      if (Date.now() - toldAt < everyMs) return;
      toldAt = Date.now();
      // A lost one does no harm: the next touch tells again.
      fetch("/api/here", { method: "POST" }).catch(() => {
        toldAt = 0;
      });
    };
    const ended = new AbortController();
    const options = { signal: ended.signal, passive: true };
    window.addEventListener("pointerdown", tell, options);
    window.addEventListener("keydown", tell, options);
    return () => ended.abort();
  }, []);
}
