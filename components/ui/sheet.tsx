"use client";

import { X } from "lucide-react";
import * as Dialog from "radix-ui/dialog";
import { type ReactNode, useState } from "react";
import { useWords } from "#components/ui/language.tsx";
import { controlWords } from "#lib/words/control-words.ts";

export type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** Amount and consequence, read out with the title. */
  description?: ReactNode;
  children: ReactNode;
  /** While something is under way the sheet stays, so that nobody wonders what became of it. */
  locked?: boolean;
};

/** A question over the screen: from the bottom edge on a phone, centred on a tablet. */
export function Sheet({ open, onOpenChange, title, description, children, locked = false }: SheetProps) {
  const { close } = useWords(controlWords);
  // The sheet has no trigger that the dialog knows of: whoever opened it gets the focus back from here.
  const [opener] = useState(() => (typeof document === "undefined" ? null : document.activeElement));

  function change(next: boolean) {
    if (next || !locked) onOpenChange(next);
  }
  return (
    <Dialog.Root open={open} onOpenChange={change}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Dialog.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener instanceof HTMLElement) opener.focus();
          }}
          className="fixed inset-x-0 bottom-0 z-50 max-h-[92dvh] animate-rise overflow-y-auto overscroll-contain rounded-t-pad border border-line bg-card p-6 pb-[max(24px,env(safe-area-inset-bottom))] shadow-float outline-none sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-120 sm:-translate-1/2 sm:animate-appear sm:rounded-pad"
        >
          <div className="flex items-start justify-between gap-4">
            <Dialog.Title className="pt-2 text-title font-semibold text-balance">{title}</Dialog.Title>
            <Dialog.Close
              aria-label={close}
              className="-mt-1 -mr-3 grid size-11 shrink-0 place-items-center rounded-full text-soft hover:bg-sunken"
            >
              <X aria-hidden size={22} />
            </Dialog.Close>
          </div>
          {description ? (
            <Dialog.Description asChild>
              <div className="mt-2 text-body text-soft">{description}</div>
            </Dialog.Description>
          ) : null}
          <div className="mt-6">{children}</div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
