import { expect, test } from "vitest";
import { deviceIn, deviceWords } from "./device.ts";

const mozilla = "Mozilla/5.0";
const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";

test.each<[string | null, string]>([
  [
    `${mozilla} (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
    "Edge on Windows",
  ],
  [`${mozilla} (Linux; Android 15; SM-X210) ${webkit} Chrome/140.0.0.0 Safari/537.36`, "Chrome on Android"],
  [`${mozilla} (X11; CrOS x86_64 16000.0.0) ${webkit} Chrome/140.0.0.0 Safari/537.36`, "Chrome on ChromeOS"],
  [
    `${mozilla} (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1`,
    "Safari on iPad",
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 CriOS/140.0 Safari/604.1`,
    "Chrome on iPhone",
  ],
  [`${mozilla} (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0`, "Firefox on Mac"],
  [`${mozilla} (X11; Linux x86_64) ${webkit} HeadlessChrome/140.0 Safari/537.36`, "Chrome on Linux"],
  ["curl/8.5.0", "Unknown browser"],
  ["", "Unknown browser"],
  [null, "Unknown browser"],
])("%s is called by what its owner knows it by", (userAgent, words) => {
  expect(deviceWords(userAgent)).toBe(words);
});

test.each([
  ["Chrome on Android", "en-CA", "Chrome on Android"],
  ["Chrome on Android", "fr-CA", "Chrome sur Android"],
  ["Unknown browser", "fr-CA", "Navigateur inconnu"],
  ["", "en-US", "Unknown browser"],
  ["", "fr-CA", "Navigateur inconnu"],
])("%j, written down at sign-in, reads in %s: %s", (device, locale, shown) => {
  expect(deviceIn(device, locale)).toBe(shown);
});
