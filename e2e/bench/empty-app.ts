import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../support/free-port.ts";
import { Child } from "./child.ts";
import { build, root } from "./project-copy.ts";
import type { Served } from "./site.ts";

const source = fileURLToPath(new URL("./empty-app", import.meta.url));
const readyWithinMs = 60_000;

/** Builds an app of one page and one route with the same Next: what the framework takes by itself. */
export async function buildEmptyApp(folder: string): Promise<void> {
  await build(folder, [source, join(root, "package-lock.json")], () => {
    cpSync(source, folder, { recursive: true });
    for (const name of ["tsconfig.json", "package-lock.json"]) cpSync(join(root, name), join(folder, name));
    writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
    writeFileSync(
      join(folder, "next.config.ts"),
      "export default { typescript: { ignoreBuildErrors: true } };\n",
    );
  });
}

/** Starts it, and resolves once it answers. */
export async function startEmptyApp(folder: string, logFile: string): Promise<Served> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const args = ["node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1", "-p", String(port)];
  const child = new Child({ args, folder, env: {}, logFile });
  await child.answers(`${url}/api/ready`, readyWithinMs);
  return { child, url };
}
