// @ts-check
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Problem } from "./project.mjs";
import { runUnderNode } from "./project-node.mjs";
import { runCommand } from "./run-command.mjs";

// The headless shell has no windows to draw and takes a third less of the processor.
const namesInPath = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];
const usualPlaces = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * Finds a Chromium for the browser tests, or installs one.
 * @param {{ path: string }} node the Node that runs the project
 * @returns {Promise<string>} the path of a browser that starts
 * @throws {Problem} with what to do, when there is none and none can be installed
 */
export async function ensureBrowser(node) {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (await starts(chosen)) return chosen;
    throw new Problem(`CHROMIUM_PATH is ${chosen}, but no browser starts there. Correct it or unset it.`);
  }
  const found = await findBrowser(node);
  if (found) return found;
  console.log("Installing a browser for the tests …");
  await installBrowser(node);
  const installed = await findBrowser(node);
  if (installed) return installed;
  throw new Problem(
    "No browser for the tests was found, and none could be installed. " +
      "Install Chromium or Chrome, or name one with CHROMIUM_PATH, then start again.",
  );
}

/** @param {{ path: string }} node */
async function findBrowser(node) {
  const places = [...inPath(namesInPath), ...usualPlaces, await playwrightBrowser(node)];
  for (const place of places) {
    if (existsSync(place) && (await starts(place))) return place;
  }
  return null;
}

/** @param {string[]} names */
function inPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/**
 * Where this version of Playwright keeps its own Chromium, there or not.
 * @param {{ path: string }} node
 */
async function playwrightBrowser(node) {
  const ask = 'console.log((await import("@playwright/test")).chromium.executablePath())';
  const { output } = await runUnderNode(node, ["--input-type=module", "--eval", ask]);
  return output.trim();
}

/**
 * A file with a browser's name may be a stub that only says how to install it.
 * @param {string} path
 */
async function starts(path) {
  const { code, output } = await runCommand(path, ["--version"], { env: process.env });
  return code === 0 && /\b(Chromium|Chrome)\b/.test(output);
}

/** @param {{ path: string }} node */
async function installBrowser(node) {
  if (process.getuid?.() === 0 && inPath(["apt-get"]).some(existsSync)) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await runCommand("apt-get", ["update"], { env });
    for (const name of ["chromium-headless-shell", "chromium"]) {
      const install = ["install", "-y", "--no-install-recommends", name];
      if ((await runCommand("apt-get", install, { env })).code === 0) return;
    }
  }
  await runUnderNode(node, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
}
