"use client";

import { Ellipsis, type LucideIcon } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, useId, useRef, useState } from "react";
import { useWords } from "#components/ui/language.tsx";
import { Link } from "#components/ui/link.tsx";
import { deskWords } from "#lib/words/desk-words.ts";

type Place = { icon: LucideIcon; label: string; href: string };

/**
 * How many fit along the bottom edge of a narrow phone (under 360 px), of any other, and of a small tablet; the last of them is
 * "More" where there are more.
 */
const slots = { narrow: 4, phone: 5, tablet: 8 };

const item =
  "flex items-center font-medium transition-colors max-wide:h-16 max-wide:w-full max-wide:flex-col max-wide:justify-center max-wide:gap-0.5 max-wide:text-label wide:min-h-11 wide:gap-3 wide:rounded-card wide:px-3 wide:text-body";
const look = (isHere: boolean) =>
  isHere ? "text-accent wide:bg-accent-wash" : "text-soft hover:bg-sunken hover:text-ink";

/** The places to go: all of them at the left; along the bottom edge as many as fit, and the others under "More". */
export function Places({ places }: { places: Place[] }) {
  const words = useWords(deskWords);
  const pathname = usePathname();
  const isHere = ({ href }: Place) => pathname === href || pathname.startsWith(`${href}/`);
  const onNarrow = fitting(places.length, slots.narrow);
  const onPhone = fitting(places.length, slots.phone);
  const onTablet = fitting(places.length, slots.tablet);
  return (
    <nav
      aria-label={words.allPlaces}
      className="z-20 shrink-0 border-line bg-card print:hidden max-wide:fixed max-wide:inset-x-0 max-wide:bottom-0 max-wide:border-t max-wide:safe-bottom wide:w-48 wide:overflow-y-auto wide:border-r wide:p-3 desk:w-56"
    >
      <ul className="flex wide:flex-col wide:gap-1">
        {places.map((place, index) => {
          const Icon = place.icon;
          const fits =
            index < onNarrow
              ? ""
              : index < onPhone
                ? "max-[360px]:hidden"
                : index < onTablet
                  ? "max-sm:hidden"
                  : "max-wide:hidden";
          return (
            <li key={place.href} className={`min-w-0 max-wide:flex-1 ${fits}`}>
              <Link
                href={place.href}
                aria-current={isHere(place) ? "page" : undefined}
                className={`${item} ${look(isHere(place))}`}
              >
                <Icon aria-hidden size={22} strokeWidth={isHere(place) ? 2.3 : 1.9} className="shrink-0" />
                {place.label}
              </Link>
            </li>
          );
        })}
        {places.length > onNarrow ? (
          <li
            className={`min-w-0 flex-1 ${places.length > onTablet ? "wide:hidden" : places.length > onPhone ? "sm:hidden" : "min-[360px]:hidden"}`}
          >
            <More
              places={places.slice(onNarrow)}
              hiddenOnPhone={onPhone - onNarrow}
              hiddenOnTablet={onTablet - onNarrow}
              isHere={isHere}
              pathname={pathname}
            />
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

function fitting(count: number, room: number): number {
  return count <= room ? count : room - 1;
}

type MoreProps = {
  places: Place[];
  /** So many of the first have a place of their own on a phone that is not narrow, and on a tablet. */
  hiddenOnPhone: number;
  hiddenOnTablet: number;
  isHere: (place: Place) => boolean;
  pathname: string;
};

/** The places that have no room, in a panel above the edge. It closes by its button, Escape, a press elsewhere, or going. */
function More({ places, hiddenOnPhone, hiddenOnTablet, isHere, pathname }: MoreProps) {
  const words = useWords(deskWords);
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === pathname;
  const id = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const ended = new AbortController();
    const { signal } = ended;
    document.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape") return;
        setOpenAt(null);
        button.current?.focus();
      },
      { signal },
    );
    const leave = ({ target }: Event) => {
      if (!whole.current?.contains(target as Node)) setOpenAt(null);
    };
    document.addEventListener("pointerdown", leave, { signal });
    document.addEventListener("focusin", leave, { signal });
    return () => ended.abort();
  }, [isOpen]);
  const at = places.findIndex(isHere);
  return (
    <div ref={whole}>
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpenAt(isOpen ? null : pathname)}
        className={`${item} ${lookOfMore(at, hiddenOnPhone, hiddenOnTablet)}`}
      >
        <Ellipsis aria-hidden size={22} strokeWidth={1.9} />
        {words.more}
      </button>
      {isOpen ? (
        <ul
          id={id}
          className="absolute right-2 bottom-full mb-2 max-h-[70dvh] w-64 animate-appear overflow-y-auto rounded-card border border-line bg-card p-2 shadow-float"
        >
          {places.map((place, index) => {
            const Icon = place.icon;
            return (
              <li
                key={place.href}
                className={
                  index < hiddenOnPhone ? "min-[360px]:hidden" : index < hiddenOnTablet ? "sm:hidden" : ""
                }
              >
                <Link
                  href={place.href}
                  aria-current={isHere(place) ? "page" : undefined}
                  onClick={() => setOpenAt(null)}
                  className={`flex min-h-12 items-center gap-3 rounded-small px-3 text-body font-medium hover:bg-sunken ${isHere(place) ? "text-accent" : "text-ink"}`}
                >
                  <Icon aria-hidden size={22} className="shrink-0" />
                  {place.label}
                </Link>
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}

/** The button is one's place only at widths where that place is among what it holds. */
function lookOfMore(at: number, hiddenOnPhone: number, hiddenOnTablet: number): string {
  if (at < 0) return look(false);
  if (at < hiddenOnPhone) return `${look(false)} max-[360px]:text-accent`;
  return at < hiddenOnTablet ? `${look(false)} max-sm:text-accent` : look(true);
}
