import { listPinHolders } from "#db/queries/people.ts";
import { listAskedSaleIds } from "#db/queries/refund-requests.ts";
import { listSaleRows } from "#db/queries/sales.ts";
import type { Store } from "#db/queries/stores.ts";
import type { Role } from "#lib/people.ts";
import type { RefundTerms } from "#lib/refund-terms.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { mayIn, type Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";
import { refundLeftCents } from "../payments/refund-limit.ts";
import { viewRows } from "../sales/view.ts";

/** On what terms somebody refunds in a store today; `leftCents` is what they may still refund alone, null where there is no limit. */
export function loadRefundTerms(
  personId: string,
  role: Role,
  store: Store,
): Promise<{ leftCents: number | null; terms: RefundTerms }> {
  return read(async (db) => {
    const leftCents = await refundLeftCents(db, { personId, role }, store.id, new Date());
    const holders = await listPinHolders(db, store.id);
    const approvers = holders.filter((it) => it.personId !== personId);
    return { leftCents, terms: { reasons: store.refundReasons, approvers } };
  });
}

/** More than any screen shows; those that have waited longest count. */
const mostAsked = 100;

/** The stores in which a viewer may decide about refunds (or the one of them that is given), and the sales there on which one waits. */
export async function loadAsked(
  viewer: Pick<Viewer, "stores">,
  storeId: string | null = null,
): Promise<{ asked: SaleView[]; storeIds: string[] }> {
  const storeIds = viewer.stores.flatMap((it) =>
    mayIn(it, "refund.approve") && (storeId ?? it.store.id) === it.store.id ? [it.store.id] : [],
  );
  if (storeIds.length === 0) return { asked: [], storeIds };
  const asked = await read(async (db) => {
    const saleIds = await listAskedSaleIds(db, storeIds, mostAsked);
    return viewRows(db, () => listSaleRows(db, saleIds));
  });
  return { asked, storeIds };
}
