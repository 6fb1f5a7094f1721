// @ts-check
import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { npmEnvironment, Problem, root } from "./project.mjs";
import { findProjectNode, nodeMajor } from "./project-node.mjs";
import { runCommand } from "./run-command.mjs";

const oldestNodeMajor = 20;
const lockFile = join(root, "package-lock.json");
/** Holds the fingerprint of the lock file that `node_modules` was installed from. */
const installedMark = join(root, "node_modules", ".installed-lock");
/** npm's own list of what it put into `node_modules`, written last. */
const npmInstalledList = join(root, "node_modules", ".package-lock.json");

/**
 * Makes `node_modules` what the lock file says, which does nothing when it already is.
 * @returns {Promise<{ path: string, version: string }>} the Node that runs the project
 * @throws {Problem} with what to do, when the packages or the project's Node cannot be had
 */
export async function ensureInstalled() {
  if (Number.parseInt(process.versions.node, 10) < oldestNodeMajor) {
    throw new Problem(`Node.js ${oldestNodeMajor} or newer is needed; this is ${process.version}.`);
  }
  const fingerprint = lockFingerprint();
  if (readIfThere(installedMark) !== fingerprint) {
    if (!npmInstalledThisLock()) await installPackages();
    writeMark(fingerprint);
  }
  return (await findProjectNode()) ?? (await repairProjectNode());
}

/** Native packages differ by platform: a folder copied from another kind of machine counts as not installed. */
function lockFingerprint() {
  const hash = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  return `${hash} ${process.platform} ${process.arch}\n`;
}

/** Somebody ran `npm ci` themselves: then npm's own list agrees with the lock file, package by package. */
function npmInstalledThisLock() {
  const listed = readIfThere(npmInstalledList);
  if (listed === null) return false;
  const installed = JSON.parse(listed).packages;
  return Object.entries(JSON.parse(readFileSync(lockFile, "utf8")).packages).every(([path, wanted]) => {
    if (path === "") return true;
    const found = installed[path];
    if (!found) return wanted.optional === true || wanted.devOptional === true;
    return found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

async function installPackages() {
  console.log("Installing packages (npm ci) …");
  try {
    rmSync(installedMark, { force: true });
  } catch (error) {
    throw new Problem(writeProblem(error));
  }
  // Building needs the development packages too, whatever NODE_ENV says.
  const { code, output } = await runCommand("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"], {
    env: npmEnvironment(),
  });
  if (code !== 0) throw new Problem(explainNpmFailure(output));
}

/** npm skips a package's install script where it is not allowed to run; the Node binary comes by one. */
async function repairProjectNode() {
  const { code } = await runCommand("npm", ["rebuild", "node"], { env: npmEnvironment() });
  const node = code === 0 ? await findProjectNode() : null;
  if (node) return node;
  throw new Problem(
    `The packages are installed, but Node ${nodeMajor} did not come with them. ` +
      `Run "npm rebuild node" and look at what it says, or start with Node ${nodeMajor} itself.`,
  );
}

/** @param {string} output */
function explainNpmFailure(output) {
  if (/\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED)\b/.test(output)) {
    return "The packages could not be downloaded: npm does not reach its registry. Check the network, then start again.";
  }
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output)) return folderNotWritable;
  if (/\bENOSPC\b/.test(output)) return "The packages could not be installed: the disk is full.";
  return `${output.trim()}\nThe packages could not be installed: "npm ci" failed, its messages are above.`;
}

const folderNotWritable = `The packages could not be installed: no permission to write in ${join(root, "node_modules")}.`;

/** @param {unknown} error */
function writeProblem(error) {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return folderNotWritable;
  return `The packages could not be installed: ${error instanceof Error ? error.message : error}`;
}

/** @param {string} fingerprint */
function writeMark(fingerprint) {
  try {
    writeFileSync(installedMark, fingerprint);
  } catch (error) {
    throw new Problem(writeProblem(error));
  }
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
