"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Link } from "./link.tsx";

export type MenuItem = { label: string; href?: string; onSelect?: () => void };

export type MenuProps = {
  /** What the button shows that opens it. */
  face: ReactNode;
  /** Stands above the items. */
  heading: string;
  items: MenuItem[];
};

const itemClass =
  "flex min-h-14 w-full items-center rounded-small px-4 text-left text-body font-medium -outline-offset-3 hover:bg-sunken focus:bg-sunken";

/** A button with a menu under it (ARIA's menu button): arrows, Home, End, a letter; Escape, Tab or a touch elsewhere closes it. */
export function Menu({ face, heading, items }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const entries = () => [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];

  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = (event: PointerEvent) => {
      if (!box.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, [isOpen]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus goes to the first item when the menu opens, and then stays with the person
  useEffect(() => {
    if (isOpen) entries()[0]?.focus();
  }, [isOpen]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  function steer(event: KeyboardEvent) {
    if (!isOpen) return;
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = (index: number) => all[(index + all.length) % all.length];
    const letter = event.key.length === 1 ? event.key.toLowerCase() : null;
    const begins = (it: HTMLElement) => letter !== null && it.textContent?.toLowerCase().startsWith(letter);
    const targets: Record<string, HTMLElement | undefined> = {
      ArrowDown: to(at + 1),
      ArrowUp: to(at - 1),
      Home: all[0],
      End: all.at(-1),
    };
    const target = targets[event.key] ?? [...all.slice(at + 1), ...all].find(begins);
    if (event.key === "Tab") return setOpen(false);
    if (event.key === "Escape") close();
    else target?.focus();
    if (event.key === "Escape" || target) event.preventDefault();
    // What the page behind does with keys is not meant while a menu is open.
    event.stopPropagation();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the button and the items inside
    <div ref={box} className="relative" onKeyDown={steer}>
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (isOpen || event.key !== "ArrowDown") return;
          event.preventDefault();
          setOpen(true);
        }}
        className="flex min-h-12 items-center gap-2 rounded-card px-3 text-body font-medium hover:bg-sunken"
      >
        {face}
      </button>
      {isOpen ? (
        <div className="absolute top-full right-0 z-40 mt-1 min-w-60 animate-appear rounded-card border border-line bg-card p-2 shadow-float">
          <p id={`${id}-heading`} className="px-4 py-2 text-label text-faint">
            {heading}
          </p>
          <div id={id} role="menu" aria-labelledby={`${id}-heading`}>
            {items.map(({ label, href, onSelect }) =>
              href ? (
                <Link
                  key={label}
                  href={href}
                  role="menuitem"
                  tabIndex={-1}
                  onClick={() => setOpen(false)}
                  className={itemClass}
                >
                  {label}
                </Link>
              ) : (
                <button
                  key={label}
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  onClick={() => {
                    close();
                    onSelect?.();
                  }}
                  className={itemClass}
                >
                  {label}
                </button>
              ),
            )}
          </div>
        </div>
      ) : null}
    </div>
  );
}
