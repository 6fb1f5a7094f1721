import { expect, test } from "vitest";
import { untiedTotals, withTheirSigns } from "./payout-signs.ts";

const line = (typeCode: string, amountCents: number) => ({ typeCode, amountCents });

test("a refund's line counts against the merchant, whichever sign its file writes", () => {
  expect(withTheirSigns([line("002", 4_380)])).toEqual([line("002", -4_380)]);
  expect(withTheirSigns([line("002", -4_380)])).toEqual([line("002", -4_380)]);
});

test.each(["003", "005", "013"])("type %s goes off the merchant's money, however it is written", (code) => {
  expect(withTheirSigns([line(code, 10), line(code, 20)])).toEqual([line(code, -10), line(code, -20)]);
});

test.each(["001", "004", "006", "014"])("type %s is the merchant's, however it is written", (code) => {
  expect(withTheirSigns([line(code, -10)])).toEqual([line(code, 10)]);
});

test("lines of one type with opposite signs keep them towards each other", () => {
  expect(withTheirSigns([line("003", 630), line("003", -30)])).toEqual([line("003", -630), line("003", 30)]);
});

test.each(["007", "008", "009", "010", "011", "099"])("type %s is believed as it is written", (code) => {
  const lines = [line(code, 10), line(code, -30)];
  expect(withTheirSigns(lines)).toEqual(lines);
});

const lines = [
  line("001", 10_000),
  line("001", 2_000),
  line("002", -4_380),
  line("003", -630),
  line("013", -1_500),
];

test.each<[string, Record<string, number>]>([
  ["orders and captures apart", { total_order_amount: 10_000, total_capture_amount: 2_000 }],
  ["all of them in one", { total_order_amount: 12_000, total_capture_amount: 0 }],
  ["all of them in both", { total_order_amount: 12_000, total_capture_amount: 12_000 }],
  ["orders alone", { total_order_amount: 12_000 }],
  ["a refund's total without its sign", { total_refund_amount: 4_380 }],
  ["fees without the monthly one", { total_fee_amount: -630 }],
  ["fees with the monthly one", { total_fee_amount: -2_130 }],
  ["the net", { net_settlement_amount: 5_490, forex_fees: 0 }],
  ["the net less the exchange's fees", { net_settlement_amount: 5_390, forex_fees: 100 }],
  ["the same, written negative", { net_settlement_amount: 5_390, forex_fees: -100 }],
  ["totals of types that have no lines", { total_chargeback_amount: 0, total_correction_amount: 0 }],
])("totals tie out that count %s", (_how, totals) => {
  expect(untiedTotals(lines, totals)).toEqual([]);
});

test.each<[string, Record<string, number>, string, number]>([
  ["a fee total a dollar off", { total_fee_amount: -730 }, "total_fee_amount", 100],
  [
    "a capture's worth missing",
    { total_order_amount: 10_000, total_capture_amount: 0 },
    "total_order_amount",
    2_000,
  ],
  ["a chargeback that has no line", { total_chargeback_amount: -2_500 }, "total_chargeback_amount", 2_500],
  ["a correction of the other sign", { total_correction_amount: 10 }, "total_correction_amount", -10],
  ["a net a cent off", { net_settlement_amount: 5_489 }, "net_settlement_amount", 1],
])("%s is found, with by how much", (_what, totals, about, amountCents) => {
  expect(untiedTotals(lines, totals)).toEqual([expect.objectContaining({ about, amountCents })]);
});
