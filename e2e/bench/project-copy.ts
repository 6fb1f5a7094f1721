import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Child } from "./child.ts";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const own = fileURLToPath(new URL("./", import.meta.url));

/** What `next build` and the built app read. */
const product = [
  "app",
  "components",
  "lib",
  "db",
  "public",
  "instrumentation.ts",
  "proxy.ts",
  "next.config.ts",
  "tsconfig.json",
  "postcss.config.mjs",
  "package.json",
  "package-lock.json",
];
const buildWithinMs = 300_000;

/**
 * Builds the product in a folder of its own, as it is, with an empty route and an empty page beside its own: what the framework takes
 * is measured on the same build, and nothing of that is in the product.
 */
export async function buildProduct(folder: string): Promise<void> {
  const sources = product.map((name) => join(root, name));
  await build(folder, [...sources, join(own, "added")], () => {
    for (const source of sources) cpSync(source, join(folder, basename(source)), { recursive: true });
    cpSync(join(own, "added"), folder, { recursive: true });
  });
}

/** Fills a folder and builds it, unless it holds a finished build of these sources. */
export async function build(folder: string, sources: string[], fill: () => void): Promise<void> {
  const mark = join(folder, "built-from");
  const fingerprint = fingerprintOf(sources);
  if (existsSync(mark) && readFileSync(mark, "utf8") === fingerprint) return;
  console.log(`Building ${basename(folder)} …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  fill();
  linkTree(join(root, "node_modules"), join(folder, "node_modules"));
  const logFile = join(folder, "build.log");
  const next = new Child({ args: ["node_modules/next/dist/bin/next", "build"], folder, env: {}, logFile });
  await next.ends(buildWithinMs);
  writeFileSync(mark, fingerprint);
}

function fingerprintOf(sources: string[]): string {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) {
    const names = statSync(source).isFile()
      ? [source]
      : readdirSync(source, { recursive: true, encoding: "utf8" }).map((name) => join(source, name));
    for (const file of names.sort().filter((it) => statSync(it).isFile())) {
      const content = readFileSync(file);
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest("hex");
}

/**
 * The same files under other names. A symbolic link to the folder would do, but Next's bundler follows none that leads out of the folder it
 * builds.
 */
function linkTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isFile()) linkOrCopy(source, target);
    else cpSync(source, target, { verbatimSymlinks: true });
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // Another disk.
    cpSync(source, target);
  }
}
