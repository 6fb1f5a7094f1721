// Letters and digits that are not taken for one another when read aloud or from a slip.
const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * A sale's number, readable and unique: store code, local date, random tail, as `MAPLE-261122-7K3FQ`. Letters, digits and
 * `-` only, which is what Sezzle takes for a `reference_id`. `random` holds bytes from a secure source.
 */
export function saleNumber(storeCode: string, localDate: string, random: Uint8Array): string {
  const tail = Array.from(random.slice(0, 5), (byte) => alphabet[byte % alphabet.length]).join("");
  return `${storeCode}-${localDate.slice(2).replaceAll("-", "")}-${tail}`;
}

/** What Sezzle takes for a reference: letters, digits, `-` and `_`. (Sezzle's documentation of `reference_id`.) */
const referencePattern = /^[A-Za-z0-9_-]{1,60}$/;

/** Reads a receipt number as typed: spaces become `-`. Null when it holds what Sezzle does not take. */
export function readReceiptNumber(text: string): string | null {
  const reference = text.trim().replace(/\s+/g, "-");
  return referencePattern.test(reference) ? reference : null;
}
