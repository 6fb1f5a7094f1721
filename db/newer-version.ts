/** Why a version refuses a database that it does not know all migrations of: what they changed, it would not heed. */
export function newerVersion(): Error {
  return new Error("a newer version of the till has migrated it; start that version, or a newer one");
}
