import { parseAmount } from "./money.ts";
import { emailWord, phoneWord, plainWords } from "./search-words.ts";

/** How many digits of a phone number's end are looked for: those a masked number shows. More of them only all at once. */
const endDigits = 4;
const wholeDigits = 10;
/** The fewest characters of a name or a number. */
const fewestCharacters = 2;

/** What one search field may mean; every reading counts. */
export type OrderSearch = {
  /** Beginnings of a name's words: a shopper has to have all of them. */
  names: string[];
  /** A phone number, or its last four digits, as the beginning of its word. */
  phone: string | null;
  /** A whole e-mail, as its word. */
  email: string | null;
  /** The beginning of a receipt number or of the last letters of a sale's number. */
  saleWord: string | null;
  /** The beginning of a sale's whole number, as it is written: `MAPLE-261122-7K`. */
  number: string | null;
  amountCents: number | null;
  /** An order's uuid at Sezzle. */
  orderUuid: string | null;
  /** The whole number an order has in Sezzle's dashboard. */
  sezzleOrderId: string | null;
};

/**
 * Reads what was typed into the search field of a list of orders: a phone number however it is written, or its last four
 * digits; an amount; a name; a whole e-mail; a number. Null when there is too little to look for. Nothing that a list masks
 * can be found out piece by piece: neither five to nine digits nor a part of an e-mail find anybody.
 */
export function readOrderSearch(text: string): OrderSearch | null {
  const typed = text.trim();
  const words = plainWords(typed);
  const isLong = words.join("").length >= fewestCharacters && !typed.includes("@");
  const search: OrderSearch = {
    names: isLong ? words : [],
    phone: phoneEnding(typed),
    email: /^\S+@\S+$/.test(typed) ? emailWord(typed) : null,
    // A receipt number is kept with `-` for its spaces.
    saleWord: isLong ? words.join("-") : null,
    number: /^[a-z\d]{2,8}-\d{6}-[a-z\d]+(-\d+)?$/i.test(typed) ? typed.toUpperCase() : null,
    amountCents: parseAmount(typed, "en-US") || parseAmount(typed, "fr-CA") || null,
    orderUuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(typed) ? typed.toLowerCase() : null,
    sezzleOrderId: isLong && /^#?[\w-]{2,60}$/.test(typed) ? typed.replace("#", "") : null,
  };
  return isLong || search.phone || search.amountCents || search.email ? search : null;
}

/** "(612) 555-0147", "+1 612.555.0147", "•••-0147", "0147": all that a phone number is written with. */
function phoneEnding(typed: string): string | null {
  if (!/^[+\d\s().•*/‑–-]+$/.test(typed)) return null;
  const digits = typed.replace(/\D/g, "");
  const isWithCountry = digits.length === wholeDigits + 1 && digits.startsWith("1");
  const number = isWithCountry ? digits.slice(1) : digits;
  return number.length === endDigits || number.length === wholeDigits ? phoneWord(number) : null;
}
