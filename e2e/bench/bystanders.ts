import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { livePids } from "./child.ts";
import { tickMs } from "./process-usage.ts";

/** Watches what else the machine does: figures that were taken beside other work say so. */
export class Bystanders {
  readonly #startedAt = machineTimes();
  readonly #ownMs = ownCpuMs();

  /** The share of the machine's processor time that went to others since this was made, in percent; null where the system does not tell. */
  percent(): number | null {
    const ownMs = ownCpuMs();
    if (ownMs === null || this.#ownMs === null) return null;
    const { busyMs, allMs } = machineTimes();
    const othersMs = busyMs - this.#startedAt.busyMs - (ownMs - this.#ownMs);
    return Math.max(0, Math.round((100 * othersMs) / (allMs - this.#startedAt.allMs)));
  }
}

function machineTimes(): { busyMs: number; allMs: number } {
  const times = cpus().map((it) => it.times);
  const allMs = times.reduce((sum, it) => sum + it.user + it.nice + it.sys + it.idle + it.irq, 0);
  return { busyMs: allMs - times.reduce((sum, it) => sum + it.idle, 0), allMs };
}

/** What this process, its children and those that have ended took. */
function ownCpuMs(): number | null {
  if (process.platform !== "linux") return null;
  return [process.pid, ...livePids()].reduce((sum, pid) => sum + withEndedChildren(pid), 0);
}

function withEndedChildren(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // utime, stime, cutime and cstime are the fields 14 to 17. (proc(5))
  const fields = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 15);
  return fields.reduce((sum, ticks) => sum + Number(ticks) * tickMs, 0);
}
