// @ts-check
import { join } from "node:path";
import { root, toolEnvironment } from "./project.mjs";
import { runCommand } from "./run-command.mjs";

/** The major version of Node that the project is written for. */
export const nodeMajor = 24;

const packagedNode = join(
  root,
  "node_modules",
  "node",
  "bin",
  process.platform === "win32" ? "node.exe" : "node",
);

/**
 * The Node that runs the project: the one of the npm package `node`, or this process's own where it is of the
 * same major version and the package has no binary (the package serves not every platform).
 * @returns {Promise<{ path: string, version: string } | null>} null when there is none
 */
export async function findProjectNode() {
  const { code, output } = await runCommand(packagedNode, ["--version"], { env: process.env });
  if (code === 0 && output.startsWith(`v${nodeMajor}.`))
    return { path: packagedNode, version: output.trim() };
  if (process.version.startsWith(`v${nodeMajor}.`))
    return { path: process.execPath, version: process.version };
  return null;
}

/**
 * Runs one of the project's own tools under the project's Node.
 * @param {{ path: string }} node
 * @param {string[]} args a script below the root, and what it is given
 * @param {{ show?: boolean, handOver?: boolean, env?: Record<string, string> }} [options] `env` is added
 */
export function runUnderNode(node, args, { env, ...options } = {}) {
  return runCommand(node.path, args, { env: { ...toolEnvironment(), ...env }, ...options });
}
