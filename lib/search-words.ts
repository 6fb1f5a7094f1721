/** Marks a word that is a phone number, so that it is taken for no other. */
const phoneMark = "~";

/**
 * A text as words are kept and looked for: small letters without accents, and of all signs only those that e-mails and
 * receipt numbers are written with.
 */
export function plainWords(text: string): string[] {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@.+_\s-]/gu, "");
  return plain.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The words a shopper can be found by. */
export function wordsOfContact(contact: {
  phone: string | null;
  email: string | null;
  name: string | null;
}): string[] {
  const words = [...inParts(contact.name ?? ""), ...inParts(contact.email ?? "")];
  if (contact.phone) words.push(phoneWord(contact.phone.replace(/\D/g, "")));
  return [...new Set(words)];
}

/** The words a sale can be found by: `MAPLE-261122-7K3FQ` also by its last five letters. */
export function wordsOfSale(sale: { number: string; receiptNumber: string | null }): string[] {
  return [...new Set([...inParts(sale.number), ...inParts(sale.receiptNumber ?? "")])];
}

/** The word of a phone number, or of its end: the digits from the last to the first, so that an ending is a beginning. */
export function phoneWord(digits: string): string {
  return phoneMark + [...digits].reverse().join("");
}

/** Each word whole, and from each place on where a part of it begins. */
function inParts(text: string): string[] {
  return plainWords(text).flatMap((word) =>
    [...word.matchAll(/[\p{L}\p{N}]+/gu)].map((part) => word.slice(part.index)),
  );
}
