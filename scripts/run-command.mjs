// @ts-check
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { root } from "./project.mjs";

const ancestorsAtStart = ancestors();
const orphanCheckMs = 300;

/** @type {NodeJS.Signals[]} */
const stopSignals = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs one command in the repository's root until it ends, passing on the signals that ask this process to stop.
 * If one came, this process ends with the command instead of going on to what would follow.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, show?: boolean, handOver?: boolean }} options `show` lets its output through;
 *   otherwise it is collected. `handOver` is for the command that is this process's own work: a pipe at its stdin
 *   closes when this process dies, and its exit code is answered also after a signal
 * @returns {Promise<{ code: number, output: string }>} a command that could not be started has code 127
 */
export function runCommand(command, args, { env, show = false, handOver = false }) {
  const child = spawn(command, args, {
    cwd: root,
    env,
    stdio: [handOver ? "pipe" : "ignore", show ? "inherit" : "pipe", show ? "inherit" : "pipe"],
    // npm is a .cmd file on Windows, which only a shell starts.
    shell: process.platform === "win32" && command === "npm",
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  /** @type {NodeJS.Signals | undefined} */
  let stoppedBy;
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    stoppedBy ??= signal;
    child.kill(signal);
  };
  for (const signal of stopSignals) process.on(signal, passOn);
  const orphanCheck = watchForOrphaning(() => passOn("SIGTERM"));

  return new Promise((resolve) => {
    /** @param {number} code */
    const finish = (code) => {
      for (const signal of stopSignals) process.off(signal, passOn);
      clearInterval(orphanCheck);
      if (stoppedBy && !handOver) process.exit(128 + constants.signals[stoppedBy]);
      resolve({ code, output });
    };
    child.on("error", (error) => {
      output += error.message;
      finish(127);
    });
    child.on("close", (code, signal) => finish(code ?? 128 + constants.signals[signal ?? "SIGKILL"]));
  });
}

/**
 * npm runs a script through a shell and hands SIGTERM to that shell alone, which dies without telling anyone; and
 * when npm itself is killed, the shell stays. Another parent, or another parent of the parent, is the only sign left.
 * (Started without npm, losing the parent means nothing.)
 * @param {() => void} onOrphaned
 */
function watchForOrphaning(onOrphaned) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const check = setInterval(() => {
    if (ancestors() === ancestorsAtStart) return;
    clearInterval(check);
    onOrphaned();
  }, orphanCheckMs);
  return check.unref();
}

/** This process's parent and, where the system tells (Linux), the parent's parent. */
function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, "utf8");
    // The process name before the last bracket may hold anything.
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]}`;
  } catch {
    return `${process.ppid}`;
  }
}
