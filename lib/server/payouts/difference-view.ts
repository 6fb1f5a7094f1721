import type { DifferenceRow } from "#db/queries/payout-differences.ts";
import type { PayoutDifferenceView } from "#lib/payout-view.ts";
import type { Viewer } from "../auth/viewer.ts";

/** A difference as screens show it. */
export function differenceView(
  { difference, number, resolvedBy }: DifferenceRow,
  viewer: Viewer,
): PayoutDifferenceView {
  const store = viewer.stores.find((it) => it.store.id === difference.storeId)?.store;
  const { resolvedAt, note } = difference;
  return {
    differenceId: difference.id,
    kind: difference.kind,
    about: difference.about,
    amountCents: difference.amountCents,
    currency: difference.currency,
    saleId: difference.saleId,
    saleNumber: number,
    orderUuid: difference.orderUuid,
    storeName: store?.name ?? null,
    foundAt: difference.foundAt.toISOString(),
    resolved: resolvedAt && { at: resolvedAt.toISOString(), by: resolvedBy, note: note ?? "" },
  };
}
