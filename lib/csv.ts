/**
 * A line of a CSV file (RFC 4180). A cell that a spreadsheet would take for a formula (one that begins with `=`, `+`, `-`, `@`, a tab
 * or a carriage return) gets an apostrophe before it, whoever wrote it. Amounts are given as `csvAmount`.
 */
export function csvLine(cells: (string | number)[]): string {
  return `${cells.map((cell) => quoted(harmless(String(cell)))).join(",")}\r\n`;
}

function harmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** An amount of cents as a plain decimal of the currency, as `1084.50`: no sign of the currency, no thousands. */
export function csvAmount(amountCents: number): string {
  const digits = String(amountCents).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
