import { expect, test } from "vitest";
import { ScanReader } from "./scan-reader.ts";

/** Presses the keys so many milliseconds apart, and tells what came of the last one. */
function type(keys: string[], gapMs: number, reader = new ScanReader(), from = 1_000) {
  return keys.map((key, index) => reader.press(key, from + index * gapMs)).at(-1);
}

const scanned = [..."R-100234", "Enter"];

test.each([1, 15, 50])("keys that come %i ms apart and end with Enter are a scan", (gapMs) => {
  expect(type(scanned, gapMs)).toEqual({ kind: "scan", text: "R-100234" });
});

test.each([51, 90, 200])("the same keys %i ms apart are a person's", (gapMs) => {
  expect(type(scanned, gapMs)).toEqual({ kind: "none" });
});

test("what a person typed before a scan is no part of it", () => {
  const reader = new ScanReader();
  type([..."8450"], 120, reader);
  expect(type([..."4006381333931", "Enter"], 10, reader, 3_000)).toEqual({
    kind: "scan",
    text: "4006381333931",
  });
});

test("a shift between the letters does not break a scan", () => {
  expect(type(["Shift", "R", "Shift", "B", "1", "0", "0", "7", "Enter"], 10)).toEqual({
    kind: "scan",
    text: "RB1007",
  });
});

test("a few fast keys and Enter are a person's", () => {
  expect(type([..."8450", "Enter"], 20)).toEqual({ kind: "none" });
});

test("an Enter that comes later ends no scan", () => {
  const reader = new ScanReader();
  type([..."R-100234"], 10, reader);
  expect(reader.press("Enter", 9_000)).toEqual({ kind: "none" });
});
