/** The test card that pays. Sezzle's sandbox documents it; it documents no card that is declined. */
const PAYING_CARD = "4242424242424242";

export type CardVerdict =
  | { ok: true; lastFour: string }
  | { ok: false; field: "number" | "expiry" | "cvv"; message: string };

/**
 * Judges a card: the paying test card with any future expiry and any security code is taken, every other number
 * is either not a card number at all or declined.
 * @param nowMs the current time; a card is good to the end of its month.
 */
export function judgeCard(
  input: { number: string; expiry: string; cvv: string },
  nowMs: number,
): CardVerdict {
  const number = input.number.replaceAll(/[\s-]/g, "");
  if (!/^\d{13,19}$/.test(number) || !passesLuhn(number)) {
    return { ok: false, field: "number", message: "This is not a valid card number." };
  }
  if (!isFutureExpiry(input.expiry, nowMs)) {
    return { ok: false, field: "expiry", message: "Enter a month and year that is not over, like 12/34." };
  }
  if (!/^\d{3,4}$/.test(input.cvv.trim())) {
    return { ok: false, field: "cvv", message: "Enter the 3 or 4 digits on the card." };
  }
  if (number !== PAYING_CARD) {
    return { ok: false, field: "number", message: "The card was declined. Try another card." };
  }
  return { ok: true, lastFour: number.slice(-4) };
}

/** The check digit of ISO/IEC 7812. */
function passesLuhn(number: string): boolean {
  const sum = [...number].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function isFutureExpiry(text: string, nowMs: number): boolean {
  const match = /^\s*(\d{1,2})\s*\/\s*(\d{2}|20\d{2})\s*$/.exec(text);
  const month = Number(match?.[1]);
  if (!match || month < 1 || month > 12) return false;
  const year = 2000 + (Number(match[2]) % 100);
  return nowMs < Date.UTC(year, month, 1);
}
