import Database from "better-sqlite3";

/** Reads the app's database as it is on disk, while the app runs or after it was killed. */
export function readRows<Row>(databaseFile: string, query: string, ...values: unknown[]): Row[] {
  const db = new Database(databaseFile, { readonly: true });
  try {
    return db.prepare<unknown[], Row>(query).all(...values);
  } finally {
    db.close();
  }
}

/** Changes the app's database beside the app, as another process of it would. */
export function changeRows(databaseFile: string, statement: string, ...values: unknown[]): void {
  const db = new Database(databaseFile, { timeout: 5_000 });
  try {
    db.prepare(statement).run(...values);
  } finally {
    db.close();
  }
}
