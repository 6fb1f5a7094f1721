import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { pino } from "pino";
import { expect, test, vi } from "vitest";
import { listContactsBeingSent, listContactsOfWord, listUsesOfContacts } from "#db/queries/contacts.ts";
import { findContactOfAttempt, insertContact } from "#db/queries/sales.ts";
import { listRegisters, updateRegister, updateStore } from "#db/queries/stores.ts";
import { isOnPostgres } from "#db/testing-engine.ts";
import { phoneWord } from "#lib/search-words.ts";
import { emptyJournal, read, write } from "./database.ts";
import { env } from "./env.ts";
import { contactOf } from "./payments/new-attempt.ts";
import { runOperation } from "./payments/run-operation.ts";
import { prepareSale } from "./payments/start-sale.ts";
import { eraseContacts } from "./shoppers/erase-contacts.ts";
import { eraseOldContacts, retentionStep } from "./shoppers/retention.ts";
import { newOrder } from "./testing/scripted-order.ts";
import { granted, refusalCode, startTill } from "./testing/till.ts";
import { workOffWaiting } from "./webhooks/work-off.ts";

const till = await startTill();
const { sezzle } = till;
const dayMs = 24 * 60 * 60_000;

/** Everything that the database's files hold, byte by byte. */
async function filesOfDatabase(): Promise<Buffer> {
  const file = env().database;
  const parts = await Promise.all(
    ["", "-wal", "-journal"].map((it) => readFile(file + it).catch(() => Buffer.alloc(0))),
  );
  return Buffer.concat(parts);
}

/** The ways in which a number is written anywhere: with its country or not, and backwards in the words of the search. */
const tracesOf = (phone: string) => {
  const digits = phone.replace(/\D/g, "").slice(-10);
  return [digits, [...digits].reverse().join("")];
};

async function tracesLeft(...texts: string[]): Promise<string[]> {
  const bytes = await filesOfDatabase();
  return texts.filter((it) => bytes.includes(it));
}

async function contactOfSale(saleId: string) {
  const { currentAttemptId } = await till.sale(saleId);
  return read((db) => findContactOfAttempt(db, currentAttemptId));
}

async function erase(phone: string): Promise<void> {
  await write(async (db) => {
    const contacts = await listContactsOfWord(db, phoneWord(phone.replace(/\D/g, "")));
    const uses = await listUsesOfContacts(
      db,
      contacts.map((it) => it.id),
    );
    const erasing = { personId: till.asker.personId, reason: "the shopper asked for it", now: new Date() };
    await eraseContacts(db, contacts, uses, erasing);
  });
}

// PostgreSQL's files and log are the operator's.
test.skipIf(isOnPostgres)(
  "after an erasure no byte of the database's files, freed pages and journal included, holds number or name",
  async () => {
    const phone = "+16125550147";
    const shopperName = "Wilhelmina Quackenbush";
    const sms = { kind: "sms", phone } as const;
    // Neighbours before, between and after, so that pages split around what is erased.
    const neighbours = (from: number) =>
      write(async (db) => {
        for (let i = from; i < from + 400; i += 1) {
          const other = contactOf(
            { kind: "sms", phone: `+1415${2_000_000 + i * 7}` },
            `Neighbour ${i}`,
            new Date(),
          );
          await insertContact(db, other);
        }
      });
    await neighbours(0);
    const first = await till.open({ contact: sms, shopperName });
    const second = await till.open({ contact: sms, shopperName });
    await neighbours(400);
    sezzle.calm();
    const customer = { phone: "(612) 555-0147", first_name: "Wilhelmina", last_name: "Quackenbush" };
    await till.deliver("order.authorized", first.order.uuid, { data: { customer } });
    await vi.waitFor(workOffWaiting, { timeout: 10_000 });
    // Of an order that Sezzle does not know yet: it is kept and waits.
    await till.deliver("order.captured", newOrder({}).uuid, {
      data: { customer, note: "call 1-612-555-0147" },
    });
    expect(await tracesLeft(...tracesOf(phone), shopperName)).not.toEqual([]);

    await erase(phone);
    await vi.waitFor(async () => expect(await emptyJournal()).toBe(true), { timeout: 10_000 });
    const traces = [
      ...tracesOf(phone),
      "612-555-0147",
      "555-0147",
      "wilhelmina",
      "Wilhelmina",
      "Quackenbush",
      "quackenbush",
    ];
    expect(await tracesLeft(...traces)).toEqual([]);

    for (const { saleId } of [first, second]) {
      expect(await till.view(saleId)).toMatchObject({
        shopperName: null,
        sentTo: { masked: "contact erased" },
      });
      expect((await till.lines(saleId, "contact.erased")).map((it) => [it.person, it.data])).toEqual([
        ["Morgan", { reason: "the shopper asked for it" }],
      ]);
      expect(await till.sale(saleId)).toMatchObject({ amountCents: 10_000, status: "link_sent" });
    }
    expect(await contactOfSale(first.saleId)).toMatchObject({ phone: null, email: null, name: null });
  },
);

test("a write that fails is told without what it was to write", async () => {
  const phone = "+16125550188";
  const contact = contactOf({ kind: "sms", phone }, null, new Date());
  await write((db) => insertContact(db, contact));
  const failed = write((db) => insertContact(db, contact));
  const error = await failed.catch((it: unknown) => it);
  expect(error).toBeInstanceOf(Error);
  const logged = JSON.stringify(pino.stdSerializers.err(error as Error));
  expect(`${String(error)} ${(error as Error).stack} ${logged}`).not.toContain("5550188");
});

test("to an erased contact no link is sent again; to one that is typed anew it is", async () => {
  const sale = await till.open({ contact: { kind: "sms", phone: "+16125550111" } });
  await erase("+16125550111");
  expect(refusalCode(await till.prepareLink(sale.saleId))).toBe("contact_erased");
  const link = await till.prepareLink(sale.saleId, { contact: { kind: "sms", phone: "+16125550112" } });
  expect(granted(link).kind).toBe("cancel_checkout");
});

test("by itself a contact goes when its store's days are over since the sale's last change, once, and not earlier", async () => {
  const phone = "+16125550122";
  const now = new Date();
  const sale = await till.openCaptured();
  const kept = await till.prepareSale({ contact: { kind: "sms", phone } });
  await runOperation(kept.operationId);
  const later = (days: number) => new Date(now.getTime() + days * dayMs + 60_000);
  await eraseOldContacts();
  expect((await contactOfSale(sale.saleId))?.email, "nothing is asked for").not.toBeNull();

  await write((db) => updateStore(db, till.store.id, { contactRetentionDays: 30 }));
  const walkAll = async (at: Date) => {
    let after: number | null = 0;
    while (after !== null) after = await retentionStep(after, at);
  };
  await walkAll(later(29));
  expect((await contactOfSale(sale.saleId))?.email, "a day too early").not.toBeNull();
  // Two processes walk at once.
  await Promise.all([walkAll(later(31)), walkAll(later(31))]);
  expect(await contactOfSale(sale.saleId)).toMatchObject({ email: null, phone: null });
  expect((await till.lines(sale.saleId, "contact.erased")).map((it) => [it.person, it.data])).toEqual([
    [null, { reason: "kept for 30 days, as the store is set" }],
  ]);
  expect((await contactOfSale(kept.saleId))?.phone, "a link that still waits").toBe(phone);
});

test("a contact is kept by itself while money of its sale can move, and where its store keeps contacts", async () => {
  await write((db) => updateStore(db, till.store.id, { contactRetentionDays: 30 }));
  const sale = await till.openCaptured();
  granted(await till.prepare(sale.saleId, "refund", 1_000));
  const elsewhere = await till.prepareSale({}, till.otherStore);
  const at = new Date(Date.now() + 400 * dayMs);
  let after: number | null = 0;
  while (after !== null) after = await retentionStep(after, at);
  expect((await contactOfSale(sale.saleId))?.email).toBe("shopper@example.com");
  expect((await contactOfSale(elsewhere.saleId))?.email).toBe("shopper@example.com");
});

test("a contact is told to be in use while a link is about to be sent to it, and no longer once that has its end", async () => {
  const phone = "+16125550133";
  const opening = await till.prepareSale({ contact: { kind: "sms", phone } });
  const contact = await contactOfSale(opening.saleId);
  const beingSent = () => read((db) => listContactsBeingSent(db, [contact?.id ?? ""]));
  expect(await beingSent()).toHaveLength(1);
  await runOperation(opening.operationId);
  expect(await beingSent()).toEqual([]);
  const another = { kind: "sms", phone: "+16125550134" } as const;
  const cancel = granted(await till.prepareLink(opening.saleId, { contact: another }));
  const replacement = cancel.input.replacement?.contactId ?? "";
  expect(await read((db) => listContactsBeingSent(db, [replacement]))).toEqual([replacement]);
});

test("at a register that was closed no sale begins; what is open there goes on", async () => {
  const sale = await till.openAuthorized();
  const [register] = await read((db) => listRegisters(db, [till.store.id]));
  const asker = { ...till.asker, registerId: register?.id ?? "" };
  const wish = {
    wishId: randomUUID(),
    amountCents: 5_000,
    contact: { kind: "email", email: "a@example.com" },
  } as const;
  const start = () =>
    write((db) =>
      prepareSale(
        db,
        asker,
        till.store,
        { ...wish, shopperName: null, shopperLocale: null, receiptNumber: null },
        new Date(),
      ),
    );
  await write((db) => updateRegister(db, asker.registerId, { closedAt: new Date() }));
  expect(refusalCode(await start())).toBe("register_closed");
  expect((await till.act(sale.saleId, "capture", 10_000)).state).toBe("succeeded");
  await write((db) => updateRegister(db, asker.registerId, { closedAt: null }));
  granted(await start());
});

test("a sale is written down as its store is at that moment, whatever the till saw a moment before", async () => {
  const seen = till.store;
  await write((db) => updateStore(db, seen.id, { maxCents: 5_000 }));
  await expect(till.prepareSale({ amountCents: 10_000 }, seen)).rejects.toThrow("refused: amount_too_large");
  await write((db) => updateStore(db, seen.id, { maxCents: seen.maxCents }));
});
