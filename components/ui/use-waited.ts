"use client";

import { useEffect, useState } from "react";

/** Tells whether something has been under way for at least so many milliseconds. */
export function useWaited(isUnderWay: boolean, ms: number): boolean {
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    setWaited(false);
    if (!isUnderWay) return;
    const timer = setTimeout(() => setWaited(true), ms);
    return () => clearTimeout(timer);
  }, [isUnderWay, ms]);
  return isUnderWay && waited;
}
