import { afterAll, beforeEach, expect, test } from "vitest";
import { resolveDifference } from "#db/queries/payout-differences.ts";
import { findPayoutRead, setCheckedUntil } from "#db/queries/payout-reads.ts";
import { findPayout, listPayoutLines, listPayoutSums } from "#db/queries/payouts.ts";
import { disputes } from "#db/schema/disputes.ts";
import { payoutTroubleWords } from "#lib/words/payout-trouble-words.ts";
import { startSandbox } from "../../../e2e/support/sandbox-process.ts";
import { read, write } from "../database.ts";
import { differencesOf, PayoutBench } from "../testing/payout-bench.ts";
import { startTillBefore } from "../testing/till.ts";
import { findMissing, paidWithinDays } from "./find-missing.ts";
import { loadPayouts } from "./load-list.ts";
import { loadPayout } from "./load-payout.ts";
import { readPayoutsWhenDue } from "./read-payouts.ts";

const dayMs = 24 * 60 * 60_000;
const sandbox = await startSandbox();
const till = await startTillBefore(sandbox.url);
const bench = new PayoutBench(till, sandbox.control);
afterAll(() => sandbox.stop());
beforeEach(() => bench.even());

const fault = (call: string, kind: string, more: object = {}) =>
  bench.act("/faults", { call, kind, ...more });
const plant = (uuid: string, what: object) => bench.act(`/payouts/${uuid}/plants`, what);
const now = () => new Date();
const reading = async () => {
  const row = await read(findPayoutRead);
  if (!row) throw new Error("nothing was read yet");
  return row;
};

/** All that is kept of a payout but when it was read. */
async function kept(uuid: string) {
  const { payout, lines, sums } = await read(async (db) => ({
    payout: await findPayout(db, uuid),
    lines: await listPayoutLines(db, uuid),
    sums: await listPayoutSums(db, [uuid]),
  }));
  const { differences } = await bench.view(uuid);
  return { payout: payout && { ...payout, readAt: null }, lines, sums, differences };
}

test("reading again finds the same, and what somebody noted stays", async () => {
  await bench.captured();
  const { uuid } = await bench.payOut([{ kind: "chargeback" }, { kind: "twice" }]);
  await bench.readNow();
  const before = await kept(uuid);
  const [first] = before.differences;
  await write((db) =>
    resolveDifference(db, first?.differenceId ?? "", {
      resolvedAt: now(),
      resolvedBy: till.asker.personId,
      note: "Asked Sezzle",
    }),
  );
  const noted = await kept(uuid);
  // Something that changes the summary has its details read again; taking it back leaves what was there.
  await plant(uuid, { kind: "net_off", amount_in_cents: 5 });
  await bench.readNow();
  expect(differencesOf(await bench.view(uuid)).map(([kind]) => kind)).toContain("net_differs");
  await plant(uuid, { kind: "net_off", amount_in_cents: -5 });
  await bench.readNow();
  expect(await kept(uuid)).toEqual(noted);
  expect(noted.differences.map((it) => it.resolved?.note)).toContain("Asked Sezzle");
  expect(noted.differences).toHaveLength(2);
});

test("details that cannot be read leave what was known as it was, say why, and do not hold up other payouts", async () => {
  await bench.captured();
  const { uuid } = await bench.payOut();
  await bench.readNow();
  const before = await kept(uuid);
  await plant(uuid, { kind: "correction" });
  const other = await bench.payOut([{ kind: "monthly_fee" }]);
  await fault("settlement_details", "malformed");
  expect(await bench.readNow()).toBe("read");
  const [after, known] = [await kept(uuid), await bench.view(other.uuid)];
  const problems = [after.payout?.problem, known.problem].filter(Boolean);
  expect(problems.map((it) => payoutTroubleWords(it ?? "", "en-US"))).toEqual([
    expect.stringContaining("cannot be read for certain"),
  ]);
  if (after.payout?.problem) expect(after.lines).toEqual(before.lines);
  else expect(known.lines).toEqual([]);
  await bench.readNow();
  expect((await kept(uuid)).lines).toHaveLength(before.lines.length + 1);
  expect((await bench.view(other.uuid)).problem).toBeNull();
  expect((await bench.view(uuid)).problem).toBeNull();
});

test("of two readings at once one reads, and the other says that it is under way", async () => {
  const before = await bench.countCalls("settlement_summaries");
  const ends = await Promise.all([bench.readNow(), bench.readNow()]);
  expect(ends.sort()).toEqual(["elsewhere", "read"]);
  expect(await bench.countCalls("settlement_summaries")).toBe(before + 1);
});

test("payouts are read by themselves a few times a day, and after a failure with longer and longer waits", async () => {
  await bench.readNow();
  const { nextReadAt, readAt } = await reading();
  expect(nextReadAt.getTime() - (readAt?.getTime() ?? 0)).toBe(6 * 60 * 60_000);
  const before = await bench.countCalls("settlement_summaries");
  await readPayoutsWhenDue();
  expect(await bench.countCalls("settlement_summaries")).toBe(before);

  await fault("settlement_summaries", "status", { status: 403, times: 3 });
  const waits: number[] = [];
  for (let failures = 1; failures <= 3; failures += 1) {
    const startedAt = Date.now();
    expect(await bench.readNow()).toBe("failed");
    const row = await reading();
    expect([row.failures, row.lease, row.readAt]).toEqual([failures, null, readAt]);
    expect(payoutTroubleWords(row.problem ?? "", "en-US")).toContain("does not give this merchant's payouts");
    waits.push(Math.round((row.nextReadAt.getTime() - startedAt) / 60_000));
  }
  expect(waits).toEqual([1, 2, 4]);
  expect(await bench.readNow()).toBe("read");
  expect(await reading()).toMatchObject({ failures: 0, problem: null });
});

test("the list is read page by page, however many payouts there are, and shown page by page", async () => {
  const made: string[] = [];
  for (let day = 1; day <= 45; day += 1) {
    const payout_date = new Date(Date.now() - day * 0.5 * dayMs).toISOString().slice(0, 10);
    made.push((await bench.payOut([{ kind: "monthly_fee" }], { payout_date })).uuid);
  }
  await bench.readNow();
  const seen = new Set<string>();
  let after: Parameters<typeof loadPayouts>[1] = null;
  do {
    const page = await loadPayouts(bench.viewer(), after);
    expect(page.payouts.length).toBeLessThanOrEqual(25);
    for (const it of page.payouts) {
      expect(seen.has(it.payoutUuid)).toBe(false);
      seen.add(it.payoutUuid);
    }
    after = page.older;
  } while (after);
  expect(made.filter((uuid) => !seen.has(uuid))).toEqual([]);
});

test("a refund made in Sezzle's dashboard that nobody told the till of is asked for, and matched", async () => {
  const { saleId, orderUuid } = await bench.captured();
  await bench.act(`/orders/${orderUuid}/refund`, { amount_in_cents: 2_500 });
  expect((await till.sale(saleId)).refundedCents).toBe(0);
  const { uuid } = await bench.payOut();
  await bench.readNow();
  expect(differencesOf(await bench.view(uuid))).toEqual([]);
  expect((await till.sale(saleId)).refundedCents).toBe(2_500);
});

test("an order of another channel is asked for once and kept apart", async () => {
  const { uuid } = await bench.payOut([{ kind: "other_channel" }]);
  await bench.readNow();
  const payout = await bench.view(uuid);
  expect(payout.apart.map((it) => it.owner)).toEqual(["other_channel"]);
  expect(payout.differences).toEqual([]);
  const order = payout.lines[0]?.reference;
  const [uuidOfOrder] = (await read((db) => listPayoutLines(db, uuid))).flatMap((it) => it.orderUuid ?? []);
  expect(order).toMatch(/^web-/);
  expect(await bench.countCalls("order_get", uuidOfOrder)).toBe(1);
  await plant(uuid, { kind: "total_off" });
  await plant(uuid, { kind: "correction" });
  await bench.readNow();
  expect(await bench.countCalls("order_get", uuidOfOrder)).toBe(1);
});

test("a capture in no payout is missing after a week, and no longer once one has it", async () => {
  const { saleId, orderUuid } = await bench.captured();
  const later = await bench.captured();
  const { uuid } = await bench.payOut([{ kind: "missing_capture", order_uuid: orderUuid }]);
  await bench.readNow();
  expect(differencesOf(await bench.view(uuid))).toEqual([]);
  const missingOf = async (stores: Parameters<typeof bench.viewer>[0]) =>
    (await loadPayouts(bench.viewer(stores), null)).missing.map((it) => [it.kind, it.saleId, it.amountCents]);
  // From where the first payout is known, which in these tests is today.
  await write((db) => setCheckedUntil(db, new Date(Date.now() - dayMs)));
  await findMissing(new Date(Date.now() + (paidWithinDays - 0.5) * dayMs));
  expect(await missingOf(null)).toEqual([]);
  await findMissing(new Date(Date.now() + (paidWithinDays + 1) * dayMs));
  expect(await missingOf(null)).toEqual([["missing_capture", saleId, 10_000]]);
  expect(await missingOf([till.store])).toHaveLength(1);
  expect(await missingOf([till.otherStore])).toEqual([]);
  await bench.payOut();
  await bench.readNow();
  expect(await missingOf(null)).toEqual([]);
  expect(later.saleId).not.toBe(saleId);
});

test("a manager sees their stores' lines and differences, and the totals only when every order is of their stores", async () => {
  await bench.captured();
  const { uuid } = await bench.payOut([{ kind: "monthly_fee" }, { kind: "chargeback" }]);
  await bench.readNow();
  const [mine, others] = [bench.viewer([till.store]), bench.viewer([till.otherStore])];
  const whole = await bench.view(uuid, mine);
  expect(whole.sum?.ties).toBe(true);
  expect(differencesOf(whole).map(([kind]) => kind)).toEqual(["chargeback_without_dispute", "monthly_fee"]);
  expect(await loadPayout(others, uuid, { of: null, from: 0 })).toBeNull();
  const listed = async (viewer: typeof mine) =>
    (await loadPayouts(viewer, null)).payouts.find((it) => it.payoutUuid === uuid);
  expect(await listed(others)).toBeUndefined();
  expect(await listed(mine)).toMatchObject({ open: 2, netCents: (await bench.view(uuid)).sum?.netCents });

  await plant(uuid, { kind: "other_channel" });
  await bench.readNow();
  const part = await bench.view(uuid, mine);
  expect(part.sum).toBeNull();
  expect(part.apart).toEqual([]);
  expect(differencesOf(part).map(([kind]) => kind)).toEqual(["chargeback_without_dispute"]);
  expect(part.lines.every((it) => it.storeName === till.store.name)).toBe(true);
  expect(part.lines).toHaveLength(3);
  for (const of of ["other_channel", "no_order", "unknown", till.otherStore.id])
    expect((await bench.view(uuid, mine, of)).lines).toEqual([]);
  expect((await bench.view(uuid, bench.viewer(), "other_channel")).lines).toHaveLength(2);
  expect(await listed(mine)).toMatchObject({ open: 1, netCents: null, yoursCents: 10_000 - 630 - 2_500 });
});

test("a second currency is paid out apart, and matched with the store that sells in it", async () => {
  const { saleId } = await bench.captured([10_000], till.otherStore);
  const { uuid } = await bench.payOut([], { currency: "CAD" });
  await bench.readNow();
  const payout = await bench.view(uuid);
  expect([payout.currency, payout.sum?.netCents]).toEqual(["CAD", 9_370]);
  expect(payout.lines[0]).toMatchObject({ saleId, currency: "CAD", isMatched: true });
  expect(payout.stores.map((it) => it.storeName)).toEqual(["Harbour Road"]);
});

test.each([
  ["names the order and is tied to its sale", { ofOrder: true, ofSale: true }],
  ["names the order and is tied to no sale yet", { ofOrder: true, ofSale: false }],
  ["names no order and is tied to the sale by its number", { ofOrder: false, ofSale: true }],
])(
  "a chargeback is no difference any more at the reading after its dispute is reported, which %s",
  async (how, { ofOrder, ofSale }) => {
    const { saleId, orderUuid } = await bench.captured();
    const { uuid } = await bench.payOut([{ kind: "chargeback" }]);
    await bench.readNow();
    const open = async () => differencesOf(await bench.view(uuid)).map(([kind]) => kind);
    expect(await open()).toEqual(["chargeback_without_dispute"]);
    const owner = ofSale ? { saleId, storeId: till.store.id } : {};
    const about = { ...owner, orderUuid: ofOrder ? orderUuid : null };
    const dispute = { id: how, ...about, stage: "input_requested" } as const;
    await write((db) => db.insert(disputes).values({ ...dispute, openedAt: now(), reportedAt: now() }));
    await bench.readNow();
    expect(await open()).toEqual([]);
  },
);
