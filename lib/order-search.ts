import { parseAmount } from "./money.ts";
import { phoneWord, plainWords } from "./search-words.ts";

/** The fewest digits of a phone number's end that are looked for, and the fewest characters of anything else. */
const fewestDigits = 4;
const fewestCharacters = 2;

/** What one search field may mean; every reading counts. */
export type OrderSearch = {
  /** Beginnings of words: a shopper has to have all of them. */
  contactWords: string[];
  /** The end of a phone number, as the beginning of its word. */
  phone: string | null;
  /** The beginning of a sale's number or a receipt's, or of a part of one. */
  saleWord: string | null;
  amountCents: number | null;
  /** An order's uuid at Sezzle. */
  orderUuid: string | null;
};

/**
 * Reads what was typed into the search field of a list of orders: a phone number however it is written, or the end of
 * one; an amount; a name, an e-mail, a number. Null when there is too little to look for.
 */
export function readOrderSearch(text: string): OrderSearch | null {
  const typed = text.trim();
  const words = plainWords(typed);
  const isLong = words.join("").length >= fewestCharacters;
  const search: OrderSearch = {
    contactWords: isLong ? words : [],
    phone: phoneEnding(typed),
    // A receipt number is kept with `-` for its spaces.
    saleWord: isLong ? words.join("-") : null,
    amountCents: parseAmount(typed) || null,
    orderUuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(typed) ? typed.toLowerCase() : null,
  };
  return isLong || search.phone || search.amountCents ? search : null;
}

/** "(612) 555-0147", "+1 612.555.0147", "•••-0147", "0147": all that a phone number is written with, and enough digits. */
function phoneEnding(typed: string): string | null {
  if (!/^[+\d\s().•*/‑–-]+$/.test(typed)) return null;
  const digits = typed.replace(/\D/g, "");
  const isWithCountry = digits.length === 11 && digits.startsWith("1");
  return digits.length >= fewestDigits ? phoneWord(isWithCountry ? digits.slice(1) : digits) : null;
}
