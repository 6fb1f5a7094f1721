"use client";

import { ChevronDown, FlaskConical, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useLocale } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { Menu, type MenuItem } from "#components/ui/menu.tsx";
import { wordsIn } from "#lib/language.ts";
import { type Connection, connectionWarning, connectionWords } from "#lib/words/connection-words.ts";

export type TopBarProps = {
  storeName: string;
  registerName: string | null;
  personName: string;
  roleWord: string;
  connection: Connection;
  /** When the server was last heard of, by its own clock. */
  lastHeardAt: Date | null;
  /** A strip for every mode but production, such as "Sandbox: no real money moves". */
  banner: string | null;
  menu: MenuItem[];
  /** Something quiet to press, beside the connection. */
  offer?: ReactNode;
  /** The store's time zone, for the clock time in the warning. */
  timeZone: string;
  /** Something to know that is no warning, such as a clock that is off. */
  note?: string | null;
  /** Where the store's name leads; without it the name is no link. */
  homeHref?: string;
};

const dots: Record<Connection, string> = {
  connecting: "bg-faint animate-pulse-slow",
  live: "bg-approved",
  checking: "bg-attention animate-pulse-slow",
  stale: "bg-attention",
  signed_out: "bg-refused",
};

/**
 * Which shop, which register, who, and whether the screen still hears from the server. A warning takes the place of the shop's name,
 * so that nothing below moves under a finger.
 */
export function TopBar(props: TopBarProps) {
  const { connection, lastHeardAt, timeZone, note = null } = props;
  const locale = useLocale();
  const warning = connectionWarning(connection, lastHeardAt, { timeZone, locale });
  const place = (
    <>
      <span className="truncate font-semibold">{props.storeName}</span>
      {props.registerName ? (
        <span className="truncate text-soft max-sm:hidden">{props.registerName}</span>
      ) : null}
    </>
  );
  const hidden = warning || note ? "max-wide:hidden" : "";
  return (
    <header className="relative z-40 shrink-0">
      {props.banner ? (
        <p className="flex min-h-7 items-center justify-center gap-2 bg-ink px-4 text-center text-label font-semibold text-paper">
          <FlaskConical aria-hidden size={14} className="shrink-0" />
          {props.banner}
        </p>
      ) : null}
      <div
        className={`flex h-14 items-center justify-between gap-3 border-line border-b pr-2 pl-4 sm:pl-6 ${warning ? "bg-attention-wash" : "bg-card"}`}
      >
        {props.homeHref ? (
          <Link
            href={props.homeHref}
            className={`flex min-h-11 min-w-0 items-center gap-3 rounded-small text-body ${hidden}`}
          >
            {place}
          </Link>
        ) : (
          <p className={`flex min-w-0 items-center gap-3 text-body ${hidden}`}>{place}</p>
        )}
        {warning ? (
          <p
            role="alert"
            className="flex min-w-0 flex-1 items-center gap-2 text-label leading-4 font-semibold text-attention wide:justify-center desk:text-body desk:leading-5"
          >
            <TriangleAlert aria-hidden size={20} className="shrink-0 max-sm:hidden" />
            <span>{warning}</span>
          </p>
        ) : note ? (
          <p className="min-w-0 flex-1 text-label leading-4 text-soft wide:text-center">{note}</p>
        ) : null}
        <div className="flex shrink-0 items-center gap-1 sm:gap-4">
          {props.offer}
          <p role="status" className="flex items-center gap-2 text-label font-medium text-soft">
            <span aria-hidden className={`size-2.5 rounded-full ${dots[connection]}`} />
            <span className={warning ? "max-wide:sr-only" : ""}>
              {wordsIn(connectionWords, locale).is[connection]}
            </span>
          </p>
          <Menu
            face={
              <>
                <span className="max-w-36 truncate max-sm:max-w-24">{props.personName}</span>
                <ChevronDown aria-hidden size={18} className="shrink-0 text-soft" />
              </>
            }
            heading={`${props.personName} · ${props.roleWord}`}
            items={props.menu}
          />
        </div>
      </div>
    </header>
  );
}
