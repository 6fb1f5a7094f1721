"use client";

import { useEffect, useState } from "react";
import { ShopperDisplay } from "#components/display/shopper-display.tsx";
import {
  believedForMs,
  type DisplayMessage,
  displayChannel,
} from "#components/display/use-show-on-display.ts";
import { useScreenAwake } from "#components/ui/use-screen-awake.ts";
import type { DisplayView } from "#lib/display.ts";

/** A second screen: what the till beside it in this browser shows the shopper, and the shop's name while that is nothing. */
export function FollowTill({ storeName }: { storeName: string }) {
  const [view, setView] = useState<DisplayView | null>(null);
  useScreenAwake(true);
  useEffect(() => {
    const channel = new BroadcastChannel(displayChannel);
    let silence: ReturnType<typeof setTimeout>;
    channel.onmessage = ({ data }: MessageEvent<DisplayMessage>) => {
      clearTimeout(silence);
      setView(data.view);
      // A till that closed or hangs shows nothing: the shopper of before must not stay here.
      silence = setTimeout(() => setView(null), believedForMs);
    };
    return () => {
      clearTimeout(silence);
      channel.close();
    };
  }, []);
  return (
    <main>
      {view ? (
        <ShopperDisplay view={view} />
      ) : (
        <div className="grid min-h-dvh place-items-center bg-paper p-6">
          <p className="text-center text-figure font-semibold text-balance">{storeName}</p>
        </div>
      )}
    </main>
  );
}
