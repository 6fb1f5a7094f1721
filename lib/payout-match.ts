import { type DifferenceKind, type LineOwner, lineTypes } from "./payout.ts";

/** A line of a payout, with the sign it counts with. */
export type MatchableLine = {
  typeCode: string;
  orderUuid: string | null;
  reference: string | null;
  eventDate: string | null;
  amountCents: number;
  currency: string;
};

/** An order that is known here; `sale` is null for one of another channel. */
export type MatchableOrder = { sale: { saleId: string; storeId: string; currency: string } | null };

export type MatchableMovement = {
  uuid: string;
  orderUuid: string;
  kind: "capture" | "refund" | "release";
  amountCents: number;
};

export type OurBooks = {
  orders: ReadonlyMap<string, MatchableOrder>;
  movements: MatchableMovement[];
  /** Movements that other payouts have paid out. */
  paidElsewhere: ReadonlySet<string>;
  /** Orders of which a dispute was reported, and those of which an earlier payout took a chargeback. */
  disputed: ReadonlySet<string>;
  chargedBack: ReadonlySet<string>;
};

/** What a line was found to be. */
export type Placement = {
  owner: LineOwner;
  saleId: string | null;
  storeId: string | null;
  movementUuid: string | null;
  /** What our books say of that movement, with the sign it counts with; 0 when the line is none of ours. */
  oursCents: number;
};

export type FoundDifference = {
  /** Which line it is about, by its place; null: the whole payout, or several lines. */
  line: number | null;
  kind: DifferenceKind;
  about: string | null;
  orderUuid: string | null;
  saleId: string | null;
  storeId: string | null;
  movementUuid: string | null;
  /** Ours less theirs. */
  amountCents: number;
  currency: string;
};

/**
 * Finds out what each line of a payout is of ours: whose order, and which capture or refund it pays out or takes back. A movement
 * pays out once. Equal amounts are tied first, then what is left of an order. Says of everything that our books do not explain
 * why. Placements are in the order of the lines.
 */
export function matchPayout(
  lines: MatchableLine[],
  books: OurBooks,
): { placements: Placement[]; differences: FoundDifference[] } {
  const placements = lines.map((line) => place(line, books));
  const differences: FoundDifference[] = [];
  const find = (index: number, kind: DifferenceKind, oursCents = 0, about: string | null = null) => {
    const [line, placement] = [lines[index], placements[index]];
    if (!line || !placement) return;
    const { saleId, storeId, movementUuid } = placement;
    differences.push({
      line: index,
      kind,
      about: about ?? line.reference,
      orderUuid: line.orderUuid,
      saleId,
      storeId,
      movementUuid,
      amountCents: oursCents - line.amountCents,
      currency: line.currency,
    });
  };
  matchMovements(lines, placements, books, find);
  matchTheRest(lines, placements, books, find);
  return { placements, differences: [...differences, ...unknownOrders(lines, placements)] };
}

type Find = (index: number, kind: DifferenceKind, oursCents?: number, about?: string | null) => void;

const movementOf: Readonly<Record<string, "capture" | "refund">> = { "001": "capture", "002": "refund" };

/** Types that make no sense without an order. */
const needsOrder = ["001", "002", "003", "004", "005", "006"];

function place({ orderUuid, typeCode }: MatchableLine, { orders }: OurBooks): Placement {
  const none = { saleId: null, storeId: null, movementUuid: null, oursCents: 0 };
  if (orderUuid === null) return { ...none, owner: needsOrder.includes(typeCode) ? "unknown" : "no_order" };
  const order = orders.get(orderUuid);
  if (!order) return { ...none, owner: "unknown" };
  if (!order.sale) return { ...none, owner: "other_channel" };
  return { ...none, owner: "store", saleId: order.sale.saleId, storeId: order.sale.storeId };
}

function matchMovements(lines: MatchableLine[], placements: Placement[], books: OurBooks, find: Find): void {
  const byOrder = Map.groupBy(books.movements, (it) => it.orderUuid);
  const taken = new Set(books.paidElsewhere);
  const signed = (it: MatchableMovement) => (it.kind === "refund" ? -it.amountCents : it.amountCents);
  const tie = (placement: Placement, movement: MatchableMovement) => {
    taken.add(movement.uuid);
    placement.movementUuid = movement.uuid;
    placement.oursCents = signed(movement);
  };
  const left: { index: number; line: MatchableLine; placement: Placement; all: MatchableMovement[] }[] = [];
  lines.forEach((line, index) => {
    const placement = placements[index];
    const kind = movementOf[line.typeCode];
    if (!kind || placement?.owner !== "store") return;
    const all = (byOrder.get(line.orderUuid ?? "") ?? []).filter((it) => it.kind === kind);
    const isSameCurrency = books.orders.get(line.orderUuid ?? "")?.sale?.currency === line.currency;
    const exact = all.find((it) => !taken.has(it.uuid) && isSameCurrency && signed(it) === line.amountCents);
    if (exact) tie(placement, exact);
    else left.push({ index, line, placement, all });
  });
  for (const { index, line, placement, all } of left) {
    const free = all.find((it) => !taken.has(it.uuid));
    const sale = books.orders.get(line.orderUuid ?? "")?.sale;
    if (sale?.currency !== line.currency) {
      find(index, "currency_differs");
    } else if (all.some((it) => taken.has(it.uuid) && signed(it) === line.amountCents)) {
      find(index, "twice");
    } else if (free) {
      tie(placement, free);
      find(index, "amount_differs", placement.oursCents);
    } else {
      find(index, movementOf[line.typeCode] === "refund" ? "unknown_refund" : "unknown_capture");
    }
  }
}

function matchTheRest(lines: MatchableLine[], placements: Placement[], books: OurBooks, find: Find): void {
  const chargedBack = new Set(books.chargedBack);
  for (const { typeCode, orderUuid } of lines)
    if (typeCode === "005" && orderUuid) chargedBack.add(orderUuid);
  const fees = countFees(lines);
  lines.forEach((line, index) => {
    const { typeCode, orderUuid } = line;
    const owner = placements[index]?.owner;
    // What other channels sell is kept apart, with all that comes of it.
    if (owner === "other_channel" || owner === "unknown") return;
    const type = lineTypes[typeCode];
    if (!type) find(index, "unknown_type", 0, typeCode);
    else if (type.standsAlone) find(index, type.standsAlone);
    else if (typeCode === "005" && !books.disputed.has(orderUuid ?? ""))
      find(index, "chargeback_without_dispute");
    else if (typeCode === "006" && !chargedBack.has(orderUuid ?? ""))
      find(index, "reversal_without_chargeback");
    else if (fees.isOneTooMany(line)) find(index, "fee_twice");
  });
}

/**
 * Equal fees of an order on one day, more often than it has lines that cost a fee, are one too many: with another rate for each
 * merchant nothing more can be said of a fee.
 */
function countFees(lines: MatchableLine[]): { isOneTooMany(line: MatchableLine): boolean } {
  const causes: Readonly<Record<string, string>> = { "003": "001", "004": "002" };
  const key = (code: string, { orderUuid }: MatchableLine) => `${code} ${orderUuid}`;
  const caused = new Map<string, number>();
  for (const line of lines)
    caused.set(key(line.typeCode, line), (caused.get(key(line.typeCode, line)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return {
    isOneTooMany(line) {
      const cause = causes[line.typeCode];
      if (!cause) return false;
      const equal = `${key(line.typeCode, line)} ${line.amountCents} ${line.eventDate}`;
      const count = (seen.get(equal) ?? 0) + 1;
      seen.set(equal, count);
      return count > Math.max(1, caused.get(key(cause, line)) ?? 0);
    },
  };
}

/** One difference for each order that nobody knows, with all its lines. */
function unknownOrders(lines: MatchableLine[], placements: Placement[]): FoundDifference[] {
  const unknown = lines.filter((_line, index) => placements[index]?.owner === "unknown");
  const groups = Map.groupBy(unknown, (it) => `${it.orderUuid ?? ""} ${it.currency}`);
  return [...groups.values()].flatMap((ofOrder) => {
    const [first] = ofOrder;
    if (!first) return [];
    return {
      line: null,
      kind: "unknown_order",
      about: first.reference,
      orderUuid: first.orderUuid,
      saleId: null,
      storeId: null,
      movementUuid: null,
      amountCents: ofOrder.reduce((sum, it) => sum - it.amountCents, 0),
      currency: first.currency,
    };
  });
}
