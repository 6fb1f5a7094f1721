"use client";

import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "#components/ui/language.tsx";
import type { MenuItem } from "#components/ui/menu.tsx";
import { Modal } from "#components/ui/modal.tsx";
import { screenWork } from "#components/ui/screen-work.ts";
import { useFreshPage } from "#components/ui/use-fresh-page.ts";
import type { Locale } from "#lib/language.ts";
import { isLockDue, type TabletWork } from "#lib/tablet-lock.ts";
import { tabletWords } from "#lib/words/tablet-words.ts";
import { lockTablet } from "./actions.ts";
import type { TabletLockScreenProps } from "./tablet-lock-screen.tsx";

/** A paired tablet on which somebody is signed in, as its pages know it. */
export type TabletProps = {
  tabletId: string;
  sessionId: string;
  storeName: string;
  registerName: string;
  locale: Locale;
  staff: { personId: string; name: string }[];
  untouchedMs: number;
};

type TabletLockOptions = {
  /** Null on a browser that is no paired tablet: nothing locks there. */
  tablet: TabletProps | null;
  personId: string;
  /** The session has ended under the screen. */
  isSignedOut: boolean;
  /** What the sale on screen is about, if one is. */
  work?: TabletWork;
  /** Where another person goes on; null: on this very screen, with all that is on it. */
  otherwise?: string | null;
};

const lookEveryMs = 1_000;
const retryMs = 3_000;

/** A paired tablet's lock: what to put into the menu, and what lies over the screen while it is locked. */
export function useTabletLock(options: TabletLockOptions): { menu: MenuItem[]; screen: ReactNode } {
  const { tablet, personId, isSignedOut, work, otherwise = null } = options;
  const words = useWords(tabletWords);
  const [lockedId, setLockedId] = useState<string | null>(null);
  const showNow = useFreshPage();
  // Whoever signed in since has another session: the lock of the one before is not theirs.
  const isLocked = tablet !== null && (isSignedOut || lockedId === tablet.sessionId);
  const lock = () => setLockedId(tablet?.sessionId ?? null);
  useIdle(tablet !== null && !isLocked, tablet?.untouchedMs ?? 0, work, lock);
  useSessionEnd(isLocked && !isSignedOut ? (tablet?.sessionId ?? null) : null, personId);

  const LockScreen = useLockScreen(tablet !== null);

  if (!tablet) return { menu: [], screen: null };
  // Nothing is read or touched on a locked tablet, also while the page to open it is on its way.
  const closed = <Modal aria-label={words.locked} onLeave={() => {}} locked className="bg-paper" />;
  const lockScreen = LockScreen ? <LockScreen {...{ tablet, personId, otherwise, showNow }} /> : closed;
  const screen = isLocked ? lockScreen : null;
  return { menu: [{ label: words.switchPerson, onSelect: lock }], screen };
}

/** Calls `lock` when nobody has touched the screen for so long that it is due. */
function useIdle(isOpen: boolean, untouchedMs: number, work: TabletWork | undefined, lock: () => void): void {
  const now = useRef({ work, lock });
  now.current = { work, lock };
  const [quietAtFirst] = useState(untouchedMs);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isOpen) return;
    let touchedAt = Date.now() - (isFirst.current ? quietAtFirst : 0);
    isFirst.current = false;
    const touched = () => {
      touchedAt = Date.now();
    };
    const look = () => {
      const screen = screenWork();
      const { work: ofSale, lock: lockNow } = now.current;
      const isSending = screen.isSending || (ofSale?.isSending ?? false);
      const isBegun = screen.isBegun || (ofSale?.isBegun ?? false);
      if (isLockDue(Date.now() - touchedAt, { isSending, isBegun })) lockNow();
    };
    const ended = new AbortController();
    const options = { signal: ended.signal, passive: true, capture: true };
    window.addEventListener("pointerdown", touched, options);
    window.addEventListener("keydown", touched, options);
    // A tablet that slept finds itself locked before anybody reads it.
    document.addEventListener("visibilitychange", look, options);
    const timer = setInterval(look, lookEveryMs);
    return () => {
      ended.abort();
      clearInterval(timer);
    };
  }, [isOpen, quietAtFirst]);
}

/** Ends the session of a screen that was locked, however often it takes: until then its cookie would still open the till. */
function useSessionEnd(sessionId: string | null, personId: string): void {
  useEffect(() => {
    if (sessionId === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const end = async () => {
      try {
        await lockTablet({ personId, sessionId });
      } catch {
        if (!isOver) timer = setTimeout(end, retryMs);
      }
    };
    void end();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [sessionId, personId]);
}

/** Loads what opens a tablet after the till itself: a till is wanted at once, its lock only later. Null until it is there. */
function useLockScreen(isWanted: boolean): ComponentType<TabletLockScreenProps> | null {
  const [screen, setScreen] = useState<ComponentType<TabletLockScreenProps> | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = async () => {
      try {
        const { TabletLockScreen } = await import("./tablet-lock-screen.tsx");
        if (!isOver) setScreen(() => TabletLockScreen);
      } catch {
        if (!isOver) timer = setTimeout(load, retryMs);
      }
    };
    void load();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [isWanted]);
  return screen;
}
