import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from "node:fs";
import { arch, cpus, release, totalmem, type } from "node:os";
import { join } from "node:path";
import { median } from "./statistics.ts";

/** What the figures were measured on. */
export type Machine = {
  cpu: string;
  cores: number;
  memoryGb: number;
  node: string;
  os: string;
  /** What a write takes until it is on disk, in the folder the databases are in. */
  diskSyncMs: number;
};

/** Describes this machine, and tries its disk in a folder. */
export function describeMachine(folder: string): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? "unknown",
    cores: all.length,
    memoryGb: Math.round(totalmem() / 1024 ** 3),
    node: process.version,
    os: `${type()} ${release()} ${arch()}`,
    diskSyncMs: Number(diskSyncMs(folder).toFixed(2)),
  };
}

/** The machine in one line. */
export function machineText({ cpu, cores, memoryGb, node, os, diskSyncMs }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGb} GB, Node ${node}, ${os}, a write is on disk after ${diskSyncMs} ms`;
}

const syncs = 50;
const page = Buffer.alloc(4096);

function diskSyncMs(folder: string): number {
  const file = join(folder, "disk-trial");
  const descriptor = openSync(file, "w");
  try {
    return median(
      Array.from({ length: syncs }, () => {
        const from = performance.now();
        writeSync(descriptor, page);
        fdatasyncSync(descriptor);
        return performance.now() - from;
      }),
    );
  } finally {
    closeSync(descriptor);
    rmSync(file);
  }
}
