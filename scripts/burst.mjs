// @ts-check
import { ensureBuilt } from "./build.mjs";
import { ensureInstalled } from "./install.mjs";
import { runMain } from "./project.mjs";
import { runUnderNode } from "./project-node.mjs";

// `npm run test:burst`: floods the built app with webhooks and looks whether any was lost. `SECONDS=60 RATE=500` unless set.
await runMain(async () => {
  const node = await ensureInstalled();
  await ensureBuilt(node);
  return (await runUnderNode(node, ["e2e/burst/run.ts"], { show: true })).code;
});
