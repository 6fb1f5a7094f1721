import type { ReactNode } from "react";

export type TillFrameProps = { top: ReactNode; children: ReactNode; side?: ReactNode };

/**
 * The till's page: the top bar, the main part, and the list of sales (a `SideSheet`) at its side. Exactly as tall as
 * the screen, so that the keypad and the button never scroll away; main part and list scroll each on their own.
 */
export function TillFrame({ top, children, side }: TillFrameProps) {
  return (
    <div className="flex h-dvh flex-col bg-paper">
      {top}
      <div className="flex min-h-0 flex-1">
        <main
          className={`min-h-0 min-w-0 flex-1 overflow-y-auto ${side ? "max-wide:mb-[calc(56px+env(safe-area-inset-bottom,0px))]" : ""}`}
        >
          {children}
        </main>
        {side}
      </div>
    </div>
  );
}
