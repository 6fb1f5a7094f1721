"use client";

import { beginWithPassword, beginWithPin } from "#app/sign-in/begin-session.ts";
import { LockScreen } from "#components/tablet/lock-screen.tsx";
import { type Result, success } from "#lib/problem.ts";
import type { TabletProps } from "./use-tablet-lock.tsx";

export type TabletLockScreenProps = {
  tablet: TabletProps;
  personId: string;
  /** Where another person goes on; null: on this very screen, with all that is on it. */
  otherwise: string | null;
  /** Loads the page's data anew. */
  showNow: () => Promise<void>;
};

/** The lock of a paired tablet, and how somebody opens it. */
export function TabletLockScreen({ tablet, personId, otherwise, showNow }: TabletLockScreenProps) {
  async function goOn(isSamePerson: boolean): Promise<Result<null>> {
    if (otherwise !== null && !isSamePerson) return leaveFor(otherwise);
    if (otherwise !== null) return reload();
    await showNow();
    return success(null);
  }

  return (
    <LockScreen
      storeName={tablet.storeName}
      registerName={tablet.registerName}
      locale={tablet.locale}
      staff={tablet.staff}
      onPin={async (input) => {
        const begun = await beginWithPin(input);
        if (begun.ok) return goOn(input.personId === personId);
        return begun.problem.code === "not_paired" ? leaveFor("/sign-in") : begun;
      }}
      onPassword={async (input) => {
        const begun = await beginWithPassword(input);
        if (!begun.ok) return begun;
        if (begun.value) return success(begun.value);
        await goOn(false);
        // The lock is gone by now, and this form with it.
        return new Promise(() => {});
      }}
    />
  );
}

function leaveFor(path: string): Promise<never> {
  window.location.assign(path);
  return new Promise(() => {});
}

function reload(): Promise<never> {
  window.location.reload();
  return new Promise(() => {});
}
