/**
 * Orders two times, earliest first; for `sort`. Times as `toISOString` writes them sort as text. Not with `localeCompare`: its first
 * call takes a browser 13 ms, in the middle of drawing the till.
 */
export function compareTimes(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
