// @ts-check
import { ensureBuilt } from "./build.mjs";
import { ensureBrowser } from "./find-browser.mjs";
import { ensureInstalled } from "./install.mjs";
import { Problem, runMain } from "./project.mjs";
import { runUnderNode } from "./project-node.mjs";

// `node scripts/run-built.mjs [--browser] FILE …`: installs and builds what is missing, then runs a driver of the built app, with a
// browser where it needs one.
await runMain(async () => {
  const given = process.argv.slice(2);
  const withBrowser = given[0] === "--browser";
  const [file, ...args] = withBrowser ? given.slice(1) : given;
  if (!file) throw new Problem("Say which driver: node scripts/run-built.mjs e2e/faults/run.ts");
  const node = await ensureInstalled();
  await ensureBuilt(node);
  /** @type {Record<string, string>} */
  const env = withBrowser ? { CHROMIUM_PATH: await ensureBrowser(node) } : {};
  return (await runUnderNode(node, [file, ...args], { show: true, env })).code;
});
