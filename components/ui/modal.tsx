"use client";

import { type ComponentProps, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";

export type ModalProps = Pick<
  ComponentProps<"dialog">,
  "aria-label" | "aria-labelledby" | "aria-describedby" | "lang"
> & {
  /** Escape, or a touch beside what lies on it. */
  onLeave: () => void;
  /** It stays, whatever is pressed. */
  locked?: boolean;
  className: string;
  children?: ReactNode;
};

/**
 * Something over the whole screen, in the browser's top layer: what is under it stays as it was and is out of reach, and whoever had the
 * focus gets it back. It is open for as long as it is drawn.
 */
export function Modal({ onLeave, locked = false, className, children, ...names }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isPressedBeside = useRef(false);
  // Before a field inside takes the focus for itself.
  const [opener] = useState(() => (typeof document === "undefined" ? null : document.activeElement));

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const wished = element.contains(document.activeElement) ? document.activeElement : null;
    element.showModal();
    if (wished instanceof HTMLElement) wished.focus();
    return () => {
      element.close();
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, [opener]);

  // On the server there is nothing to lie over yet.
  if (typeof document === "undefined") return null;
  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape leaves it by keyboard
    <dialog
      {...names}
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault();
        if (!locked) onLeave();
      }}
      // A browser closes it without asking when Escape is pressed again and again.
      onClose={(event) => (locked ? event.currentTarget.showModal() : onLeave())}
      onPointerDown={(event) => {
        isPressedBeside.current = event.target === event.currentTarget;
      }}
      // Text that is marked beyond the edge ends in a click beside it too.
      onClick={(event) => {
        if (isPressedBeside.current && event.target === event.currentTarget && !locked) onLeave();
      }}
      className={`fixed inset-0 m-0 block size-full max-h-none max-w-none overflow-y-auto overscroll-contain text-ink backdrop:bg-transparent ${className}`}
    >
      {children}
    </dialog>,
    document.body,
  );
}
