import type { Db } from "../engine-types.ts";
import { openPostgres } from "../postgres/engine.ts";
import { findDifferences } from "./differences.ts";
import { openSource, type Source } from "./source.ts";
import { copiedTables } from "./tables.ts";
import { Target } from "./target.ts";

/** What is being done to which table, and how far it is. `rows` of `of`; of all tables together `allRows` of `allOf`. */
export type Progress = {
  step: "copy" | "compare";
  table: string;
  rows: number;
  of: number;
  allRows: number;
  allOf: number;
};

/** What came of a copy. With differences it is not whole, and no till starts on it. */
export type Copied = { tables: number; rows: number; differences: string[]; differencesOfBoth: string[] };

/**
 * Copies a shop from a SQLite file into an empty PostgreSQL database. Broken off at any moment, it goes on from there when it is called
 * again. It ends with every row compared and the books added up. Throws `CopyRefusal` when it cannot begin, or must not go on.
 */
export async function copyShop(settings: {
  file: string;
  /** The PostgreSQL database. */
  address: string;
  /** Adds the books of a shop up, and says what does not agree. */
  audit: (db: Db) => Promise<string[]>;
  /** Told when it begins, or goes on where an earlier one was broken off. */
  onBegin: (how: "begun" | "resumed") => void;
  /** Told after each batch. */
  onProgress: (progress: Progress) => void;
}): Promise<Copied> {
  const source = await openSource(settings.file);
  try {
    const target = await Target.open(settings.address);
    try {
      return await copy(source, target, settings);
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copy(
  source: Source,
  target: Target,
  { address, audit, onBegin, onProgress }: Parameters<typeof copyShop>[0],
): Promise<Copied> {
  onBegin(await target.begin(source));
  const counted = copiedTables.map((table) => ({ table, of: source.countRows(table) }));
  const allOf = counted.reduce((sum, it) => sum + it.of, 0);
  let allRows = 0;
  for (const { table, of } of counted) {
    let reached = await target.reached(table);
    const before = allRows;
    for (;;) {
      allRows = before + reached.rows;
      onProgress({ step: "copy", table: table.name, rows: reached.rows, of, allRows, allOf });
      const rows = source.rowsAfter(table, reached.place);
      if (rows.length === 0) break;
      reached = await target.write(table, rows, reached);
    }
  }
  await target.prepareForUse(source);
  const differences = await findDifferences(source, target, (table, rows, of, all) =>
    onProgress({ step: "compare", table, rows, of, allRows: all, allOf }),
  );
  const whole = { tables: copiedTables.length, rows: allOf };
  if (differences.length > 0) return { ...whole, differences, differencesOfBoth: [] };
  const found = await auditCopy(address, audit);
  // What does not agree in the file itself, such as what a till that was killed has begun, does not agree in the copy either.
  const differencesOfBoth = found.length > 0 ? await audit(source.db) : [];
  const ofCopy = found.filter((it) => !differencesOfBoth.includes(it));
  if (ofCopy.length === 0) await target.end(source);
  return { ...whole, differences: ofCopy, differencesOfBoth };
}

async function auditCopy(address: string, audit: (db: Db) => Promise<string[]>): Promise<string[]> {
  const engine = openPostgres(address);
  try {
    return await engine.read(audit);
  } finally {
    await engine.close();
  }
}
