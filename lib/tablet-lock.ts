import { waitingStatuses } from "./order-state.ts";
import type { SaleView } from "./sale-view.ts";

const minute = 60_000;

/** How long a paired tablet that nobody touches stays open. */
const idleMs = 2 * minute;
/** The same in the middle of a sale. */
export const longestHeldMs = 15 * minute;

/** What a tablet is about: money that is being asked for, and a sale that was begun or is not finished. */
export type TabletWork = { isSending: boolean; isBegun: boolean };

/** What the sale on screen is about. */
export function saleWork({ status, openOperation }: Pick<SaleView, "status" | "openOperation">): TabletWork {
  const state = openOperation?.state;
  return {
    isSending: state === "prepared" || state === "sending",
    isBegun: waitingStatuses.includes(status),
  };
}

/** Tells whether a tablet that nobody has touched for so long is to lock itself. Never while money is being asked for. */
export function isLockDue(untouchedMs: number, { isSending, isBegun }: TabletWork): boolean {
  return !isSending && untouchedMs >= (isBegun ? longestHeldMs : idleMs);
}
