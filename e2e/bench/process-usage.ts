import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a process has taken so far: memory it holds, and processor time since it began. */
export type Usage = { bytes: number; cpuMs: number };

/** The kernel counts processor time in hundredths of a second, on every Linux there is. */
export const tickMs = 10;

/** Looks at a process from outside. */
export function usageOf(pid: number): Usage {
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): Usage {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The process name before the last bracket may hold anything; user and system time are the 14th and 15th fields. (proc(5))
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  return { bytes: kilobytes * 1024, cpuMs: (Number(fields[11]) + Number(fields[12])) * tickMs };
}

function fromPs(pid: number): Usage {
  const [kilobytes, time = ""] = execFileSync("ps", ["-o", "rss=,time=", "-p", String(pid)], {
    encoding: "utf8",
  })
    .trim()
    .split(/\s+/);
  const seconds = time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return { bytes: Number(kilobytes) * 1024, cpuMs: seconds * 1000 };
}
