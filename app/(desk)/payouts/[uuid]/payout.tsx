"use client";

import { useRouter } from "next/navigation";
import { useServerNow } from "#components/live/live-provider.tsx";
import { PayoutScreen, type PayoutScreenProps } from "#components/payouts/payout-screen.tsx";
import type { Result } from "#lib/problem.ts";
import { useReading } from "../use-reading.ts";

type PayoutProps = Pick<PayoutScreenProps, "payout" | "reading" | "place"> & {
  personId: string;
  read: (given: unknown) => Promise<Result<string>>;
  resolve: (given: unknown) => Promise<Result<null>>;
};

/** One payout, wired. */
export function Payout({ personId, read, resolve, ...shown }: PayoutProps) {
  const now = useServerNow();
  const router = useRouter();
  useReading(shown.reading.isReading);
  return (
    <PayoutScreen
      {...shown}
      now={now}
      readAgain={async () => {
        const result = await read({ personId, payoutUuid: shown.payout.payoutUuid });
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
