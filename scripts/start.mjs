// @ts-check
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { runMain } from "./project.mjs";
import { runUnderNode } from "./project-node.mjs";

// `npm start` and `npm run dev`: works from a fresh clone, on any Node from 20 on. What has been done is not
// done again.
const isDev = process.argv.includes("--dev");

await runMain(async () => {
  const node = await ensureInstalled();
  if (!isDev) await ensureBuilt(node);
  const imports = ["exit-with-parent", "quick-imports"].map((it) => `--import=./scripts/${it}.mjs`);
  const args = [...imports, "scripts/serve.ts", ...(isDev ? ["--dev"] : [])];
  const { code } = await runUnderNode(node, args, { show: true, handOver: true });
  return code;
});
