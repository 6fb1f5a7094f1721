/** Whether an address of a database is PostgreSQL's; any other is the path of a SQLite file. */
export function isPostgres(address: string): boolean {
  return /^postgres(ql)?:\/\//.test(address);
}

/** A database as a person may be told of it: without its password. */
export function nameOf(address: string): string {
  if (!isPostgres(address)) return address;
  const url = new URL(address);
  url.password = "";
  url.search = "";
  return url.href;
}
