"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const lookAgainMs = 2_000;

/** Loads the page again and again while the payouts are being read, so that it shows what has come. */
export function useReading(isReading: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!isReading) return;
    const timer = setInterval(() => router.refresh(), lookAgainMs);
    return () => clearInterval(timer);
  }, [isReading, router]);
}
