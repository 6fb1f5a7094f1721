import { expect, test } from "vitest";
import { findAttempt, updateSale } from "#db/queries/sales.ts";
import { read, write } from "./database.ts";
import { learn } from "./orders/learn.ts";
import { runOperation } from "./payments/run-operation.ts";
import { loadReceipt } from "./receipts/load-receipt.ts";
import { shopperReturned } from "./sales/watch.ts";
import { authorize, move } from "./testing/scripted-order.ts";
import { eventually, startTill } from "./testing/till.ts";
import { viewerOf } from "./testing/viewer-of.ts";

const till = await startTill();
const { sezzle } = till;

async function receiptOf(saleId: string) {
  const cashier = await viewerOf("casey", "cashier", [till.store]);
  const receipt = await loadReceipt(cashier, saleId, new Date());
  if (!receipt) throw new Error("there is no receipt");
  return receipt;
}

test("a receipt has what was taken and what was given back, each with its moment", async () => {
  const { saleId, order } = await till.openAuthorized();
  await till.act(saleId, "capture", 4_000);
  await till.act(saleId, "capture", 6_000);
  await till.act(saleId, "refund", 2_500);
  // In Sezzle's own dashboard, too.
  move(order, "refunds", 500);
  await learn(order.uuid, "webhook");
  const receipt = await receiptOf(saleId);
  expect(receipt).toMatchObject({ state: "partly_refunded", amountCents: 10_000, staysPaidCents: 7_000 });
  expect(receipt.captures.map((it) => it.amountCents).sort()).toEqual([4_000, 6_000]);
  expect(receipt.refunds.map((it) => it.amountCents)).toEqual([2_500, 500]);
  for (const { at } of [...receipt.captures, ...receipt.refunds]) expect(at).not.toBeNull();
  expect(receipt.confirmedAt).not.toBeNull();
});

test("a receipt whose capture was lost says so, and paid only once Sezzle shows it", async () => {
  const { saleId, order } = await till.openAuthorized();
  sezzle.onNext("capture", "cut");
  await till.act(saleId, "capture", 10_000);
  expect(await receiptOf(saleId)).toMatchObject({
    ...{ state: "not_confirmed", captures: [], approvedCents: 0 },
    unconfirmed: [{ kind: "capture", amountCents: 10_000 }],
  });
  move(order, "captures", 10_000);
  await learn(order.uuid, "poll");
  expect(await receiptOf(saleId)).toMatchObject({ state: "paid", unconfirmed: [] });
});

test("a receipt of a sale that is paid by two links counts one, and says what is approved on the other", async () => {
  const before = new Set(sezzle.orders.keys());
  sezzle.onNext("session", "lose");
  const { saleId, operationId } = await till.prepareSale();
  await runOperation(operationId);
  const [lost = null] = [...sezzle.orders.keys()].filter((it) => !before.has(it));
  const second = await till.sendAgain(saleId, { confirmed: true });
  authorize(second.order);
  await learn(second.order.uuid, "webhook");
  authorize(sezzle.order(lost));
  await till.deliver("order.authorized", sezzle.order(lost).uuid);
  await eventually(async () => expect((await receiptOf(saleId)).elsewhereCents).toBe(10_000));
  await till.act(saleId, "capture", 10_000);
  expect(await receiptOf(saleId)).toMatchObject({
    ...{ state: "paid", elsewhereCents: 10_000, captures: [{ amountCents: 10_000 }] },
  });
});

test("a receipt holds no name, number or address of the shopper", async () => {
  const contact = { kind: "sms", phone: "+16125550147" } as const;
  const { saleId } = await till.open({ contact, shopperName: "Ada Lovelace" });
  const text = JSON.stringify(await receiptOf(saleId));
  for (const secret of ["0147", "Ada", "Lovelace"]) expect(text).not.toContain(secret);
});

test("a receipt and the shopper's own pages are in the shopper's language, else in the store's", async () => {
  const { saleId } = await till.open();
  const locales = async () => {
    const attempt = await read(async (db) => findAttempt(db, (await till.sale(saleId)).currentAttemptId));
    const page = await shopperReturned(attempt?.shopperToken ?? "");
    return [(await receiptOf(saleId)).locale, page?.locale];
  };
  expect(await locales()).toEqual(["en-US", "en-US"]);
  await write((db) => updateSale(db, saleId, { shopperLocale: "fr-CA" }));
  expect(await locales()).toEqual(["fr-CA", "fr-CA"]);
});

test("there is no receipt of a sale in a store that is not the viewer's", async () => {
  const { saleId } = await till.openCaptured();
  const elsewhere = await viewerOf("casey", "cashier", [till.otherStore]);
  expect(await loadReceipt(elsewhere, saleId, new Date())).toBeNull();
  expect(await loadReceipt(elsewhere, crypto.randomUUID(), new Date())).toBeNull();
});
