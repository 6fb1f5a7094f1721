"use client";

import { Check, ChevronUp } from "lucide-react";
import { usePathname } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from "react";
import { useWords } from "#components/ui/language.tsx";
import { tillWords } from "#lib/words/till-words.ts";

export type SideSheetProps = {
  waiting: number;
  /** How many of those can be captured. */
  approved: number;
  today: number;
  /** What stands above the list and stays in sight while it scrolls. */
  notices?: ReactNode;
  /** The same in a line, for the bar of a phone. */
  noticeLine?: ReactNode;
  children: ReactNode;
};

/**
 * The list of sales: a right column where there is room; on a phone a bar at the bottom edge that opens the same
 * list as a sheet. One list in one place of the document, so that nothing is drawn or announced twice.
 */
export function SideSheet({ waiting, approved, today, notices, noticeLine, children }: SideSheetProps) {
  const [isOpen, setOpen] = useState(false);
  const listId = useId();
  const words = useWords(tillWords);
  const pathname = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever chose a sale from the sheet wants to see the sale
  useEffect(() => setOpen(false), [pathname]);

  function closeOnEscape(event: KeyboardEvent) {
    if (event.key === "Escape") setOpen(false);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what is open inside, as it does in a dialog
    <div onKeyDown={closeOnEscape} className="contents">
      {isOpen ? (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          onClick={() => setOpen(false)}
          className="fixed inset-0 z-20 animate-appear bg-scrim wide:hidden"
        />
      ) : null}
      <aside className="z-30 shrink-0 border-line bg-paper max-wide:fixed max-wide:inset-x-0 max-wide:bottom-0 max-wide:rounded-t-pad max-wide:border-t max-wide:safe-bottom wide:min-h-0 wide:w-90 wide:overflow-y-auto wide:border-l">
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={listId}
          onClick={() => setOpen(!isOpen)}
          className={`flex h-14 w-full items-center justify-between gap-2 rounded-t-pad px-5 text-body font-semibold wide:hidden ${approved > 0 ? "animate-celebrate bg-approved-wash" : "bg-card"}`}
        >
          <span className="min-w-0 text-left">
            {noticeLine}
            <span className="flex items-center gap-3 whitespace-nowrap">
              {approved > 0 ? (
                <>
                  <span className="flex items-center gap-1.5 text-approved">
                    <Check aria-hidden size={18} strokeWidth={3} />
                    {words.approvedShort(approved)}
                  </span>
                  <Dot />
                </>
              ) : null}
              <span className={waiting > 0 ? "text-waiting" : ""}>{words.waitingShort(waiting)}</span>
              <span className={`contents ${approved > 0 ? "max-sm:hidden" : ""}`}>
                <Dot />
                <span className="text-soft">{words.todayShort(today)}</span>
              </span>
            </span>
          </span>
          <ChevronUp aria-hidden size={20} className={`transition-transform ${isOpen ? "rotate-180" : ""}`} />
        </button>
        <div
          id={listId}
          className={`max-wide:max-h-[70dvh] max-wide:overflow-y-auto max-wide:overscroll-contain ${isOpen ? "" : "max-wide:hidden"}`}
        >
          {notices ? (
            <div className="sticky top-0 z-10 flex flex-col gap-3 bg-paper px-4 pt-4 empty:hidden">
              {notices}
            </div>
          ) : null}
          {children}
        </div>
      </aside>
    </div>
  );
}

function Dot() {
  return (
    <span aria-hidden className="text-faint">
      ·
    </span>
  );
}
