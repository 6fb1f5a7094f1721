import { monitorEventLoopDelay } from "node:perf_hooks";
import { setImmediate } from "node:timers/promises";
import { everyOrder } from "#lib/order-query.ts";
import { exportOrders } from "#lib/server/sales/export-orders.ts";
import { allLoads, ownerOf } from "./loads.ts";

/**
 * How long something took, in milliseconds. `cpu`: what the process itself reckoned for, a run, which a busy machine changes little;
 * `stall`: the longest time in which nothing else had its turn.
 */
export type Figures = { name: string; median: number; p99: number; cpu: number; stall: number };

/** What taking all orders along took. */
export type ExportFigures = {
  orders: number;
  seconds: number;
  /** The most that the process itself reckoned between two pages. */
  cpuAPage: number;
  stall: number;
  heldMb: number;
};

export type Measured = { loads: Figures[]; whole: ExportFigures };

const runs = 60;
/** What takes long is run less often. Of 60 runs the slowest stands for 99 of 100. */
const longestMs = 6_000;
const ms = (nanoseconds: number) => nanoseconds / 1e6;

/** Measures every loader on the database that the environment names, and an export of all of it. */
export async function measureAll(): Promise<Measured> {
  const loads: Figures[] = [];
  for (const { name, run } of await allLoads()) {
    await run();
    const times: number[] = [];
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const until = performance.now() + longestMs;
    const usage = process.cpuUsage();
    delay.enable();
    while (times.length < runs && performance.now() < until) {
      const from = performance.now();
      await run();
      times.push(performance.now() - from);
      await setImmediate();
    }
    delay.disable();
    const { user, system } = process.cpuUsage(usage);
    times.sort((a, b) => a - b);
    const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0;
    loads.push({
      name,
      median: at(0.5),
      p99: at(0.99),
      cpu: (user + system) / 1_000 / times.length,
      stall: ms(delay.max),
    });
  }
  return { loads, whole: await measureExport() };
}

async function measureExport(): Promise<ExportFigures> {
  const viewer = await ownerOf();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const from = performance.now();
  const before = process.memoryUsage().rss;
  delay.enable();
  const { body } = await exportOrders(viewer, viewer.stores, everyOrder);
  let orders = -1;
  let held = 0;
  let cpuAPage = 0;
  let usage = process.cpuUsage();
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    for (const byte of chunk) if (byte === 10) orders += 1;
    const { user, system } = process.cpuUsage(usage);
    cpuAPage = Math.max(cpuAPage, (user + system) / 1_000);
    usage = process.cpuUsage();
    held = Math.max(held, process.memoryUsage().rss - before);
  }
  delay.disable();
  const seconds = (performance.now() - from) / 1_000;
  return { orders, seconds, cpuAPage, stall: ms(delay.max), heldMb: held / 1024 / 1024 };
}
