import { listDifferences } from "#db/queries/payout-differences.ts";
import {
  findPayout,
  type LineFilter,
  listLinePage,
  listPayoutSums,
  type Payout,
  type PayoutLineRow,
  type PayoutSum as SumRow,
} from "#db/queries/payouts.ts";
import { type LineOwner, lineOwners, lineTypes } from "#lib/payout.ts";
import { untiedTotals } from "#lib/payout-signs.ts";
import type { PayoutLineView, PayoutSum, PayoutView, StorePart } from "#lib/payout-view.ts";
import type { Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";
import { differenceView } from "./difference-view.ts";
import { differenceScope, payoutStores, seesWhole } from "./scope.ts";

const linesShown = 100;
const mostDifferences = 500;

/** Which of a payout's lines are asked for: a store's or an owner's (null: all), from a place on. */
export type LinesAsked = { of: string | null; from: number };

/** One payout, as far as the viewer sees it; null when they see nothing of it. */
export async function loadPayout(
  viewer: Viewer,
  payoutUuid: string,
  asked: LinesAsked,
): Promise<PayoutView | null> {
  const storeIds = payoutStores(viewer);
  return read(async (db) => {
    const payout = await findPayout(db, payoutUuid);
    if (!payout) return null;
    const sums = await listPayoutSums(db, [payoutUuid]);
    const isWhole = seesWhole(storeIds, sums);
    const stores = storeParts(viewer, storeIds, sums);
    if (!isWhole && stores.length === 0) return null;
    const filter = lineFilter(storeIds, isWhole, asked);
    const rows = filter ? await listLinePage(db, payoutUuid, filter) : [];
    const shown = rows.slice(0, linesShown);
    const scope = differenceScope(storeIds, isWhole);
    const differences = await listDifferences(db, payoutUuid, scope, mostDifferences);
    return {
      payoutUuid,
      payoutDate: payout.payoutDate,
      status: payout.status,
      currency: payout.settlementCurrency ?? payout.payoutCurrency,
      readAt: payout.readAt?.toISOString() ?? null,
      problem: isWhole ? payout.problem : null,
      sum: isWhole && payout.totals ? sumOf(payout, sums) : null,
      stores,
      apart: isWhole ? partsApart(sums) : [],
      differences: differences.map((row) => differenceView(row, viewer)),
      lines: shown.map((row) => lineView(row, viewer)),
      nextFrom: rows.length > linesShown ? (shown.at(-1)?.line.ordinal ?? null) : null,
      of: asked.of,
    };
  });
}

/** Never more than the viewer sees, whatever is asked for; null: nothing of it is theirs. */
function lineFilter(
  storeIds: string[] | null,
  isWhole: boolean,
  { of, from }: LinesAsked,
): LineFilter | null {
  const place = { afterOrdinal: from - 1, limit: linesShown + 1 };
  const owner = lineOwners.find((it) => it === of);
  if (owner) return isWhole && owner !== "store" ? { ...place, storeIds: [], owners: [owner] } : null;
  if (of !== null) {
    const isTheirs = !storeIds || storeIds.includes(of);
    return isTheirs ? { ...place, storeIds: [of], owners: [] } : null;
  }
  if (!storeIds) return { ...place, storeIds: null, owners: [] };
  return { ...place, storeIds, owners: isWhole ? ["no_order"] : [] };
}

function add(sums: SumRow[], ...codes: string[]): number {
  return sums.filter((it) => codes.includes(it.typeCode)).reduce((sum, it) => sum + it.amountCents, 0);
}

function storeParts(viewer: Viewer, storeIds: string[] | null, sums: SumRow[]): StorePart[] {
  return viewer.stores.flatMap(({ store }) => {
    const ofStore = sums.filter((it) => it.owner === "store" && it.storeId === store.id);
    if (ofStore.length === 0 || (storeIds && !storeIds.includes(store.id))) return [];
    const [capturedCents, refundedCents] = [add(ofStore, "001"), add(ofStore, "002")];
    const feesCents = add(ofStore, "003", "004");
    const netCents = ofStore.reduce((sum, it) => sum + it.amountCents, 0);
    return {
      storeId: store.id,
      storeName: store.name,
      lines: ofStore.reduce((sum, it) => sum + it.lines, 0),
      capturedCents,
      refundedCents,
      feesCents,
      otherCents: netCents - capturedCents - refundedCents - feesCents,
      netCents,
      theirsCents: capturedCents + refundedCents,
      oursCents: ofStore.reduce((sum, it) => sum + it.oursCents, 0),
    };
  });
}

function partsApart(sums: SumRow[]): PayoutView["apart"] {
  const owners: Exclude<LineOwner, "store">[] = ["other_channel", "unknown", "no_order"];
  return owners.flatMap((owner) => {
    const apart = sums.filter((it) => it.owner === owner);
    if (apart.length === 0) return [];
    const lines = apart.reduce((sum, it) => sum + it.lines, 0);
    return { owner, lines, amountCents: apart.reduce((sum, it) => sum + it.amountCents, 0) };
  });
}

/** The sum by types, and whether each agrees with Sezzle's own totals and all of it with the net. */
function sumOf(payout: Payout, sums: SumRow[]): PayoutSum {
  const totals = payout.totals ?? {};
  const untied = untiedTotals(sums, totals);
  const byType = [...Map.groupBy(sums, (it) => it.typeCode)].sort(([a], [b]) => a.localeCompare(b));
  const netCents = totals.net_settlement_amount ?? payout.netSettlementCents;
  return {
    rows: byType.map(([typeCode, ofType]) => ({
      typeCode,
      lines: ofType.reduce((sum, it) => sum + it.lines, 0),
      amountCents: ofType.reduce((sum, it) => sum + it.amountCents, 0),
      ties: !untied.some((it) => lineTypes[typeCode]?.totals.includes(it.about)),
    })),
    linesCents: sums.reduce((sum, it) => sum + it.amountCents, 0),
    forexFeesCents: Math.abs(totals.forex_fees ?? 0),
    netCents,
    finalPayoutCents: payout.finalPayoutCents,
    finalCurrency: payout.payoutCurrency,
    ties: untied.length === 0 && netCents === payout.netSettlementCents,
  };
}

type LineRow = { line: PayoutLineRow; number: string | null };

function lineView({ line, number }: LineRow, viewer: Viewer): PayoutLineView {
  return {
    lineId: line.id,
    ordinal: line.ordinal,
    type: line.type,
    typeCode: line.typeCode,
    owner: line.owner,
    storeName: viewer.stores.find((it) => it.store.id === line.storeId)?.store.name ?? null,
    saleId: line.saleId,
    saleNumber: number,
    reference: line.reference,
    eventDate: line.eventDate,
    amountCents: line.amountCents,
    currency: line.currency,
    chargebackCode: line.chargebackCode,
    isMatched: line.movementUuid !== null,
  };
}
