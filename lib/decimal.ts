/** Amounts of settlements go far above a sale's, and stay far below unsafe integers. */
const mostDigits = 13;

/**
 * Reads decimal text in major units (".30", "-43.80", "53", "+1.5") into cents, digit by digit and never through a float. Null for
 * anything else, also for fractions of a cent.
 */
export function parseDecimalCents(text: string): number | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign, whole = "", fraction = ""] = match;
  if (whole + fraction === "" || whole.length > mostDigits || !/^\d{0,2}0*$/.test(fraction)) return null;
  const cents = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, "0"));
  return sign === "-" && cents !== 0 ? -cents : cents;
}

/**
 * Reads JSON with every number left as the text it was written in, so that decimals stay exact. Throws a SyntaxError when it
 * is not JSON.
 */
export function parseJsonWithDecimals(json: string): unknown {
  const reviver = (_key: string, value: unknown, context?: { source?: string }) =>
    typeof value === "number" ? (context?.source ?? String(value)) : value;
  return JSON.parse(json, reviver as (key: string, value: unknown) => unknown);
}
