import type { Db } from "#db/engine.ts";
import { loadOurBooks } from "#db/queries/payout-books.ts";
import { dropOpenDifferences, keepDifferences, type NewDifference } from "#db/queries/payout-differences.ts";
import {
  findPayout,
  listPayoutLines,
  type Payout,
  type PayoutLineRow,
  replacePayoutLines,
} from "#db/queries/payouts.ts";
import type { WrittenLine } from "#lib/payout.ts";
import { type FoundDifference, matchPayout } from "#lib/payout-match.ts";
import { untiedTotals } from "#lib/payout-signs.ts";
import { sumLines } from "#lib/payout-sums.ts";

/**
 * Writes a payout's lines with what of ours they were found to be, their sums, and what our books do not explain, in the caller's
 * transaction. Matching the same lines again, with the same books, leaves everything as it was. `kept`: the lines as they are
 * kept now, so that nothing is written when they stay so.
 */
export async function keepMatched(
  db: Db,
  payout: Payout,
  lines: WrittenLine[],
  now: Date,
  kept: PayoutLineRow[] = [],
): Promise<void> {
  const orderUuids = [...new Set(lines.flatMap((it) => it.orderUuid ?? []))];
  const books = await loadOurBooks(db, payout.uuid, orderUuids);
  const { placements, differences } = matchPayout(lines, books);
  const rows = lines.map((line, ordinal): PayoutLineRow => {
    const placement = placements[ordinal];
    if (!placement) throw new Error("a line was not placed");
    const { oursCents: _ours, ...place } = placement;
    const { type, typeCode, orderUuid, reference, sezzleOrderId, eventDate, amountCents, currency } = line;
    const said = { type, typeCode, orderUuid, reference, sezzleOrderId, eventDate, amountCents, currency };
    const { chargebackCode } = line;
    return {
      id: lineId(payout, ordinal),
      payoutUuid: payout.uuid,
      ordinal,
      ...said,
      chargebackCode,
      ...place,
    };
  });
  if (!isSame(rows, kept)) {
    const sums = sumLines(lines, placements).map((it) => ({ payoutUuid: payout.uuid, ...it }));
    await replacePayoutLines(db, payout.uuid, rows, sums);
  }
  const found = [...differences, ...untied(payout, lines)];
  await keepDifferences(db, payout.uuid, withIds(payout, found, now));
  const paid = placements.flatMap((it) => it.movementUuid ?? []);
  await dropOpenDifferences(db, paid.map(missingId));
}

/** Matches a payout again, as our books are now. Nothing is asked of Sezzle. */
export async function matchAgain(db: Db, payoutUuid: string, now: Date): Promise<void> {
  const payout = await findPayout(db, payoutUuid);
  const kept = await listPayoutLines(db, payoutUuid);
  if (payout) await keepMatched(db, payout, kept, now, kept);
}

/** Lines are told apart by their places alone, so only what they were found to be can differ. */
function isSame(rows: PayoutLineRow[], kept: PayoutLineRow[]): boolean {
  return (
    rows.length > 0 &&
    rows.length === kept.length &&
    rows.every((row, index) => {
      const before = kept[index];
      return (
        before !== undefined &&
        row.owner === before.owner &&
        row.saleId === before.saleId &&
        row.movementUuid === before.movementUuid
      );
    })
  );
}

/** The id of the difference that a movement of ours is in no payout. */
export function missingId(movementUuid: string): string {
  return `missing:${movementUuid}`;
}

function lineId({ uuid }: Payout, ordinal: number): string {
  return `${uuid}:${ordinal}`;
}

/** What a payout says of itself and does not come to. */
function untied(payout: Payout, lines: WrittenLine[]): FoundDifference[] {
  const about = {
    line: null,
    orderUuid: null,
    saleId: null,
    storeId: null,
    movementUuid: null,
    currency: payout.settlementCurrency ?? payout.payoutCurrency,
  };
  const totals = payout.totals ?? {};
  const found: FoundDifference[] = untiedTotals(lines, totals).map((it) => ({ ...about, ...it }));
  const net = totals.net_settlement_amount;
  if (net !== undefined && net !== payout.netSettlementCents) {
    const amountCents = net - payout.netSettlementCents;
    found.push({ ...about, kind: "summary_differs", about: "net_settlement_amount", amountCents });
  }
  return found;
}

/** Ids made from what differs, so that reading the payout again finds the same ones; equal ones are counted. */
function withIds(payout: Payout, found: FoundDifference[], now: Date): NewDifference[] {
  const seen = new Map<string, number>();
  return found.map(({ line, ...difference }) => {
    const { kind, orderUuid, about, amountCents } = difference;
    const base = [payout.uuid, kind, orderUuid ?? about ?? "", amountCents].join(":");
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return {
      id: count === 1 ? base : `${base}:${count}`,
      payoutUuid: payout.uuid,
      lineId: line === null ? null : lineId(payout, line),
      ...difference,
      foundAt: now,
    };
  });
}
