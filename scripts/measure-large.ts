import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Measured } from "./measure-large/measure.ts";
import { isOwn } from "./seed-large/own-file.ts";

// `npm run measure:large` measures what every screen loads, on the files that `npm run seed:large` made with COUNT=1000 and with this
// COUNT. It prints a table, and judges nothing.

const folder = process.env.LARGE_FOLDER || "data";
const small = 1_000;
const said = (value: number) => value.toLocaleString("en-US");
const inMs = (value: number) => (value < 10 ? value.toFixed(1) : String(Math.round(value)));

/** In a process of its own: a database is chosen once a process. */
async function measure(file: string): Promise<Measured> {
  const env = { ...process.env, DATABASE_URL: `file:${file}`, SEZZLE_ENV: "local", LOG_LEVEL: "error" };
  const script = join("scripts", "measure-large", "run-one.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script], { env, maxBuffer: 1e7 });
  return JSON.parse(stdout);
}

async function main(): Promise<number> {
  const count = Number(process.env.COUNT || 1_000_000);
  const files = [small, count].map((it) => join(folder, `large-${it}.db`));
  for (const [index, file] of files.entries()) {
    if (isOwn(file)) continue;
    console.error(`There is no ${file}. Run COUNT=${[small, count][index]} npm run seed:large first.`);
    return 1;
  }
  const [few, many] = [await measure(files[0] ?? ""), await measure(files[1] ?? "")];
  const megabytes = Math.round(statSync(files[1] ?? "").size / 1024 / 1024);
  console.log(
    `${said(count)} orders, ${said(megabytes)} MB, against ${said(small)}. Milliseconds: the median and the slowest of 60 runs.\n`,
  );
  console.log(`| | ${said(small)} | CPU | ${said(count)} | CPU | longest stall |`);
  console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
  for (const [index, it] of many.loads.entries()) {
    const before = few.loads[index];
    const first = before ? `${inMs(before.median)}, ${inMs(before.p99)} | ${inMs(before.cpu)}` : "|";
    console.log(
      `| ${it.name} | ${first} | ${inMs(it.median)}, ${inMs(it.p99)} | ${inMs(it.cpu)} | ${inMs(it.stall)} |`,
    );
  }
  const { orders, seconds, cpuAPage, stall, heldMb } = many.whole;
  const rate = said(Math.round(orders / seconds));
  console.log(
    `\nExport of all ${said(orders)} orders: ${seconds.toFixed(1)} s, ${rate} a second, at most ${inMs(cpuAPage)} ms of CPU a page of 200, longest stall ${inMs(stall)} ms, memory grown by at most ${Math.round(heldMb)} MB.`,
  );
  return 0;
}

process.exitCode = await main();
