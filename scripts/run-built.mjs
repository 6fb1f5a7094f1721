// @ts-check
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { Problem, runMain } from "./project.mjs";
import { runUnderNode } from "./project-node.mjs";

// `node scripts/run-built.mjs FILE …`: installs and builds what is missing, then runs a driver of the built app.
await runMain(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (!file) throw new Problem("Say which driver: node scripts/run-built.mjs e2e/faults/run.ts");
  const node = await ensureInstalled();
  await ensureBuilt(node);
  return (await runUnderNode(node, [file, ...args], { show: true })).code;
});
