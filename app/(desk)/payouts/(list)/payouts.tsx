"use client";

import { useRouter } from "next/navigation";
import { useServerNow } from "#components/live/live-provider.tsx";
import { PayoutsScreen, type PayoutsScreenProps } from "#components/payouts/payouts-screen.tsx";
import type { Result } from "#lib/problem.ts";
import { useReading } from "../use-reading.ts";

type PayoutsProps = Omit<PayoutsScreenProps, "now" | "readNow" | "resolve"> & {
  personId: string;
  read: (given: unknown) => Promise<Result<string>>;
  resolve: (given: unknown) => Promise<Result<null>>;
};

/** The list of payouts, wired. */
export function Payouts({ personId, read, resolve, ...shown }: PayoutsProps) {
  const now = useServerNow();
  const router = useRouter();
  useReading(shown.reading.isReading);
  return (
    <PayoutsScreen
      {...shown}
      now={now}
      readNow={async () => {
        const result = await read({ personId });
        router.refresh();
        return result;
      }}
      resolve={async (resolution) => {
        const result = await resolve({ ...resolution, personId });
        if (result.ok) router.refresh();
        return result;
      }}
    />
  );
}
