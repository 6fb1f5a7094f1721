import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, it } from "vitest";
import { ChildProcesses } from "./child-processes.ts";

const moduleUrl = new URL("./child-processes.ts", import.meta.url).href;
/** A child that lives until it is told to end, and says its process id. */
const lasting = ["--eval", "console.log(process.pid); setInterval(() => {}, 1000)"];

let parent: ChildProcess | null = null;

afterEach(() => parent?.kill("SIGKILL"));

/** Starts a process that starts `lasting` as its child; answers the child's process id. */
async function startParentWithChild(): Promise<{ parent: ChildProcess; childId: number }> {
  const source = `
    const { ChildProcesses } = await import(${JSON.stringify(moduleUrl)});
    const children = new ChildProcesses(() => {});
    children.start({ name: "child", args: ${JSON.stringify(lasting)}, env: process.env, onLine: () => "show" });
    process.on("SIGTERM", () => void children.stop().then(() => process.exit(0)));
  `;
  parent = spawn(process.execPath, ["--input-type=module", "--eval", source], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output] = await once(parent.stdout as NonNullable<ChildProcess["stdout"]>, "data");
  return { parent, childId: Number(output) };
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

it("a parent that is killed leaves no child behind", async () => {
  const { parent, childId } = await startParentWithChild();
  expect(isAlive(childId)).toBe(true);
  parent.kill("SIGKILL");
  await expect.poll(() => isAlive(childId), { timeout: 10_000 }).toBe(false);
});

it("a parent that is asked to stop ends its child first", async () => {
  const { parent, childId } = await startParentWithChild();
  parent.kill("SIGTERM");
  expect(await once(parent, "exit")).toEqual([0, null]);
  expect(isAlive(childId)).toBe(false);
});

it("a child that ends by itself is reported by name and exit code", async () => {
  const line = await new Promise<string>((resolve) => {
    const children = new ChildProcesses(resolve);
    children.start({
      name: "The clock",
      args: ["--eval", "process.exit(3)"],
      env: process.env,
      onLine: () => "hide",
    });
  });
  expect(line).toBe("The clock ended by itself (exit code 3), so everything was stopped.");
});

it("a child that was stopped is not reported", async () => {
  const reports: string[] = [];
  const children = new ChildProcesses((line) => reports.push(line));
  await new Promise<void>((resolve) => {
    children.start({
      name: "The clock",
      args: lasting,
      env: process.env,
      onLine: () => {
        resolve();
        return "hide";
      },
    });
  });
  await children.stop();
  expect(reports).toEqual([]);
});
