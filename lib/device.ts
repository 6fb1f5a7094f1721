import { languageOf } from "./language.ts";

const unknownBrowser = "Unknown browser";
const on = " on ";

const browsers: [pattern: RegExp, name: string][] = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const systems: [pattern: RegExp, name: string][] = [
  [/\biPad\b/, "iPad"],
  [/\biPhone\b/, "iPhone"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMacintosh\b/, "Mac"],
  [/\bLinux\b/, "Linux"],
];

/** A browser's `User-Agent` in words its owner knows it by: "Chrome on Android". */
export function deviceWords(userAgent: string | null): string {
  const nameIn = (list: typeof browsers) => list.find(([pattern]) => pattern.test(userAgent ?? ""))?.[1];
  const browser = nameIn(browsers) ?? unknownBrowser;
  const system = nameIn(systems);
  return system ? `${browser}${on}${system}` : browser;
}

/** A device as it was written down at sign-in, for a reader; one that nothing is known of has no words. */
export function deviceIn(device: string, locale: string): string {
  if (languageOf(locale) === "en") return device || unknownBrowser;
  return (device || unknownBrowser).replace(unknownBrowser, "Navigateur inconnu").replace(on, " sur ");
}
