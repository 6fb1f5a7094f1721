"use client";

import { ChevronDown, FlaskConical, TriangleAlert } from "lucide-react";
import Link from "next/link";
import * as DropdownMenu from "radix-ui/dropdown-menu";
import type { ReactNode } from "react";
import { type Connection, connectionWarning, connectionWords } from "#lib/words/connection-words.ts";

export type TopBarMenuItem = { label: string; href?: string; onSelect?: () => void };

export type TopBarProps = {
  storeName: string;
  registerName: string | null;
  personName: string;
  roleWord: string;
  connection: Connection;
  /** When the server was last heard of. */
  lastHeardAt: Date | null;
  now: Date;
  /** A strip for every mode but production, such as "Sandbox: no real money moves". */
  banner: string | null;
  menu: TopBarMenuItem[];
  /** Something quiet to press, beside the connection. */
  offer?: ReactNode;
  /** The store's time zone and locale, for the clock time in the strip. */
  timeZone?: string;
  locale?: string;
  /** Where the store's name leads; without it the name is no link. */
  homeHref?: string;
};

const dots: Record<Connection, string> = {
  connecting: "bg-faint animate-pulse-slow",
  live: "bg-approved",
  stale: "bg-attention",
  signed_out: "bg-refused",
};

/** Which shop, which register, who, and whether the screen still hears from the server. */
export function TopBar(props: TopBarProps) {
  const { connection, lastHeardAt, timeZone = "UTC", locale = "en-US" } = props;
  const warning = connectionWarning(connection, lastHeardAt, { timeZone, locale });
  const place = (
    <>
      <span className="truncate font-semibold">{props.storeName}</span>
      {props.registerName ? (
        <span className="truncate text-soft max-sm:hidden">{props.registerName}</span>
      ) : null}
    </>
  );
  return (
    <header className="shrink-0">
      {props.banner ? (
        <p className="flex min-h-7 items-center justify-center gap-2 bg-ink px-4 text-label font-semibold text-paper">
          <FlaskConical aria-hidden size={14} />
          {props.banner}
        </p>
      ) : null}
      <div className="flex h-14 items-center justify-between gap-3 border-line border-b bg-card pr-2 pl-4 sm:pl-6">
        {props.homeHref ? (
          <Link
            href={props.homeHref}
            className="flex min-h-11 min-w-0 items-center gap-3 rounded-small text-body"
          >
            {place}
          </Link>
        ) : (
          <p className="flex min-w-0 items-center gap-3 text-body">{place}</p>
        )}
        <div className="flex shrink-0 items-center gap-1 sm:gap-4">
          {props.offer}
          <p role="status" className="flex items-center gap-2 text-label font-medium text-soft">
            <span aria-hidden className={`size-2.5 rounded-full ${dots[connection]}`} />
            {connectionWords[connection]}
          </p>
          <PersonMenu name={props.personName} roleWord={props.roleWord} items={props.menu} />
        </div>
      </div>
      {warning ? (
        <p
          role="alert"
          className="flex min-h-12 items-center justify-center gap-3 bg-attention-wash px-4 py-1 text-center text-label font-semibold text-attention sm:text-body"
        >
          <TriangleAlert aria-hidden size={20} className="shrink-0" />
          {warning}
        </p>
      ) : null}
    </header>
  );
}

const itemClass =
  "flex min-h-14 items-center rounded-small px-4 text-body font-medium outline-none data-highlighted:bg-sunken";

function PersonMenu({ name, roleWord, items }: { name: string; roleWord: string; items: TopBarMenuItem[] }) {
  return (
    // Not modal: for a menu that any tap outside closes, nothing has to be hidden from screen readers.
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="flex min-h-12 items-center gap-2 rounded-card px-3 text-body font-medium hover:bg-sunken">
        <span className="max-w-36 truncate">{name}</span>
        <ChevronDown aria-hidden size={18} className="text-soft" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          className="z-40 min-w-60 animate-appear rounded-card border border-line bg-card p-2 shadow-float"
        >
          <DropdownMenu.Label className="px-4 py-2 text-label text-faint">
            {name} · {roleWord}
          </DropdownMenu.Label>
          {items.map((item) =>
            item.href ? (
              <DropdownMenu.Item key={item.label} asChild>
                <Link href={item.href} className={itemClass}>
                  {item.label}
                </Link>
              </DropdownMenu.Item>
            ) : (
              <DropdownMenu.Item key={item.label} onSelect={item.onSelect} className={itemClass}>
                {item.label}
              </DropdownMenu.Item>
            ),
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
