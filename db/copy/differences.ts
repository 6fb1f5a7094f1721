import { addRows, noRows, type RowSum } from "./rows.ts";
import type { Source } from "./source.ts";
import { type CopiedTable, copiedTables, moneyColumns } from "./tables.ts";
import type { Target } from "./target.ts";

/**
 * Compares a copy with its file: how many rows each table has, what its money adds up to (both as the databases themselves say), and
 * every row with what was read of the file. Each difference is a sentence.
 */
export async function findDifferences(
  source: Source,
  target: Target,
  onRows: (table: string, rows: number, of: number, rowsOfAll: number) => void,
): Promise<string[]> {
  const differences: string[] = [];
  let before = 0;
  for (const table of copiedTables) {
    const of = source.countRows(table);
    const read = await sumRows(target, table, (rows) => onRows(table.name, rows, of, before + rows));
    before += read.rows;
    const found = await compareTotals(source, target, table, of);
    if (found.length === 0 && read.sum !== (await target.reached(table)).sum) {
      found.push(`${table.name}: the copy has as many rows, and not the same.`);
    }
    differences.push(...found);
  }
  return differences;
}

async function sumRows(target: Target, table: CopiedTable, onRows: (rows: number) => void): Promise<RowSum> {
  let sum = noRows;
  await target.readAll(table, (rows) => {
    sum = addRows(sum, rows);
    onRows(sum.rows);
  });
  return sum;
}

async function compareTotals(
  source: Source,
  target: Target,
  table: CopiedTable,
  rows: number,
): Promise<string[]> {
  const found: string[] = [];
  const copied = await target.countRows(table);
  if (copied !== rows) found.push(`${table.name}: the file has ${rows} rows, the copy ${copied}.`);
  const sums = await target.sumMoney(table);
  for (const [index, sum] of source.sumMoney(table).entries()) {
    if (sum === sums[index]) continue;
    const column = moneyColumns(table)[index];
    found.push(`${table.name}: ${column} adds up to ${sum} in the file, and to ${sums[index]} in the copy.`);
  }
  return found;
}
