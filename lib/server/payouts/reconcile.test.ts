import { afterAll, beforeEach, expect, test } from "vitest";
import type { PayoutView } from "#lib/payout-view.ts";
import { startSandbox } from "../../../e2e/support/sandbox-process.ts";
import { differencesOf, PayoutBench } from "../testing/payout-bench.ts";
import { startTillBefore } from "../testing/till.ts";

const sandbox = await startSandbox();
const till = await startTillBefore(sandbox.url);
const bench = new PayoutBench(till, sandbox.control);
afterAll(() => sandbox.stop());

beforeEach(async () => {
  await bench.even();
  await bench.readings({ refundLineSign: "positive", settlementDecimals: "short", summaryAmounts: "number" });
});

/** Lines, totals and our own books: everything agrees to the cent, apart from what the differences say. */
function expectToTie({ sum, stores, apart, differences }: PayoutView, netCents: number): void {
  if (!sum) throw new Error("there is no sum");
  const total = (amounts: number[]) => amounts.reduce((cents, it) => cents + it, 0);
  expect(total(sum.rows.map((it) => it.amountCents))).toBe(sum.linesCents);
  expect(total([...stores.map((it) => it.netCents), ...apart.map((it) => it.amountCents)])).toBe(
    sum.linesCents,
  );
  expect(sum.netCents).toBe(netCents);
  const kinds = ["amount_differs", "twice", "unknown_refund", "unknown_capture"];
  const explained = differences.filter((it) => kinds.includes(it.kind)).map((it) => it.amountCents);
  const [ours, theirs] = [stores.map((it) => it.oursCents), stores.map((it) => it.theirsCents)];
  expect(total(ours) - total(theirs)).toBe(total(explained));
}

test.each([
  {},
  { refundLineSign: "negative", settlementDecimals: "plain" },
  { summaryAmounts: "text", summaryPage: 30 },
])(
  "a payout of what was captured and refunded is matched line by line, and ties out to the cent: %j",
  async (how) => {
    await bench.readings(how);
    const whole = await bench.captured();
    const inParts = await bench.captured([2_000, 3_001]);
    await till.act(whole.saleId, "refund", 4_380);
    const { uuid } = await bench.payOut();
    expect(await bench.readNow()).toBe("read");
    const payout = await bench.view(uuid);
    expectToTie(payout, 9_894);
    expect(payout.sum?.ties).toBe(true);
    expect(payout.differences).toEqual([]);
    expect(payout.sum?.rows.map((it) => [it.typeCode, it.lines, it.amountCents, it.ties])).toEqual([
      ["001", 3, 15_001, true],
      ["002", 1, -4_380, true],
      ["003", 3, -990, true],
      ["004", 1, 263, true],
    ]);
    expect(payout.stores).toEqual([
      {
        storeId: till.store.id,
        storeName: "Maple Street",
        lines: 8,
        capturedCents: 15_001,
        refundedCents: -4_380,
        feesCents: -727,
        otherCents: 0,
        netCents: 9_894,
        theirsCents: 10_621,
        oursCents: 10_621,
      },
    ]);
    expect(payout.lines.filter((it) => it.isMatched).map((it) => [it.saleId, it.amountCents])).toEqual([
      [whole.saleId, 10_000],
      [inParts.saleId, 2_000],
      [inParts.saleId, 3_001],
      [whole.saleId, -4_380],
    ]);
  },
);

type Planted = [plant: object, found: [kind: string, cents: number, store: string | null][]];

const maple = "Maple Street";
const planted: Planted[] = [
  [{ kind: "wrong_amount" }, [["amount_differs", 100, maple]]],
  [{ kind: "wrong_amount", type: "REFUND", amount_in_cents: -1 }, [["amount_differs", 1, maple]]],
  [{ kind: "twice" }, [["twice", -10_000, maple]]],
  [{ kind: "twice", type: "REFUND" }, [["twice", 1_000, maple]]],
  [{ kind: "twice", type: "FEE" }, [["fee_twice", 630, maple]]],
  [{ kind: "twice", type: "RETURNED_FEE" }, [["fee_twice", -60, maple]]],
  [{ kind: "unknown_order" }, [["unknown_order", -3_918, null]]],
  [{ kind: "unknown_refund" }, [["unknown_refund", 1_500, maple]]],
  [{ kind: "chargeback" }, [["chargeback_without_dispute", 2_500, maple]]],
  [{ kind: "chargeback_reversal" }, [["reversal_without_chargeback", -2_500, maple]]],
  [{ kind: "correction" }, [["correction", 730, null]]],
  [{ kind: "interest_transfer" }, [["interest_transfer", 4_000, null]]],
  [{ kind: "referral_transfer" }, [["referral_transfer", -1_250, null]]],
  [{ kind: "bank_withdrawal" }, [["bank_withdrawal", -3_000, null]]],
  [{ kind: "bank_withdrawal_reversal" }, [["bank_withdrawal_reversal", 3_000, null]]],
  [{ kind: "monthly_fee" }, [["monthly_fee", 1_500, null]]],
  [{ kind: "monthly_fee_refund" }, [["monthly_fee_refund", -1_500, null]]],
  [{ kind: "unknown_type" }, [["unknown_type", -30, null]]],
  [{ kind: "total_off" }, [["total_differs", 100, null]]],
  [{ kind: "net_off" }, [["net_differs", 100, null]]],
  [{ kind: "other_channel" }, []],
];

test.each(planted)(
  "what is planted is found, with its amount and its reason: %j",
  async (plant, differences) => {
    const { saleId } = await bench.captured();
    await till.act(saleId, "refund", 1_000);
    const { uuid, net_in_cents } = await bench.payOut([plant]);
    expect(await bench.readNow()).toBe("read");
    const payout = await bench.view(uuid);
    expect(differencesOf(payout)).toEqual(differences);
    expectToTie(payout, net_in_cents);
    const isUntied = differences.some(([kind]) => kind === "total_differs" || kind === "net_differs");
    expect(payout.sum?.ties).toBe(!isUntied);
  },
);

test("everything at once is found as well, and all of it comes to what Sezzle pays", async () => {
  const { saleId } = await bench.captured();
  await bench.captured([10_000], till.store);
  await till.act(saleId, "refund", 1_000);
  const once = planted.filter(([plant]) => !("type" in plant) && !JSON.stringify(plant).includes("_off"));
  const { uuid, net_in_cents } = await bench.payOut(once.map(([plant]) => plant));
  await bench.readNow();
  const payout = await bench.view(uuid);
  const kinds = new Set(payout.differences.map((it) => it.kind));
  // The capture's line is wrong first and then there twice: only one of the two can be the one that is paid.
  const expected = once.flatMap(([, found]) => found.map(([kind]) => kind));
  expect(expected.filter((kind) => !kinds.has(kind as never))).toEqual([
    "twice",
    "reversal_without_chargeback",
  ]);
  expectToTie(payout, net_in_cents);
  expect(payout.apart.map((it) => it.owner)).toEqual(["other_channel", "unknown", "no_order"]);
  expect(payout.apart[0]).toEqual({ owner: "other_channel", lines: 2, amountCents: 6_000 - 390 });
});
