import type { DifferenceScope } from "#db/queries/payout-differences.ts";
import type { PayoutSum } from "#db/queries/payouts.ts";
import { mayIn, type Viewer } from "../auth/viewer.ts";

/** The stores whose payouts a viewer works on; null for an owner, who sees everything of the merchant's one account. */
export function payoutStores(viewer: Viewer): string[] | null {
  if (viewer.isOwner) return null;
  return viewer.stores.filter((it) => mayIn(it, "payouts.work")).map(({ store }) => store.id);
}

/**
 * Tells whether somebody with these stores sees all of a payout. A manager does when every order in it is of their stores: then its
 * totals tell nothing of anybody else. Other channels and orders that nobody knows are the owner's; what belongs to no order (a
 * monthly fee) hides nothing.
 */
export function seesWhole(storeIds: string[] | null, sums: PayoutSum[]): boolean {
  if (!storeIds) return true;
  const isTheirs = (it: PayoutSum) =>
    it.owner === "no_order" || (it.owner === "store" && storeIds.includes(it.storeId));
  return sums.some((it) => it.owner === "store") && sums.every(isTheirs);
}

/** Whose differences of a payout they see. */
export function differenceScope(storeIds: string[] | null, isWhole: boolean): DifferenceScope {
  return storeIds ? { storeIds, withStoreless: isWhole } : null;
}
