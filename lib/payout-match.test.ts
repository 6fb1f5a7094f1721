import fc from "fast-check";
import { expect, test } from "vitest";
import { type MatchableLine, matchPayout, type OurBooks } from "./payout-match.ts";
import { sumLines } from "./payout-sums.ts";

const usd = (typeCode: string, orderUuid: string | null, amountCents: number): MatchableLine => ({
  typeCode,
  orderUuid,
  reference: null,
  eventDate: "2026-11-22",
  amountCents,
  currency: "USD",
});

type Movements = [uuid: string, orderUuid: string, kind: "capture" | "refund", cents: number][];

function booksOf(movements: Movements, more: Partial<OurBooks> = {}): OurBooks {
  const orders = new Map(
    movements.map(([, order]) => [
      order,
      { sale: { saleId: `sale-${order}`, storeId: "maple", currency: "USD" } },
    ]),
  );
  return {
    orders,
    movements: movements.map(([uuid, orderUuid, kind, amountCents]) => ({
      uuid,
      orderUuid,
      kind,
      amountCents,
    })),
    paidElsewhere: new Set(),
    disputed: new Set(),
    chargedBack: new Set(),
    ...more,
  };
}

const found = (lines: MatchableLine[], books: OurBooks) => {
  const { placements, differences } = matchPayout(lines, books);
  return {
    tied: placements.map((it) => it.movementUuid),
    differences: differences.map((it) => [it.kind, it.amountCents]),
  };
};

const oneOrder: Movements = [
  ["c1", "o", "capture", 2_000],
  ["c2", "o", "capture", 3_000],
  ["r1", "o", "refund", 500],
];

test("equal amounts are tied first, wherever they stand", () => {
  expect(
    found([usd("001", "o", 3_000), usd("001", "o", 2_000), usd("002", "o", -500)], booksOf(oneOrder)),
  ).toEqual({
    tied: ["c2", "c1", "r1"],
    differences: [],
  });
});

test("a line of another amount is tied to what is left of its order, and is off by the difference", () => {
  expect(found([usd("001", "o", 2_900), usd("001", "o", 2_000)], booksOf(oneOrder))).toEqual({
    tied: ["c2", "c1"],
    differences: [["amount_differs", 100]],
  });
});

test("a movement pays out once: a second line of it is there twice, also when an earlier payout had the first", () => {
  const paid = { paidElsewhere: new Set(["c1"]) };
  expect(found([usd("001", "o", 2_000), usd("001", "o", 2_000)], booksOf(oneOrder))).toEqual({
    tied: ["c1", null],
    differences: [["twice", -2_000]],
  });
  expect(found([usd("001", "o", 2_000)], booksOf(oneOrder, paid))).toEqual({
    tied: [null],
    differences: [["twice", -2_000]],
  });
});

test("two equal captures of one order are two, and are no difference", () => {
  const movements: Movements = [
    ["c1", "o", "capture", 2_000],
    ["c2", "o", "capture", 2_000],
  ];
  const lines = [
    usd("001", "o", 2_000),
    usd("003", "o", -150),
    usd("001", "o", 2_000),
    usd("003", "o", -150),
  ];
  expect(found(lines, booksOf(movements))).toEqual({ tied: ["c1", null, "c2", null], differences: [] });
});

test("an equal fee more than there are captures is there twice", () => {
  const lines = [usd("001", "o", 2_000), usd("003", "o", -150), usd("003", "o", -150)];
  expect(found(lines, booksOf(oneOrder)).differences).toEqual([["fee_twice", 150]]);
});

test("a fee alone, whose capture another payout has, is no difference", () => {
  expect(found([usd("003", "o", -150)], booksOf(oneOrder)).differences).toEqual([]);
});

test("what the order does not show is said of captures and refunds apart", () => {
  const nothing = booksOf([["r1", "o", "refund", 500]]);
  expect(
    found([usd("001", "o", 100), usd("002", "o", -500), usd("002", "o", -10)], nothing).differences,
  ).toEqual([
    ["unknown_capture", -100],
    ["unknown_refund", 10],
  ]);
});

test("another currency than the sale's is not compared", () => {
  const lines = [{ ...usd("001", "o", 2_000), currency: "CAD" }];
  expect(found(lines, booksOf(oneOrder))).toEqual({
    tied: [null],
    differences: [["currency_differs", -2_000]],
  });
});

test("a chargeback is a difference unless a dispute was reported, and its reversal unless one was taken", () => {
  const chargeback = usd("005", "o", -2_500);
  const reversal = usd("006", "o", 2_500);
  const kinds = (lines: MatchableLine[], more: Partial<OurBooks>) =>
    found(lines, booksOf(oneOrder, more)).differences.map(([kind]) => kind);
  expect(kinds([chargeback], {})).toEqual(["chargeback_without_dispute"]);
  expect(kinds([chargeback], { disputed: new Set(["o"]) })).toEqual([]);
  expect(kinds([reversal], {})).toEqual(["reversal_without_chargeback"]);
  expect(kinds([reversal], { chargedBack: new Set(["o"]) })).toEqual([]);
  expect(kinds([reversal, chargeback], { disputed: new Set(["o"]) })).toEqual([]);
});

test("orders of other channels are kept apart with all that comes of them", () => {
  const books = booksOf([], { orders: new Map([["web", { sale: null }]]) });
  const lines = ["001", "002", "003", "005", "006", "007"].map((code) => usd(code, "web", 100));
  const { placements, differences } = matchPayout(lines, books);
  expect(new Set(placements.map((it) => it.owner))).toEqual(new Set(["other_channel"]));
  expect(differences).toEqual([]);
});

test("an order nobody knows is one difference with all its lines, and so is a sale's line without an order", () => {
  const lines = [usd("001", "x", 4_200), usd("003", "x", -282), usd("001", null, 100)];
  expect(found(lines, booksOf([])).differences).toEqual([
    ["unknown_order", -3_918],
    ["unknown_order", -100],
  ]);
});

const order = fc.record({
  captures: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }),
  refunds: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
});
const stray = fc.record({
  order: fc.integer({ min: 0, max: 3 }),
  code: fc.constantFrom("001", "002"),
  cents: fc.integer({ min: 1, max: 6 }),
});

test("whatever a payout says: no movement pays out twice, and ours less theirs is what the differences come to", () => {
  fc.assert(
    fc.property(
      fc.array(order, { minLength: 1, maxLength: 4 }),
      fc.array(stray, { maxLength: 5 }),
      fc.infiniteStream(fc.boolean()),
      (orders, strays, isKept) => {
        const movements = orders.flatMap(
          ({ captures, refunds }, index): Movements => [
            ...captures.map((cents, n): Movements[number] => [
              `c${index}${n}`,
              `o${index}`,
              "capture",
              cents,
            ]),
            ...refunds.map((cents, n): Movements[number] => [`r${index}${n}`, `o${index}`, "refund", cents]),
          ],
        );
        const books = booksOf(movements);
        const lines = [
          ...movements
            .filter(() => isKept.next().value)
            .map(([, uuid, kind, cents]) =>
              usd(kind === "capture" ? "001" : "002", uuid, kind === "capture" ? cents : -cents),
            ),
          ...strays.map((it) => usd(it.code, `o${it.order}`, it.code === "001" ? it.cents : -it.cents)),
        ];
        const { placements, differences } = matchPayout(lines, books);
        const tied = placements.flatMap((it) => it.movementUuid ?? []);
        expect(new Set(tied).size).toBe(tied.length);
        const sums = sumLines(lines, placements);
        const total = (name: "amountCents" | "oursCents" | "lines") =>
          sums.reduce((sum, it) => sum + it[name], 0);
        expect(total("lines")).toBe(lines.length);
        expect(total("oursCents") - total("amountCents")).toBe(
          differences.reduce((sum, it) => sum + it.amountCents, 0),
        );
        expect(matchPayout(lines, books)).toEqual({ placements, differences });
      },
    ),
    { numRuns: 300 },
  );
});
