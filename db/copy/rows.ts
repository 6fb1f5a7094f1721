import { hash } from "node:crypto";
import { CopyRefusal } from "./refusal.ts";
import type { CopiedColumn, CopiedTable } from "./tables.ts";

/** A value as both engines' drivers give and take it. */
export type Value = string | number | Buffer | null;

/** A row's place in its SQLite table, and its values in the order of the columns. */
export type Row = { place: number; values: Value[] };

/**
 * A row as it is copied: what the schema says its columns hold, and nothing else. Throws when it holds something that would be
 * another thing in PostgreSQL, or nothing at all.
 */
export function readRow(table: CopiedTable, place: number, kept: unknown[]): Row {
  return {
    place,
    values: table.columns.map((column, index) => {
      const value = readValue(column, kept[index]);
      if (value !== undefined) return value;
      throw new CopyRefusal(
        `The row ${place} of ${table.name} has something in ${column.name} that PostgreSQL cannot keep as it is.`,
      );
    }),
  };
}

function readValue({ kind }: CopiedColumn, value: unknown): Value | undefined {
  if (value === null) return null;
  if (kind === "blob") return Buffer.isBuffer(value) ? value : undefined;
  // PostgreSQL keeps no text with a NUL in it.
  if (kind === "text") return typeof value === "string" && !value.includes("\0") ? value : undefined;
  // A moment that was reckoned may have a part of a millisecond in SQLite, which nobody has ever read.
  const number = kind === "moment" && typeof value === "number" ? Math.trunc(value) : value;
  return Number.isSafeInteger(number) ? (number as number) : undefined;
}

/** About how many bytes a row's values take. */
export function sizeOf({ values }: Row): number {
  return values.reduce<number>(
    (size, it) => size + (it === null || typeof it === "number" ? 8 : it.length),
    0,
  );
}

const modulus = 1n << 64n;

/** How many rows, and what tells them from others: the sum of a hash of each, in whatever order they come. */
export type RowSum = { rows: number; sum: bigint };

/** The sum of no rows. */
export const noRows: RowSum = { rows: 0, sum: 0n };

/** Adds rows to a sum; each is a list of values. */
export function addRows({ rows, sum }: RowSum, added: Value[][]): RowSum {
  let total = sum;
  for (const values of added) {
    const text = JSON.stringify(values.map((it) => (Buffer.isBuffer(it) ? it.toString("hex") : it)));
    total += hash("sha256", text, "buffer").readBigUInt64BE();
  }
  return { rows: rows + added.length, sum: total % modulus };
}
