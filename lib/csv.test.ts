import { expect, test } from "vitest";
import { csvAmount, csvLine } from "./csv.ts";

test.each([
  ["plain", "plain"],
  ["=1+1", "'=1+1"],
  ["+1", "'+1"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\tx", "'\tx"],
  ["\r=x", `"'\r=x"`],
  ['=HYPERLINK("http://evil.example")', `"'=HYPERLINK(""http://evil.example"")"`],
  ["a, b", '"a, b"'],
  ["two\nlines", '"two\nlines"'],
  ["1-2", "1-2"],
])("%j is written as %j: no cell is taken for a formula, or for two", (cell, written) => {
  expect(csvLine([cell])).toBe(`${written}\r\n`);
});

test.each([
  [0, "0.00"],
  [5, "0.05"],
  [108_450, "1084.50"],
  [100_000_000, "1000000.00"],
])("%d cents are %s", (cents, text) => {
  expect(csvAmount(cents)).toBe(text);
});
