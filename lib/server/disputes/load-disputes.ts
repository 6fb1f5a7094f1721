import type { Db } from "#db/engine.ts";
import {
  type DisputeRow,
  listClosedDisputes,
  listDisputesOfSale,
  listOpenDisputes,
} from "#db/queries/disputes.ts";
import { lastSeq } from "#db/queries/history.ts";
import { compareTimes } from "#lib/compare-times.ts";
import { byDeadline, type DisputeView } from "#lib/dispute.ts";
import { mayIn, type Viewer } from "../auth/viewer.ts";
import { read } from "../database.ts";

/** More disputes than anybody can answer, and as many decided ones as somebody looks back on. */
const mostOpen = 200;
const mostClosed = 50;

export type DisputePage = {
  open: DisputeView[];
  closed: DisputeView[];
  /** There are older ones among the decided. */
  hasOlder: boolean;
  /** The position in the history the page is right for. */
  seq: number;
};

/** The disputes a viewer may see: of their stores; an owner also those about orders of other channels. */
export async function loadDisputes(viewer: Viewer): Promise<DisputePage> {
  return read(async (db) => {
    const seq = await lastSeq(db);
    const places = disputePlaces(viewer);
    const closed: DisputeView[] = [];
    for (const place of places)
      closed.push(...(await listClosedDisputes(db, place, mostClosed + 1)).map(viewDispute));
    closed.sort((a, b) => compareTimes(b.closedAt ?? "", a.closedAt ?? ""));
    return {
      open: await openDisputesIn(db, places),
      closed: closed.slice(0, mostClosed),
      hasOlder: closed.length > mostClosed,
      seq,
    };
  });
}

/** Where a viewer may see disputes: stores, and for an owner (null) what belongs to none of them. */
function disputePlaces(viewer: Viewer): (string | null)[] {
  const stores = viewer.stores.filter((it) => mayIn(it, "disputes.see")).map(({ store }) => store.id);
  return viewer.isOwner ? [...stores, null] : stores;
}

/** What is disputed in some places and not decided, the nearest deadline first. */
export async function openDisputesIn(db: Db, places: (string | null)[]): Promise<DisputeView[]> {
  const open: DisputeView[] = [];
  for (const place of places) open.push(...(await listOpenDisputes(db, place, mostOpen)).map(viewDispute));
  return open.sort(byDeadline).slice(0, mostOpen);
}

/** The disputes about a sale: those to be answered first, by their deadline. Whether somebody may see them is the caller's to ask. */
export async function loadDisputesOf(saleId: string): Promise<DisputeView[]> {
  const all = (await read((db) => listDisputesOfSale(db, saleId))).map(viewDispute);
  const isClosed = (it: DisputeView) => it.stage === "closed";
  return [...all.filter((it) => !isClosed(it)).sort(byDeadline), ...all.filter(isClosed)];
}

function viewDispute({ dispute, saleNumber, orderKind }: DisputeRow): DisputeView {
  const { id, dueAt, openedAt, reportedAt, closedAt, ...it } = dispute;
  const isOther = orderKind === "other_channel";
  return {
    ...it,
    disputeId: id,
    saleNumber,
    about: it.saleId ? "sale" : isOther ? "other_channel" : "unknown_order",
    dueAt: dueAt?.toISOString() ?? null,
    openedAt: openedAt.toISOString(),
    reportedAt: reportedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
  };
}
