/** Marks of words that are looked for whole or as they stand, so that they are taken for no name. */
const phoneMark = "~";
const emailMark = "@";

/** A text as words are kept and looked for: small letters without accents, digits, and `-` within them. */
export function plainWords(text: string): string[] {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\s-]/gu, "");
  return plain.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The words a shopper can be found by. */
export function wordsOfContact(contact: {
  phone: string | null;
  email: string | null;
  name: string | null;
}): string[] {
  const words = inParts(contact.name ?? "");
  if (contact.email) words.push(emailWord(contact.email));
  if (contact.phone) words.push(phoneWord(contact.phone.replace(/\D/g, "")));
  return [...new Set(words)];
}

/**
 * The words a sale can be found by: the last letters of its number, and its receipt number. Not what every number of a store
 * or a day begins with: it would find them all.
 */
export function wordsOfSale(sale: { number: string; receiptNumber: string | null }): string[] {
  const tail = sale.number.slice(sale.number.lastIndexOf("-") + 1);
  return [...new Set([...inParts(tail), ...inParts(sale.receiptNumber ?? "")])];
}

/** The word of a phone number, or of its end: the digits from the last to the first, so that an ending is a beginning. */
export function phoneWord(digits: string): string {
  return phoneMark + [...digits].reverse().join("");
}

/** The word of an e-mail, which is found whole alone. */
export function emailWord(email: string): string {
  return emailMark + email.toLowerCase();
}

/** Each word whole, and from each place on where a part of it begins. */
function inParts(text: string): string[] {
  return plainWords(text).flatMap((word) =>
    [...word.matchAll(/[\p{L}\p{N}]+/gu)].map((part) => word.slice(part.index)),
  );
}
