import { existsSync, rmSync } from "node:fs";
import Database from "better-sqlite3";

/** Marks a database as one that this generator made, and may make anew. ("LGTL") */
const applicationId = 0x4c47544c;

/**
 * Makes room for a new file. False, with nothing touched, when there is a file that this generator has not made: a shop's books
 * are never written over.
 */
export function makeRoom(file: string): boolean {
  if (!existsSync(file)) return true;
  if (!isOwn(file)) return false;
  for (const end of ["", "-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
  return true;
}

/** Marks a file as this generator's own. */
export function markAsOwn(connection: Database.Database): void {
  connection.pragma(`application_id = ${applicationId}`);
}

/** Tells whether this generator has made a file. */
export function isOwn(file: string): boolean {
  let connection: Database.Database | undefined;
  try {
    connection = new Database(file, { readonly: true, fileMustExist: true });
    return connection.pragma("application_id", { simple: true }) === applicationId;
  } catch {
    return false;
  } finally {
    connection?.close();
  }
}
