"use client";

import { LoaderCircle } from "lucide-react";
import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "#components/ui/button-class.ts";

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "disabled"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Something this button started is under way: it shows so, keeps its width, and a second press does nothing. */
  busy?: boolean;
  /** What to read while busy; the button is always wide enough for both. */
  busyLabel?: string;
  /** Looks and reads as disabled but can still be pressed, so that it can explain itself. */
  soft?: boolean;
  disabled?: boolean;
  icon?: ReactNode;
};

/** A button that never changes its width. Busy and disabled ones keep the focus, so that a keyboard does not lose its place. */
export function Button({
  variant = "secondary",
  size = "till",
  busy = false,
  busyLabel,
  soft = false,
  disabled = false,
  icon,
  children,
  className = "",
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  const blocked = busy || disabled;
  function press(event: MouseEvent<HTMLButtonElement>) {
    if (blocked) event.preventDefault();
    else onClick?.(event);
  }
  return (
    <button
      {...rest}
      type={type}
      onClick={press}
      aria-disabled={blocked || soft || undefined}
      aria-busy={busy || undefined}
      className={`${buttonClass(variant, size, soft || disabled)} ${className}`}
    >
      <span className="grid place-items-center">
        <span
          className={`col-start-1 row-start-1 flex items-center justify-center gap-2 ${busy ? "opacity-0" : ""}`}
        >
          {icon}
          <span>{children}</span>
        </span>
        <span
          aria-hidden={!busy}
          className={`col-start-1 row-start-1 flex items-center justify-center gap-2 ${busy ? "" : "invisible"}`}
        >
          <LoaderCircle aria-hidden size={20} className={busy ? "animate-turn" : ""} />
          {busyLabel ? <span>{busyLabel}</span> : null}
        </span>
      </span>
    </button>
  );
}
