"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { LiveProvider, useLive } from "#components/live/live-provider.tsx";
import { useHere } from "#components/live/use-here.ts";
import { useWatch } from "#components/live/use-watch.ts";
import { ReceiptScreen, type ReceiptScreenProps } from "#components/receipt/receipt-screen.tsx";
import { SignedOutPage } from "#components/shell/message-page.tsx";

type LiveReceiptProps = ReceiptScreenProps & { personId: string; serverNow: number };

/** A receipt that stays right while it is on the screen: loaded anew when the sale changes. */
export function LiveReceipt({ personId, serverNow, ...props }: LiveReceiptProps) {
  const router = useRouter();
  return (
    <LiveProvider
      personId={personId}
      since={props.receipt.asOfSeq}
      serverNow={serverNow}
      onReset={() => router.refresh()}
    >
      <Following {...props} />
    </LiveProvider>
  );
}

function Following(props: ReceiptScreenProps) {
  const { saleId, asOfSeq } = props.receipt;
  const told = useLive((it) => it.sales.get(saleId)?.asOfSeq ?? 0);
  const isSignedOut = useLive((it) => it.connection === "signed_out");
  const router = useRouter();
  useHere();
  useWatch(saleId);
  useEffect(() => {
    if (told > asOfSeq) router.refresh();
  }, [told, asOfSeq, router]);
  if (isSignedOut) return <SignedOutPage />;
  return <ReceiptScreen {...props} />;
}
