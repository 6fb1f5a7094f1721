"use client";

import { useEffect } from "react";

/** A third of how long the server believes that a screen shows a sale. */
const everyMs = 7_000;

/** Tells the server, while the page is in sight, that a screen shows this sale. */
export function useWatch(saleId: string): void {
  useEffect(() => {
    const tell = () => {
      if (document.visibilityState !== "visible") return;
      const body = JSON.stringify({ saleId });
      // Lost ones do no harm: the next comes in seconds, and polling goes on more slowly without.
      fetch("/api/watch", { method: "POST", headers: { "Content-Type": "application/json" }, body }).catch(
        () => {},
      );
    };
    tell();
    const timer = setInterval(tell, everyMs);
    document.addEventListener("visibilitychange", tell);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tell);
    };
  }, [saleId]);
}
