import type { DifferenceKind, LineOwner } from "./payout.ts";

/** Sums of some of a payout's lines, in cents as they count for the merchant. */
export type LedgerRow = {
  typeCode: string;
  lines: number;
  amountCents: number;
};

/** A payout in a list. Amounts are null where the viewer does not see all of it. */
export type PayoutRowView = {
  payoutUuid: string;
  /** As `2026-11-22`. */
  payoutDate: string;
  status: string;
  currency: string;
  netCents: number | null;
  /** What the lines of the viewer's stores come to. */
  yoursCents: number;
  open: number;
  /** Its details are known. */
  isRead: boolean;
  problem: string | null;
};

/** One store's part of a payout: what was sold, what Sezzle took, and what our own books say. */
export type StorePart = {
  storeId: string;
  storeName: string;
  lines: number;
  capturedCents: number;
  refundedCents: number;
  feesCents: number;
  otherCents: number;
  netCents: number;
  /** Captured less refunded, by Sezzle and by us. */
  theirsCents: number;
  oursCents: number;
};

export type PayoutDifferenceView = {
  differenceId: string;
  kind: DifferenceKind;
  /** What it is about, where the kind does not tell. */
  about: string | null;
  /** Ours less theirs. */
  amountCents: number;
  currency: string;
  saleId: string | null;
  saleNumber: string | null;
  orderUuid: string | null;
  storeName: string | null;
  foundAt: string;
  /** Who noted what came of it (null: not known any more), and when. */
  resolved: { at: string; by: string | null; note: string } | null;
};

export type PayoutLineView = {
  lineId: string;
  ordinal: number;
  type: string;
  typeCode: string;
  owner: LineOwner;
  storeName: string | null;
  saleId: string | null;
  saleNumber: string | null;
  reference: string | null;
  eventDate: string | null;
  amountCents: number;
  currency: string;
  chargebackCode: string | null;
  /** It pays out or takes back a movement of ours. */
  isMatched: boolean;
};

/** The whole sum of a payout, for those who see all of it. */
export type PayoutSum = {
  rows: (LedgerRow & { ties: boolean })[];
  linesCents: number;
  forexFeesCents: number;
  netCents: number;
  finalPayoutCents: number | null;
  finalCurrency: string;
  ties: boolean;
};

export type PayoutView = {
  payoutUuid: string;
  payoutDate: string;
  status: string;
  currency: string;
  readAt: string | null;
  problem: string | null;
  /** Null where the viewer sees some of its stores only, and while its details are not read. */
  sum: PayoutSum | null;
  stores: StorePart[];
  /** Orders of other channels, those nobody knows, and what belongs to no order; for those who see all of it. */
  apart: { owner: Exclude<LineOwner, "store">; lines: number; amountCents: number }[];
  differences: PayoutDifferenceView[];
  lines: PayoutLineView[];
  /** Where the lines go on; null: these are the last. */
  nextFrom: number | null;
  /** Lines of which are shown: a store's id, an owner, or null for all. */
  of: string | null;
};

/** How the reading of payouts stands. */
export type PayoutReadingView = {
  isReading: boolean;
  readAt: string | null;
  nextReadAt: string | null;
  problem: string | null;
};
