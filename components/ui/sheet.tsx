"use client";

import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import { useWords } from "#components/ui/language.tsx";
import { Modal } from "#components/ui/modal.tsx";
import { controlWords } from "#lib/words/control-words.ts";

export type SheetProps = {
  onClose: () => void;
  title: string;
  /** Amount and consequence, read out with the title. */
  description?: ReactNode;
  children: ReactNode;
  /** While something is under way the sheet stays, so that nobody wonders what became of it. */
  locked?: boolean;
};

/** A question over the screen: from the bottom edge on a phone, centred on a tablet. */
export function Sheet({ onClose, title, description, children, locked = false }: SheetProps) {
  const { close } = useWords(controlWords);
  const id = useId();
  return (
    <Modal
      aria-labelledby={`${id}title`}
      aria-describedby={description ? `${id}description` : undefined}
      onLeave={onClose}
      locked={locked}
      className="animate-appear bg-scrim"
    >
      <div className="fixed inset-x-0 bottom-0 max-h-[92dvh] animate-rise overflow-y-auto overscroll-contain rounded-t-pad border border-line bg-card p-6 pb-[max(24px,env(safe-area-inset-bottom))] shadow-float sm:inset-x-auto sm:top-1/2 sm:bottom-auto sm:left-1/2 sm:w-120 sm:-translate-1/2 sm:animate-appear sm:rounded-pad">
        <div className="flex items-start justify-between gap-4">
          <h2 id={`${id}title`} className="pt-2 text-title font-semibold text-balance">
            {title}
          </h2>
          <button
            type="button"
            aria-label={close}
            onClick={() => locked || onClose()}
            className="-mt-1 -mr-3 grid size-11 shrink-0 place-items-center rounded-full text-soft hover:bg-sunken"
          >
            <X aria-hidden size={22} />
          </button>
        </div>
        {description ? (
          <div id={`${id}description`} className="mt-2 text-body text-soft">
            {description}
          </div>
        ) : null}
        <div className="mt-6">{children}</div>
      </div>
    </Modal>
  );
}
