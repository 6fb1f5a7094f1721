"use client";

import { useRouter } from "next/navigation";
import { DisputesScreen, type DisputesScreenProps } from "#components/disputes/disputes-screen.tsx";

/** The disputes of one's stores, wired. */
export function Disputes(props: Omit<DisputesScreenProps, "refresh">) {
  const router = useRouter();
  return <DisputesScreen {...props} refresh={() => router.refresh()} />;
}
