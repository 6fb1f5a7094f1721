import { expect, test } from "vitest";
import { plansOf, type Queries } from "./plans-testing.ts";
import {
  eraseContact,
  listContactsBeingSent,
  listContactsOfWord,
  listUnsettledSales,
  listUsesOfContacts,
  walkContacts,
} from "./queries/contacts.ts";
import { hasSales } from "./queries/stores.ts";
import { listKeptPayloads } from "./queries/webhooks.ts";
import { noon } from "./testing.ts";

test.each<[string, Queries, string[]]>([
  ["the contacts of a whole number", (db) => listContactsOfWord(db, "~7410"), ["contact_words_1 (word=?)"]],
  [
    "the sales of contacts",
    (db) => listUsesOfContacts(db, ["a", "b"]),
    ["attempts_by_contact (contact_id=?)"],
  ],
  [
    "the contacts that a link is being sent to",
    (db) => listContactsBeingSent(db, ["a", "b"]),
    ["attempts_by_contact (contact_id=?)", "operations_one_open_a_sale (sale_id>?)"],
  ],
  ["contacts one after another", (db) => walkContacts(db, 7, 200), ["PRIMARY KEY (rowid>?)"]],
  [
    "the sales whose money has something open",
    (db) => listUnsettledSales(db, ["a", "b"]),
    ["operations_one_open_a_sale (sale_id=?)", "disputes_by_sale (sale_id=?)"],
  ],
  ["an erasure", (db) => eraseContact(db, "a", noon), ["contact_words_by_contact", "contacts_1 (id=?)"]],
  ["the payloads that are kept", listKeptPayloads, ["webhook_events_waiting (next_try_at>?)"]],
  ["whether a store has sold", (db) => hasSales(db, "s"), ["(store_id=?)"]],
])("%s: found by indexes alone, however many shoppers there were", async (_title, queries, indexes) => {
  const steps = (await plansOf(queries)).flat();
  expect(steps.filter((step) => step.startsWith("SCAN"))).toEqual([]);
  for (const index of indexes) expect(steps.join("\n")).toContain(index);
});
