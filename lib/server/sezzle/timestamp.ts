const earliestCredible = Date.UTC(2000, 0, 1);

/**
 * Reads an ISO 8601 time, as UTC when it names no zone. Null for anything else, and for the year 1, which some servers
 * write where a time is not set.
 */
export function parseTimestamp(value: unknown): Date | null {
  if (typeof value !== "string") return null;
  const withoutZone = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/.test(value);
  const time = Date.parse(withoutZone ? `${value.replace(" ", "T")}Z` : value);
  return Number.isNaN(time) || time < earliestCredible ? null : new Date(time);
}
