import { lineTypes } from "./payout.ts";

type Signed = { typeCode: string; amountCents: number };

/**
 * Gives each line the sign with which it counts for the merchant. Files write a refund's line as positive though its total is
 * negative, so for types that always go one way the lines of a type are turned, all together, so that they go that way; lines of
 * one type that have opposite signs keep them towards each other. All other types are believed as they are written.
 */
export function withTheirSigns<Line extends Signed>(lines: Line[]): Line[] {
  const turned = new Map<string, boolean>();
  for (const [code, ofType] of Map.groupBy(lines, (it) => it.typeCode)) {
    const direction = lineTypes[code]?.direction ?? 0;
    turned.set(code, direction * sumCents(ofType) < 0);
  }
  return lines.map((line) =>
    turned.get(line.typeCode) && line.amountCents !== 0 ? { ...line, amountCents: -line.amountCents } : line,
  );
}

/** What amounts come to, in cents. */
function sumCents(amounts: { amountCents: number }[]): number {
  return amounts.reduce((sum, it) => sum + it.amountCents, 0);
}

/** A total that is not what it should be: what the lines come to, less what Sezzle says. */
export type Untied = { kind: "total_differs" | "net_differs"; about: string; amountCents: number };

/** A payout's totals that do not agree with its lines, in cents. None: everything ties out. */
export function untiedTotals(lines: Signed[], totals: Record<string, number>): Untied[] {
  const sumOf = (...codes: string[]) => sumCents(lines.filter((it) => codes.includes(it.typeCode)));
  const untied: Untied[] = [];
  for (const [code, { totals: names, direction }] of Object.entries(lineTypes)) {
    const said = names.flatMap((name) => (totals[name] === undefined ? [] : [totals[name]]));
    if (said.length === 0) continue;
    // A total is written with or without its sign. Where a type has two, they share its lines, or each counts all of them.
    const turn = (cents: number) => (direction !== 0 && cents * direction < 0 ? -cents : cents);
    const sum = sumOf(code);
    const possible = [sum, sum + sumOf(...monthly(code))];
    const both = said.reduce((total, it) => total + turn(it), 0);
    const isTied = possible.includes(both) || (said.length > 1 && said.every((total) => turn(total) === sum));
    if (!isTied) untied.push({ kind: "total_differs", about: names[0] ?? code, amountCents: sum - both });
  }
  return [...untied, ...untiedNet(lines, totals)];
}

/** Monthly fees have no total of their own, and may count in those of fees. */
function monthly(code: string): string[] {
  if (code === "003") return ["013"];
  return code === "004" ? ["014"] : [];
}

function untiedNet(lines: Signed[], totals: Record<string, number>): Untied[] {
  const net = totals.net_settlement_amount;
  if (net === undefined) return [];
  const sum = sumCents(lines);
  // Whether the fees of an exchange are written as a negative amount is not documented.
  const forex = Math.abs(totals.forex_fees ?? 0);
  if (net === sum || net === sum - forex) return [];
  return [{ kind: "net_differs", about: "net_settlement_amount", amountCents: sum - net }];
}
