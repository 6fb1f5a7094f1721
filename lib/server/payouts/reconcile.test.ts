import { afterAll, beforeEach, expect, test } from "vitest";
import { listDifferences, listOpenWithoutPayout } from "#db/queries/payout-differences.ts";
import { listPayoutLines, listPayouts } from "#db/queries/payouts.ts";
import type { Store } from "#db/queries/stores.ts";
import type { PayoutView } from "#lib/payout-view.ts";
import { type SandboxProcess, startSandbox } from "../../../e2e/support/sandbox-process.ts";
import type { Viewer } from "../auth/viewer.ts";
import { read, write } from "../database.ts";
import { learn } from "../orders/learn.ts";
import { runOperation } from "../payments/run-operation.ts";
import { startTillBefore } from "../testing/till.ts";
import { findMissing } from "./find-missing.ts";
import { loadPayouts } from "./load-list.ts";
import { loadPayout } from "./load-payout.ts";
import { readPayouts } from "./read-payouts.ts";

const dayMs = 24 * 60 * 60_000;
const start = await startSandbox();
const till = await startTillBefore(start.url);
const sandbox: SandboxProcess = start;
afterAll(() => sandbox.stop());

type Books = { uuid: string; net_in_cents: number; lines: { order_uuid: string | null }[] };

const control = <T>(path: string, body: object = {}) => sandbox.control<T>(path, { method: "POST", body });
const payOut = (plants: object[] = [], more: object = {}) =>
  control<Books>("/payouts", { currency: "USD", plants, ...more });
const readings = (body: object) => sandbox.control("/readings", { method: "PUT", body });

/** A sale of $100.00 that its shopper has paid. */
async function captured(amounts: number[] = [10_000], store: Store = till.store) {
  const { saleId, operationId } = await till.prepareSale({}, store);
  await runOperation(operationId);
  const orderUuid = (await till.orderUuid(saleId)) ?? "";
  await control(`/orders/${orderUuid}/complete`);
  await learn(orderUuid, "poll");
  for (const cents of amounts) await till.act(saleId, "capture", cents);
  return { saleId, orderUuid };
}

/** Pays out what is left of the tests before, so that each begins with books that are even. */
beforeEach(async () => {
  for (const currency of ["USD", "CAD"]) {
    await control("/payouts", { currency, plants: [{ kind: "monthly_fee" }], status: "Pending" });
  }
  await readings({ refundLineSign: "positive", settlementDecimals: "short", summaryAmounts: "number" });
});

const readNow = () => readPayouts({ isAskedFor: true });

const viewerOf = (stores: Store[], isOwner = false): Viewer => ({
  sessionId: "s",
  personId: till.asker.personId,
  name: "Morgan",
  signInName: "morgan",
  isOwner,
  lastSeenAt: new Date(),
  rolesChangedAt: null,
  stores: stores.map((store) => ({ store, role: isOwner ? "owner" : "manager", registers: [] })),
});
const owner = () => viewerOf([till.store, till.otherStore], true);

async function view(uuid: string, viewer = owner(), of: string | null = null): Promise<PayoutView> {
  const seen = await loadPayout(viewer, uuid, { of, from: 0 });
  if (!seen) throw new Error("the payout is not seen");
  return seen;
}

const found = ({ differences }: PayoutView) =>
  differences.map((it) => [it.kind, it.amountCents, it.storeName]).sort();

/** Lines, totals and our own books: everything agrees to the cent, apart from what the differences say. */
function expectToTie(payout: PayoutView, netCents: number): void {
  const { sum } = payout;
  if (!sum) throw new Error("there is no sum");
  const byType = sum.rows.reduce((total, it) => total + it.amountCents, 0);
  const byOwner = [...payout.stores.map((it) => it.netCents), ...payout.apart.map((it) => it.amountCents)];
  expect(byType).toBe(sum.linesCents);
  expect(byOwner.reduce((total, it) => total + it, 0)).toBe(sum.linesCents);
  expect(sum.netCents).toBe(netCents);
  const explained = payout.differences
    .filter((it) => ["amount_differs", "twice", "unknown_refund", "unknown_capture"].includes(it.kind))
    .reduce((total, it) => total + it.amountCents, 0);
  const [ours, theirs] = (["oursCents", "theirsCents"] as const).map((name) =>
    payout.stores.reduce((total, it) => total + it[name], 0),
  );
  expect((ours ?? 0) - (theirs ?? 0)).toBe(explained);
}

test.each([
  {},
  { refundLineSign: "negative", settlementDecimals: "plain" },
  { summaryAmounts: "text", summaryPage: 30 },
])(
  "a payout of what was captured and refunded is matched line by line, and ties out to the cent: %j",
  async (how) => {
    await readings(how);
    const whole = await captured();
    const inParts = await captured([2_000, 3_001]);
    await till.act(whole.saleId, "refund", 4_380);
    const { uuid } = await payOut();
    expect(await readNow()).toBe("read");
    const payout = await view(uuid);
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

type Planted = [kind: string, found: [kind: string, cents: number, store: string | null][]];

const maple = "Maple Street";
const planted: Planted[] = [
  ["wrong_amount", [["amount_differs", 100, maple]]],
  ["twice", [["twice", -10_000, maple]]],
  ["unknown_order", [["unknown_order", -3_918, null]]],
  ["unknown_refund", [["unknown_refund", 1_500, maple]]],
  ["chargeback", [["chargeback_without_dispute", 2_500, maple]]],
  ["chargeback_reversal", [["reversal_without_chargeback", -2_500, maple]]],
  ["correction", [["correction", 730, null]]],
  ["interest_transfer", [["interest_transfer", 4_000, null]]],
  ["referral_transfer", [["referral_transfer", -1_250, null]]],
  ["bank_withdrawal", [["bank_withdrawal", -3_000, null]]],
  ["bank_withdrawal_reversal", [["bank_withdrawal_reversal", 3_000, null]]],
  ["monthly_fee", [["monthly_fee", 1_500, null]]],
  ["monthly_fee_refund", [["monthly_fee_refund", -1_500, null]]],
  ["unknown_type", [["unknown_type", -30, null]]],
  ["total_off", [["total_differs", 100, null]]],
  ["net_off", [["net_differs", 100, null]]],
  ["other_channel", []],
];

test.each(planted)("planted %s is found, with its amount and its reason", async (kind, differences) => {
  await captured();
  const { uuid, net_in_cents } = await payOut([{ kind }]);
  expect(await readNow()).toBe("read");
  const payout = await view(uuid);
  expect(found(payout)).toEqual(differences);
  expectToTie(payout, net_in_cents);
  expect(payout.sum?.ties).toBe(!["total_off", "net_off"].includes(kind));
});
