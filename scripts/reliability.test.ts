import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const page = readFileSync("docs/reliability.md", "utf8");

/** A test that the page names: its file, and its title, whose parts stand one in another. */
const named = [...page.matchAll(/`([\w/.-]+\.(?:test|spec)\.ts)`: \*(.+?)\*(?=<br>| \|)/g)].map(
  ([, file = "", title = ""]) => ({ file, title }),
);

test("every test that docs/reliability.md names is there", () => {
  const missing = named.filter(({ file, title }) => {
    const source = readFileSync(file, "utf8");
    return !title.split(" › ").every((part) => source.includes(`"${part}"`));
  });
  expect(missing).toEqual([]);
  expect(named.length).toBeGreaterThan(100);
});

test("every line of its tables names a test", () => {
  const lines = page.split("\n").filter((line) => line.startsWith("| "));
  const heads = ["| | ", "| what was wrong"];
  const without = lines.filter(
    (line) => !heads.some((head) => line.startsWith(head)) && !/`: \*.+\* \|$/.test(line),
  );
  expect(without).toEqual([]);
});
