"use client";

import { ArrowLeft, MonitorSmartphone } from "lucide-react";
import * as Dialog from "radix-ui/dialog";
import { useEffect, useState } from "react";
import { ShopperDisplay } from "#components/display/shopper-display.tsx";
import { useShowOnDisplay } from "#components/display/use-show-on-display.ts";
import { statusNow } from "#components/sale/status-now.ts";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/ui/language.tsx";
import { type DisplayState, displayOf } from "#lib/display.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { displayScreenWords } from "#lib/words/display-words.ts";

/** What is over is read and then gone: the next shopper is not to see the last one's. */
const overStates: DisplayState[] = ["paid", "partly_refunded", "refunded", "not_charged"];
const staysMs = 20_000;

export type TurnedDisplayProps = { sale: SaleView; qrHref: string; now: Date };

/**
 * What the shopper sees of the sale on this screen: on a second screen of this browser by itself, and over this one while it is turned
 * to them. The cashier comes back by one touch, or by Escape.
 */
export function TurnedDisplay({ sale, qrHref, now }: TurnedDisplayProps) {
  const words = useWords(displayScreenWords);
  const [isTurned, setTurned] = useState(false);
  const view = displayOf(sale, statusNow(sale, now), qrHref);
  useShowOnDisplay(view);
  const isOver = overStates.includes(view.state);
  useEffect(() => {
    if (!isTurned || !isOver) return;
    const timer = setTimeout(() => setTurned(false), staysMs);
    return () => clearTimeout(timer);
  }, [isTurned, isOver]);
  useEffect(() => {
    if (!isTurned) return;
    // A browser that does not allow it shows the same in its window.
    document.documentElement.requestFullscreen?.().catch(() => {});
    return () => {
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    };
  }, [isTurned]);
  return (
    <Dialog.Root open={isTurned} onOpenChange={setTurned}>
      <Dialog.Trigger className={`${buttonClass("secondary")} flex-1 gap-2 whitespace-nowrap`}>
        <MonitorSmartphone aria-hidden size={20} /> {words.turn}
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-0 z-50 overflow-y-auto bg-paper outline-none"
        >
          <Dialog.Title className="sr-only">{words.title}</Dialog.Title>
          <ShopperDisplay view={view} />
          <Dialog.Close
            aria-label={words.back}
            className="fixed bottom-[max(12px,env(safe-area-inset-bottom))] left-3 grid size-14 place-items-center rounded-full border border-line bg-card text-soft hover:bg-sunken"
          >
            <ArrowLeft aria-hidden size={22} />
          </Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
