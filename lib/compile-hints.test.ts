import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { hintFrameworkScripts } from "./compile-hints.ts";

let build: string;
const read = (name: string) => readFileSync(join(build, name), "utf8");

beforeEach(() => {
  build = mkdtempSync(join(tmpdir(), "compile-hints-"));
  writeFileSync(join(build, "build-manifest.json"), JSON.stringify({ rootMainFiles: ["framework.js"] }));
  writeFileSync(join(build, "framework.js"), "run();");
  writeFileSync(join(build, "page.js"), "show();");
});
afterEach(() => rmSync(build, { recursive: true }));

it("only what every page loads is compiled while it loads, and says so once however often it is told", async () => {
  await hintFrameworkScripts(build);
  await hintFrameworkScripts(build);
  expect(read("framework.js")).toBe("//# allFunctionsCalledOnLoad\nrun();");
  expect(read("page.js")).toBe("show();");
});

it("a folder without a build is refused", async () => {
  rmSync(join(build, "build-manifest.json"));
  await expect(hintFrameworkScripts(build)).rejects.toThrow("build-manifest.json");
});
