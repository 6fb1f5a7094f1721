import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { measureAction } from "./action.ts";
import { Bystanders } from "./bystanders.ts";
import { measureCost } from "./cost.ts";
import { measureIdle } from "./idle.ts";
import { measureIngest } from "./ingest.ts";
import { measureList } from "./list.ts";
import { measureLive } from "./live.ts";
import { describeMachine, type Machine, machineText } from "./machine.ts";
import { measureMixed } from "./mixed.ts";
import { buildProduct, root } from "./project-copy.ts";
import { type Figure, figureOf, type Measurement, missed, tableOf } from "./report.ts";
import type { Site } from "./site.ts";
import { measureStart } from "./start.ts";

// `npm run bench` measures the production build beside baselines, in turns, and ends with 1 where a goal is missed. `npm run bench --
// NAME …` measures some, `--json FILE` puts the figures there. BENCH_FOLDER: a folder in which builds and seeded databases are kept for
// the next run; BENCH_PROFILES: a folder for processor profiles of the app.

const benches: Record<string, (site: Site) => Promise<Measurement[]>> = {
  ingest: measureIngest,
  live: measureLive,
  idle: measureIdle,
  list: measureList,
  action: measureAction,
  mixed: measureMixed,
  start: measureStart,
  cost: measureCost,
};

const say = (line: string) => process.stdout.write(`${line}\n`);

function readArguments(): { names: string[]; json: string } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "string" } },
  });
  const unknown = positionals.filter((it) => !(it in benches));
  if (unknown.length > 0) {
    console.error(
      `There is no ${unknown.join(", ")}. The benchmarks are ${Object.keys(benches).join(", ")}.`,
    );
    process.exit(1);
  }
  const stamp = new Date().toISOString().replaceAll(":", "-").slice(0, 19);
  return {
    names: positionals.length > 0 ? positionals : Object.keys(benches),
    json: values.json ?? join(root, "bench-results", `${stamp}.jsonl`),
  };
}

/** Runs one benchmark, prints its table and keeps its figures. */
async function measure(name: string, site: Site, machine: Machine, json: string): Promise<Figure[]> {
  const startedAt = performance.now();
  const bystanders = new Bystanders();
  const figures = ((await benches[name]?.(site)) ?? []).map(figureOf);
  const othersPercent = bystanders.percent();
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  say(
    `\n${name}: ${seconds} s, ${othersPercent ?? "?"} % of the machine went to others\n\n${tableOf(figures)}`,
  );
  const at = new Date().toISOString();
  for (const it of figures)
    appendFileSync(json, `${JSON.stringify({ at, machine, othersPercent, ...it })}\n`);
  return figures;
}

async function main(): Promise<number> {
  const { names, json } = readArguments();
  const folder = mkdtempSync(join(tmpdir(), "till-bench-"));
  const keeps = process.env.BENCH_FOLDER || folder;
  const clear = () => rmSync(folder, { recursive: true, force: true });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      clear();
      process.exit(1);
    });
  }
  try {
    const machine = describeMachine(folder);
    say(`${new Date().toISOString().slice(0, 10)}; ${machineText(machine)}.`);
    say("What sends the requests shares this machine with what answers them.");
    const product = join(keeps, "product");
    await buildProduct(product);
    const site = { folder, keeps, product, profiles: process.env.BENCH_PROFILES || null };
    mkdirSync(dirname(json), { recursive: true });
    const figures: Figure[] = [];
    for (const name of names) figures.push(...(await measure(name, site, machine, json)));
    say(`\nThe figures are in ${json}.`);
    const misses = figures.flatMap((it) => missed(it) ?? []);
    for (const it of misses) say(`✗ ${it}`);
    if (misses.length === 0 && figures.some((it) => it.met)) say("✓ Every goal was met.");
    return misses.length === 0 ? 0 : 1;
  } finally {
    clear();
  }
}

process.exitCode = await main();
