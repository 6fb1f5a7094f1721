"use client";

import { ArrowLeft, MonitorSmartphone } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { ShopperDisplay } from "#components/display/shopper-display.tsx";
import { useShowOnDisplay } from "#components/display/use-show-on-display.ts";
import { statusNow } from "#components/sale/status-now.ts";
import { buttonClass } from "#components/ui/button-class.ts";
import { useWords } from "#components/ui/language.tsx";
import { Modal } from "#components/ui/modal.tsx";
import { type DisplayState, type DisplayView, displayOf } from "#lib/display.ts";
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
  return (
    <>
      <button
        type="button"
        onClick={() => setTurned(true)}
        className={`${buttonClass("secondary")} flex-1 gap-2 whitespace-nowrap`}
      >
        <MonitorSmartphone aria-hidden size={20} /> {words.turn}
      </button>
      {isTurned ? <FullDisplay view={view} onBack={() => setTurned(false)} /> : null}
    </>
  );
}

function FullDisplay({ view, onBack }: { view: DisplayView; onBack: () => void }) {
  const words = useWords(displayScreenWords);
  const titleId = useId();
  const screen = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A browser that does not allow it shows the same in its window.
    screen.current?.requestFullscreen?.().catch(() => {});
    return () => {
      if (document.fullscreenElement) document.exitFullscreen().catch(() => {});
    };
  }, []);
  return (
    <Modal aria-labelledby={titleId} onLeave={onBack} className="bg-paper">
      <div ref={screen} className="min-h-full overflow-y-auto bg-paper">
        <h2 id={titleId} className="sr-only">
          {words.title}
        </h2>
        <ShopperDisplay view={view} />
        <button
          type="button"
          aria-label={words.back}
          onClick={onBack}
          className="fixed bottom-[max(12px,env(safe-area-inset-bottom))] left-3 grid size-14 place-items-center rounded-full border border-line bg-card text-soft hover:bg-sunken"
        >
          <ArrowLeft aria-hidden size={22} />
        </button>
      </div>
    </Modal>
  );
}
