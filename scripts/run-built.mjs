// @ts-check
import { ensureBuilt } from "./build.mjs";
import { ensureBrowser } from "./find-browser.mjs";
import { ensureInstalled } from "./install.mjs";
import { Problem, runMain } from "./project.mjs";
import { runUnderNode } from "./project-node.mjs";

// `node scripts/run-built.mjs [--browser] [--own-build] FILE …`: installs and builds what is missing, then runs a driver of the built app,
// with a browser where it needs one. With `--own-build` the driver makes a build of its own.
await runMain(async () => {
  const given = process.argv.slice(2);
  const at = given.findIndex((it) => !it.startsWith("--"));
  const file = given[at];
  if (!file) throw new Problem("Say which driver: node scripts/run-built.mjs e2e/faults/run.ts");
  const options = given.slice(0, at);
  const node = await ensureInstalled();
  if (!options.includes("--own-build")) await ensureBuilt(node);
  /** @type {Record<string, string>} */
  const env = options.includes("--browser") ? { CHROMIUM_PATH: await ensureBrowser(node) } : {};
  const args = ["--import=./scripts/quick-imports.mjs", file, ...given.slice(at + 1)];
  return (await runUnderNode(node, args, { show: true, env })).code;
});
