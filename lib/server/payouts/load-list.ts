import type { Db } from "#db/engine.ts";
import { countOpenDifferences, listOpenWithoutPayout } from "#db/queries/payout-differences.ts";
import { findPayoutRead } from "#db/queries/payout-reads.ts";
import { listPayoutSums, listPayouts, type Payout, type PayoutKey } from "#db/queries/payouts.ts";
import type { PayoutDifferenceView, PayoutReadingView, PayoutRowView } from "#lib/payout-view.ts";
import type { Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";
import { differenceView } from "./difference-view.ts";
import { differenceScope, payoutStores, seesWhole } from "./scope.ts";

const pageSize = 25;
const mostMissing = 100;

export type PayoutList = {
  payouts: PayoutRowView[];
  /** The place after which older ones follow; null: there are none. */
  older: PayoutKey | null;
  /** What should be in a payout by now and is in none. */
  missing: PayoutDifferenceView[];
  reading: PayoutReadingView;
};

/** One page of the payouts a viewer sees, newest first. */
export async function loadPayouts(viewer: Viewer, after: PayoutKey | null): Promise<PayoutList> {
  const storeIds = payoutStores(viewer);
  return read(async (db) => {
    const found = await listPayouts(db, { storeIds, after, limit: pageSize + 1 });
    const page = found.slice(0, pageSize);
    const last = page.at(-1);
    const missing = await listOpenWithoutPayout(db, differenceScope(storeIds, false), mostMissing);
    return {
      payouts: await viewRows(db, storeIds, page),
      older: found.length > pageSize && last ? { payoutDate: last.payoutDate, uuid: last.uuid } : null,
      missing: missing.map((row) => differenceView(row, viewer)),
      reading: await readingView(db),
    };
  });
}

/** How the reading of payouts stands now. */
export async function loadPayoutReading(): Promise<PayoutReadingView> {
  return read(readingView);
}

async function readingView(db: Db): Promise<PayoutReadingView> {
  const row = await findPayoutRead(db);
  const isReading = row?.lease !== null && (row?.leaseUntil?.getTime() ?? 0) > Date.now();
  return {
    isReading,
    readAt: row?.readAt?.toISOString() ?? null,
    nextReadAt: row?.nextReadAt.toISOString() ?? null,
    problem: row?.problem ?? null,
  };
}

async function viewRows(db: Db, storeIds: string[] | null, page: Payout[]): Promise<PayoutRowView[]> {
  const uuids = page.map((it) => it.uuid);
  const sums = Map.groupBy(await listPayoutSums(db, uuids), (it) => it.payoutUuid);
  const open = Map.groupBy(await countOpenDifferences(db, uuids), (it) => it.payoutUuid);
  return page.map((payout) => {
    const ofPayout = sums.get(payout.uuid) ?? [];
    const isWhole = seesWhole(storeIds, ofPayout);
    const counted = (open.get(payout.uuid) ?? []).filter(
      (it) => isWhole || (it.storeId !== null && storeIds?.includes(it.storeId)),
    );
    const yours = ofPayout.filter(
      (it) => it.owner === "store" && (!storeIds || storeIds.includes(it.storeId)),
    );
    return {
      payoutUuid: payout.uuid,
      payoutDate: payout.payoutDate,
      status: payout.status,
      currency: payout.settlementCurrency ?? payout.payoutCurrency,
      netCents: isWhole ? payout.netSettlementCents : null,
      yoursCents: yours.reduce((sum, it) => sum + it.amountCents, 0),
      open: counted.reduce((sum, it) => sum + it.open, 0),
      isRead: payout.readAt !== null,
      problem: isWhole ? payout.problem : null,
    };
  });
}
