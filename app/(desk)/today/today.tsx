"use client";

import { useRouter } from "next/navigation";
import { TodayScreen, type TodayScreenProps } from "#components/today/today-screen.tsx";

/** The day at a glance, wired. */
export function Today(page: Omit<TodayScreenProps, "refresh">) {
  const router = useRouter();
  return <TodayScreen {...page} refresh={() => router.refresh()} />;
}
