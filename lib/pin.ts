import { wordsIn } from "./language.ts";
import { pinWords } from "./words/password-words.ts";

const shortest = 4;
/** The most digits a PIN can have. */
export const longestPin = 8;

/** What a PIN consists of, for those who choose one. */
export function pinHint(locale: string): string {
  return wordsIn(pinWords, locale).hint(shortest, longestPin);
}

/** Why a new PIN will not do, in one sentence; null when it will. Those that are tried first are not taken. */
export function pinComplaint(pin: string, locale: string): string | null {
  const words = wordsIn(pinWords, locale);
  if (!isPin(pin)) return words.length(shortest, longestPin);
  return isTrivial(pin) ? words.trivial : null;
}

/** Tells whether a new PIN will do. */
export function isGoodPin(pin: string): boolean {
  return isPin(pin) && !isTrivial(pin);
}

/** Tells whether a text could be a PIN at all. */
export function isPin(text: string): boolean {
  return new RegExp(`^[0-9]{${shortest},${longestPin}}$`).test(text);
}

function isTrivial(pin: string): boolean {
  const digits = [...pin].map(Number);
  if (new Set(digits).size < 3) return true;
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10);
  const isRow = [1, 2, 8, 9].some((row) => steps.every((step) => step === row));
  const half = pin.slice(0, pin.length / 2);
  return isRow || pin === half + half || /^(19|20)\d\d$/.test(pin);
}
