import { describe, expect, test } from "vitest";
import { readOrderSearch } from "./order-search.ts";
import { phoneWord, wordsOfContact, wordsOfSale } from "./search-words.ts";

const shopper = {
  phone: "+16125550147",
  email: "Ada.Lovelace@Example.com",
  name: "Ada Lovelace-Byron",
};
const sale = { number: "MAPLE-261122-7K3FQ", receiptNumber: "R-1001" };

/** Whether a search finds the shopper or the sale by a word that begins so. */
function finds(typed: string): boolean {
  const search = readOrderSearch(typed);
  if (!search) return false;
  const begins = (words: string[], beginning: string) => words.some((word) => word.startsWith(beginning));
  const contact = wordsOfContact(shopper);
  return (
    (search.names.length > 0 && search.names.every((word) => begins(contact, word))) ||
    (search.phone !== null && begins(contact, search.phone)) ||
    (search.email !== null && contact.includes(search.email)) ||
    (search.number !== null && sale.number.startsWith(search.number)) ||
    (search.saleWord !== null && begins(wordsOfSale(sale), search.saleWord))
  );
}

describe("a shopper is found by their phone number, however it is written", () => {
  test.each([
    "6125550147",
    "(612) 555-0147",
    "612.555.0147",
    "612 555 0147",
    "+1 612 555 0147",
    "1-612-555-0147",
    "+16125550147",
    "0147",
    "(•••) •••-0147",
    " 0147 ",
  ])("%s", (typed) => {
    expect(finds(typed)).toBe(true);
  });
  test.each(["147", "0148", "612", "7410", "50147", "555-0147", "12 555 0147", "+44 612 555 0147"])(
    "and not by %s",
    (typed) => {
      expect(finds(typed)).toBe(false);
    },
  );
});

describe("an order is found by a name, an e-mail, a number, or the beginning of a part of one", () => {
  test.each([
    "ada",
    "ADA",
    "Lovelace",
    "ada love",
    "byron",
    "lovelace-by",
    "ada.lovelace@example.com",
    " ADA.Lovelace@example.COM ",
    "MAPLE-261122-7K3FQ",
    "maple-261122-7k3fq",
    "maple-261122-7",
    "7k3fq",
    "7K3",
    "R-1001",
    "r 1001",
    "1001",
  ])("%s", (typed) => {
    expect(finds(typed)).toBe(true);
  });
  test.each([
    "bob",
    "ada bob",
    "lace",
    "k3fq",
    "a",
    "",
    "   ",
    "!?",
    "%",
    "_",
    // What every number of a store or a day begins with would find them all.
    "maple",
    "maple-261122",
    "261122",
    // Of an e-mail a list shows a letter and the domain: the rest is not to be found out letter by letter.
    "ada.l@example.com",
    "ada.lovelace@example.co",
    "ada.lovelace@",
    "example.com",
  ])("and not by “%s”", (typed) => {
    expect(finds(typed)).toBe(false);
  });
});

test("names are found with and without their accents", () => {
  const words = wordsOfContact({ phone: null, email: null, name: "Zoë O'Brien Ångström" });
  for (const typed of ["zoe", "Zoë", "obrien", "O’Brien", "angstrom", "ÅNGSTRÖM"]) {
    const [word = "?"] = readOrderSearch(typed)?.names ?? [];
    expect(words, typed).toContain(word);
  }
});

test.each([
  ["84.50", 8450],
  ["$84.50", 8450],
  ["1,084.5", 108_450],
  ["84", 8400],
  ["0", null],
  ["ada", null],
])("“%s” is read as an amount of %s cents", (typed, cents) => {
  expect(readOrderSearch(typed)?.amountCents ?? null).toBe(cents);
});

test("four digits are looked for as a phone's end, a receipt's number and an amount at once", () => {
  expect(readOrderSearch("1001")).toMatchObject({
    phone: phoneWord("1001"),
    saleWord: "1001",
    amountCents: 100_100,
  });
});

test("an order's uuid is known as one", () => {
  const uuid = "0f4b1d8c-91f5-4b6b-9d3e-0a2a4e6d9c55";
  expect(readOrderSearch(uuid.toUpperCase())?.orderUuid).toBe(uuid);
  expect(readOrderSearch("0f4b1d8c")?.orderUuid).toBeNull();
});

test("a phone's word is taken for no other: nothing that is typed as a word can begin with its mark", () => {
  expect(readOrderSearch("~7410")?.names).toEqual(["7410"]);
});
