"use client";

import { useEffect } from "react";

let unfinished = 0;

/** Says that something on this screen is begun and not finished, such as an amount that is typed, for as long as that is so. */
export function useUnfinished(is: boolean): void {
  useEffect(() => {
    if (!is) return;
    unfinished += 1;
    return () => {
      unfinished -= 1;
    };
  }, [is]);
}

/** Tells whether anything on this page is begun and not finished: loading it anew would lose it. */
export function isAnythingUnfinished(): boolean {
  return unfinished > 0;
}
