"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";

/** Loads the page's data anew; what was typed stays. Resolves once it is on the screen, or could not be had. */
export function useFreshPage(): () => Promise<void> {
  const router = useRouter();
  const [isLoading, startLoading] = useTransition();
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    if (!isLoading) for (const resolve of waiting.current.splice(0)) resolve();
  }, [isLoading]);
  return () =>
    new Promise((resolve) => {
      waiting.current.push(resolve);
      startLoading(() => router.refresh());
    });
}
