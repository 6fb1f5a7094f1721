import type { Db } from "#db/engine.ts";
import {
  listApprovedBeside,
  listRefundsAsked,
  listUnconfirmed,
  listUnsureLinks,
  type MatterRow,
} from "#db/queries/today.ts";
import { inboxFigures } from "#db/queries/webhooks.ts";
import type { DisputeView } from "#lib/dispute.ts";
import type { Currency } from "#lib/money.ts";
import type { Right } from "#lib/people.ts";
import { type Matter, matterOrder } from "#lib/today-matters.ts";
import { mayAnywhere, mayIn, type Viewer, type ViewerStore } from "../auth/viewer.ts";
import { openDisputesIn } from "../disputes/load-disputes.ts";
import { viewSales } from "../sales/view.ts";

/** As many of each kind as a page can show; there are lists for more. */
const mostOfAKind = 20;
/** The longest a merchant can have approvals last, and a day. */
const longestApprovalMs = 8 * 24 * 60 * 60_000;
/** A message that fails for less than this has met a moment's outage. */
const mostWaitMs = 60_000;

/** What needs somebody in some stores of a viewer, by what is looked at first; for an owner of all stores also what belongs to none. */
export async function loadMatters(
  db: Db,
  viewer: Viewer,
  shown: ViewerStore[],
  isWhole: boolean,
  now: Date,
): Promise<Matter[]> {
  const matters = [
    ...(await secondApprovals(db, shown, now)),
    ...(await ofSales(db, shown)),
    ...(await disputed(db, viewer, shown, isWhole)),
    ...(await failingWebhooks(db, viewer, now)),
  ];
  return matters.sort((a, b) => matterOrder.indexOf(a.kind) - matterOrder.indexOf(b.kind));
}

function idsWhere(shown: ViewerStore[], right: Right): string[] {
  return shown.filter((it) => mayIn(it, right)).map(({ store }) => store.id);
}

async function secondApprovals(db: Db, shown: ViewerStore[], now: Date): Promise<Matter[]> {
  const since = new Date(now.getTime() - longestApprovalMs);
  const ids = await listApprovedBeside(db, idsWhere(shown, "sale.release"), since, mostOfAKind);
  const views = await viewSales(db, ids);
  return [...views.values()]
    .filter((it) => it.otherApprovedCents > 0)
    .map(({ saleId, storeId, number, otherApprovedCents: cents, currency }) => ({
      ...{ kind: "second_approval", saleId, storeId, number, cents, currency },
    }));
}

async function ofSales(db: Db, shown: ViewerStore[]): Promise<Matter[]> {
  const currencies = new Map(shown.map(({ store }) => [store.id, store.currency]));
  const base = (row: MatterRow) => ({
    ...{ saleId: row.saleId, storeId: row.storeId, number: row.number, cents: row.amountCents },
    currency: currencies.get(row.storeId) as Currency,
    at: row.at.toISOString(),
  });
  const matters: Matter[] = [];
  for (const row of await listUnconfirmed(db, [...currencies.keys()], mostOfAKind))
    matters.push({ ...base(row), kind: "unconfirmed", operation: row.kind });
  for (const storeId of currencies.keys()) {
    for (const row of await listUnsureLinks(db, storeId, mostOfAKind))
      matters.push({ ...base(row), kind: "unsure_link" });
  }
  for (const storeId of idsWhere(shown, "refund.approve")) {
    for (const row of await listRefundsAsked(db, storeId, mostOfAKind))
      matters.push({ ...base(row), kind: "refund_asked", person: row.person });
  }
  return matters;
}

async function disputed(db: Db, viewer: Viewer, shown: ViewerStore[], isWhole: boolean): Promise<Matter[]> {
  const places: (string | null)[] = idsWhere(shown, "disputes.see");
  if (viewer.isOwner && isWhole) places.push(null);
  const open = await openDisputesIn(db, places);
  return open.slice(0, mostOfAKind).map((it) => ({
    ...{ kind: "dispute", disputeId: it.disputeId, storeId: it.storeId, saleId: it.saleId },
    ...{ cents: it.amountCents, currency: it.currency, stage: it.stage, dueAt: it.dueAt },
    name: nameOf(it),
  }));
}

function nameOf({ saleNumber, reference, disputeId }: DisputeView): string {
  return saleNumber ?? reference ?? disputeId;
}

/** Of the whole house, whichever stores are looked at: for those who may do something about it. */
async function failingWebhooks(db: Db, viewer: Viewer, now: Date): Promise<Matter[]> {
  if (!mayAnywhere(viewer, "shop.operate")) return [];
  const { failing, oldestReceivedAt } = await inboxFigures(db);
  if (failing === 0 || !oldestReceivedAt || now.getTime() - oldestReceivedAt.getTime() < mostWaitMs)
    return [];
  return [{ kind: "webhooks", count: failing, since: oldestReceivedAt.toISOString() }];
}
