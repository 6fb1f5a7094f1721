import { listPinHolders } from "#db/queries/people.ts";
import { listAskedSaleIds } from "#db/queries/refund-requests.ts";
import { listSaleRows } from "#db/queries/sales.ts";
import type { Store } from "#db/queries/stores.ts";
import { may, type Role } from "#lib/people.ts";
import type { RefundTerms } from "#lib/refund-terms.ts";
import type { SaleView } from "#lib/sale-view.ts";
import type { Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";
import { refundLeftCents } from "../payments/prepare.ts";
import { viewRows } from "../sales/view.ts";

/** On what terms somebody refunds in a store today. */
export function loadRefundTerms(personId: string, role: Role, store: Store): Promise<RefundTerms> {
  return read(async (db) => {
    const asker = { personId, role, registerId: null };
    const leftCents = await refundLeftCents(db, asker, store.id, new Date());
    const holders = await listPinHolders(db, store.id);
    const approvers = holders.filter((it) => it.personId !== personId);
    return { leftCents, reasons: store.refundReasons, approvers };
  });
}

/** More than any screen shows; those that have waited longest count. */
const mostAsked = 100;

/** The sales on which a refund waits, in those stores of a viewer where they may approve it. */
export async function loadAsked(viewer: Viewer): Promise<SaleView[]> {
  const stores = viewer.stores.filter(({ role }) => may(role, "refund.approve"));
  if (stores.length === 0) return [];
  return read(async (db) => {
    const saleIds = await listAskedSaleIds(
      db,
      stores.map(({ store }) => store.id),
      mostAsked,
    );
    return viewRows(db, () => listSaleRows(db, saleIds));
  });
}
