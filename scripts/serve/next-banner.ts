const bannerLines = [
  /^\s*▲ Next\.js /,
  /^\s*- (Local|Network|Environments|Debugger port|Experiments):?/,
  /^\s*✓ (Starting|Ready in|Running next\.config)/,
];
const escapeCodes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[a-zA-Z]`, "g");

/**
 * Keeps Next's own greeting from the screen, where ours follows, and lines that only move the cursor.
 * @param line one line of the output of `next start` or `next dev`
 */
export function isNextBanner(line: string): boolean {
  const text = line.replace(escapeCodes, "");
  if (text === "" && line !== "") return true;
  return bannerLines.some((pattern) => pattern.test(text));
}
