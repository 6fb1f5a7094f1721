import { expect, test } from "vitest";
import { localIso } from "./local-iso.ts";

test.each([
  ["2026-11-22T20:03:07.999Z", "America/Chicago", "2026-11-22T14:03:07-06:00"],
  ["2026-07-01T04:59:00Z", "America/Chicago", "2026-06-30T23:59:00-05:00"],
  ["2026-11-01T05:30:00Z", "America/Toronto", "2026-11-01T01:30:00-04:00"],
  ["2026-11-01T06:30:00Z", "America/Toronto", "2026-11-01T01:30:00-05:00"],
  ["2026-01-01T02:30:00Z", "America/St_Johns", "2025-12-31T23:00:00-03:30"],
  ["2026-11-22T00:00:00Z", "UTC", "2026-11-22T00:00:00+00:00"],
])("%s in %s is %s: the same moment, also in an hour that comes twice", (at, timeZone, written) => {
  expect(localIso(new Date(at), timeZone)).toBe(written);
  expect(Math.floor(Date.parse(written) / 1000)).toBe(Math.floor(Date.parse(at) / 1000));
});
