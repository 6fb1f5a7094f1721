"use client";

import {
  Activity,
  Calculator,
  CalendarCheck,
  Landmark,
  type LucideIcon,
  MessageSquareWarning,
  ReceiptText,
  Store,
  Sun,
  UserRound,
  UserRoundX,
  Users,
} from "lucide-react";
import type { ReactNode } from "react";
import { Places } from "#components/desk/places.tsx";
import { useWords } from "#components/ui/language.tsx";
import { deskWords } from "#lib/words/desk-words.ts";

const icons = {
  till: Calculator,
  orders: ReceiptText,
  people: Users,
  stores: Store,
  operator: Activity,
  account: UserRound,
  days: CalendarCheck,
  today: Sun,
  disputes: MessageSquareWarning,
  payouts: Landmark,
  shoppers: UserRoundX,
} satisfies Record<string, LucideIcon>;

/** A place to go: its name follows the reader's language. */
export type DeskPlace = { place: keyof typeof icons; href: string };
export type DeskFrameProps = {
  top: ReactNode;
  places: DeskPlace[];
  /** What every page is told, above it. */
  notices?: ReactNode;
  children: ReactNode;
};

/** The desk: the top bar, the places to go at the left (on a phone along the bottom edge), and the page. */
export function DeskFrame({ top, places, notices, children }: DeskFrameProps) {
  const words = useWords(deskWords);
  return (
    <div className="flex min-h-dvh flex-col bg-paper wide:h-dvh print:block print:h-auto! print:bg-transparent">
      <div className="sticky top-0 z-20 print:hidden">{top}</div>
      <div className="flex min-h-0 flex-1">
        <Places
          places={places.map(({ place, href }) => ({ href, icon: icons[place], label: words.places[place] }))}
        />
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          {notices ? (
            <div className="mx-auto flex w-full max-w-300 shrink-0 flex-col gap-3 px-4 pt-4 print:hidden empty:hidden sm:px-6 desk:px-8">
              {notices}
            </div>
          ) : null}
          <main className="min-h-0 flex-1 overflow-y-auto print:overflow-visible print:pb-0! max-wide:pb-[calc(64px+env(safe-area-inset-bottom,0px))]">
            {children}
          </main>
        </div>
      </div>
    </div>
  );
}

export type DeskPageProps = { title: string; lead?: string; actions?: ReactNode; children: ReactNode };

/** One page of the desk: its name, what can be done on the whole of it, and its content. */
export function DeskPage({ title, lead, actions, children }: DeskPageProps) {
  return (
    <div className="mx-auto flex w-full max-w-300 flex-col gap-5 p-4 sm:p-6 desk:px-8 print:gap-3 print:p-0!">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h1 className="text-figure font-semibold tracking-[-0.02em]">{title}</h1>
          {lead ? <p className="text-body text-soft">{lead}</p> : null}
        </div>
        {actions}
      </div>
      {children}
    </div>
  );
}
