"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useServerNow } from "#components/live/live-provider.tsx";
import { OperatorScreen, type OperatorScreenProps } from "#components/operator/operator-screen.tsx";

const lookEveryMs = 4_000;

type OperatorProps = Pick<OperatorScreenProps, "view" | "timeZone"> & {
  personId: string;
  retry: (given: unknown) => ReturnType<OperatorScreenProps["retry"]>;
};

/** How the till itself gets on, wired. It is looked at anew every few seconds while it is seen. */
export function Operator({ personId, view, timeZone, retry }: OperatorProps) {
  const now = useServerNow();
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, lookEveryMs);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <OperatorScreen
      view={view}
      now={now}
      timeZone={timeZone}
      hrefOf={(saleId) => `/orders/${saleId}`}
      retry={async (eventId) => {
        const result = await retry({ personId, eventId });
        if (result.ok) router.refresh();
        return result;
      }}
    />
  );
}
