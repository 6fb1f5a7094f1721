// @ts-check
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Absolute path of the repository's root folder. */
export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

const binFolder = join(root, "node_modules", ".bin");

/**
 * A mistake a person can do something about. Its message is the one line they read, without a stack trace.
 */
export class Problem extends Error {}

/**
 * The environment for the project's own tools: Node 24 and the tools come first in PATH, and Next keeps its
 * telemetry to itself.
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment() {
  return {
    ...process.env,
    PATH: [binFolder, ...searchPath()].join(delimiter),
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

/**
 * The environment for npm. The project's own tools are taken out of PATH: npm must not run on the Node that it
 * is about to replace.
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnvironment() {
  return { ...process.env, PATH: searchPath().join(delimiter) };
}

function searchPath() {
  return (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== binFolder);
}

/**
 * Runs a command's main function. A problem is shown as one line, everything else as the bug it is.
 * @param {() => Promise<number>} main answers the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
