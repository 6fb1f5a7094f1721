// @ts-check
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem, root } from "./project.mjs";
import { runUnderNode } from "./project-node.mjs";

/** Everything that `next build` reads. What is not there (yet) does not count. */
const sources = [
  "app",
  "components",
  "lib",
  "db",
  "public",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "proxy.ts",
  "next.config.ts",
  "tsconfig.json",
  "postcss.config.mjs",
  "package.json",
  "package-lock.json",
];
const isTest = /\.test\.tsx?$/;

const buildFolder = join(root, ".next");
/** Holds the fingerprint of the sources of a build that was finished. */
const builtMark = join(buildFolder, "built-from");

/**
 * Builds the app unless a finished build of exactly these sources exists.
 * @param {{ path: string, version: string }} node the Node that runs the project
 * @throws {Problem} when the build fails; its messages are on the screen by then
 */
export async function ensureBuilt(node) {
  const fingerprint = sourceFingerprint(node.version);
  if (isBuiltFrom(fingerprint)) return;
  console.log("Building the app (next build) …");
  try {
    rmSync(builtMark, { force: true });
  } catch {
    throw new Problem(`The app could not be built: no permission to write in ${buildFolder}.`);
  }
  const { code, output } = await runUnderNode(node, ["node_modules/next/dist/bin/next", "build"]);
  if (code !== 0) throw new Problem(explainBuildFailure(output));
  writeFileSync(builtMark, fingerprint);
}

/** @param {string} fingerprint */
function isBuiltFrom(fingerprint) {
  if (!existsSync(join(buildFolder, "BUILD_ID")) || !existsSync(builtMark)) return false;
  return readFileSync(builtMark, "utf8") === fingerprint;
}

/** @param {string} nodeVersion */
function sourceFingerprint(nodeVersion) {
  // A build remembers the folder it was made in.
  const hash = createHash("sha256").update(`${nodeVersion}\0${process.platform}\0${process.arch}\0${root}\0`);
  for (const source of sources) {
    for (const file of filesOf(source)) {
      const content = readFileSync(join(root, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return `${hash.digest("hex")}\n`;
}

/**
 * @param {string} source a file or folder below the root
 * @returns {string[]} its files, in an order that is the same on every machine
 */
function filesOf(source) {
  const path = join(root, source);
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [source];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .map((name) => join(source, name))
    .filter((file) => !isTest.test(file) && statSync(join(root, file)).isFile())
    .sort();
}

/** @param {string} output */
function explainBuildFailure(output) {
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) {
    return `The app could not be built: no permission to write in ${buildFolder}.`;
  }
  return `${output.trim()}\nThe app could not be built: "next build" failed, its messages are above.`;
}
