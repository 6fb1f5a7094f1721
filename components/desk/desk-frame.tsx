"use client";

import {
  Activity,
  Calculator,
  type LucideIcon,
  ReceiptText,
  Store,
  UserRound,
  UserRoundX,
  Users,
} from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

const icons = {
  till: Calculator,
  orders: ReceiptText,
  people: Users,
  stores: Store,
  operator: Activity,
  account: UserRound,
  shoppers: UserRoundX,
} satisfies Record<string, LucideIcon>;

export type DeskPlace = { icon: keyof typeof icons; label: string; href: string };
export type DeskFrameProps = {
  top: ReactNode;
  places: DeskPlace[];
  /** What every page is told, above it. */
  notices?: ReactNode;
  children: ReactNode;
};

/** The desk: the top bar, the places to go at the left (on a phone along the bottom edge), and the page. */
export function DeskFrame({ top, places, notices, children }: DeskFrameProps) {
  return (
    <div className="flex min-h-dvh flex-col bg-paper wide:h-dvh">
      <div className="sticky top-0 z-20">{top}</div>
      <div className="flex min-h-0 flex-1">
        <Places places={places} />
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
          {notices ? (
            <div className="mx-auto flex w-full max-w-300 shrink-0 flex-col gap-3 px-4 pt-4 empty:hidden sm:px-6 desk:px-8">
              {notices}
            </div>
          ) : null}
          <main className="min-h-0 flex-1 overflow-y-auto max-wide:pb-[calc(64px+env(safe-area-inset-bottom,0px))]">
            {children}
          </main>
        </div>
      </div>
    </div>
  );
}

function Places({ places }: { places: DeskPlace[] }) {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Places"
      className="z-20 shrink-0 border-line bg-card max-wide:fixed max-wide:inset-x-0 max-wide:bottom-0 max-wide:border-t max-wide:safe-bottom wide:w-48 wide:border-r wide:p-3 desk:w-56"
    >
      <ul className="flex wide:flex-col wide:gap-1">
        {places.map(({ icon, label, href }) => {
          const Icon = icons[icon];
          const isHere = pathname === href || pathname.startsWith(`${href}/`);
          return (
            <li key={href} className="max-wide:flex-1">
              <Link
                href={href}
                aria-current={isHere ? "page" : undefined}
                className={`flex items-center font-medium transition-colors max-wide:h-16 max-wide:flex-col max-wide:justify-center max-wide:gap-0.5 max-wide:text-label wide:min-h-11 wide:gap-3 wide:rounded-card wide:px-3 wide:text-body ${isHere ? "text-accent wide:bg-accent-wash" : "text-soft hover:bg-sunken hover:text-ink"}`}
              >
                <Icon aria-hidden size={22} strokeWidth={isHere ? 2.3 : 1.9} />
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

export type DeskPageProps = { title: string; lead?: string; actions?: ReactNode; children: ReactNode };

/** One page of the desk: its name, what can be done on the whole of it, and its content. */
export function DeskPage({ title, lead, actions, children }: DeskPageProps) {
  return (
    <div className="mx-auto flex w-full max-w-300 flex-col gap-5 p-4 sm:p-6 desk:px-8">
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
