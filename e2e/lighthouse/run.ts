import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import lighthouse, { type Result } from "lighthouse";
import { buildEmptyApp, startEmptyApp } from "../bench/empty-app.ts";
import { CookieClient } from "../support/cookie-client.ts";
import { readRows } from "../support/database.ts";
import { staff } from "../support/demo-staff.ts";
import { freePort } from "../support/free-port.ts";
import { fillShop } from "../support/full-shop.ts";
import { type House, openHouse } from "../support/house.ts";
import { signInOverHttp } from "../support/people-over-http.ts";

// Holds the pages that are opened most against their goals, under Lighthouse's own mobile throttling: `npm run lighthouse`, or with the
// names of some: `-- till "a sale"`.
// Ends with 1 when one is missed.

const leastScore = 0.95;
const mostShift = 0.02;
const mostTillBytes = 80 * 1024;
const runs = Number(process.env.RUNS || 3);
const categories = ["performance", "accessibility", "best-practices"] as const;

type Look = { name: string; url: string; cookie: string };

/** The cookies of somebody at Maple Street's first register. */
async function cookiesOf(house: House, person: { signInName: string; password: string }): Promise<string> {
  const client = new CookieClient(house.app.url);
  const refused = await signInOverHttp(client, house.app.url, person);
  if (refused) throw new Error(`${person.signInName} could not sign in: ${refused}`);
  const query =
    "select r.id from registers r join stores s on s.id = r.store_id where s.code = 'MAPLE' order by r.name";
  client.setCookie("till_register", readRows<{ id: string }>(house.database, query)[0]?.id ?? "");
  return client.cookieHeader;
}

const build = new URL("../../.next/", import.meta.url);

function gzipped(file: string): number {
  return gzipSync(readFileSync(fileURLToPath(new URL(file, build)))).length;
}

/** What every page of this build loads, however empty it is. */
function bytesOfEmptyPage(): number {
  const manifest = JSON.parse(readFileSync(fileURLToPath(new URL("build-manifest.json", build)), "utf8"));
  return (manifest.rootMainFiles as string[]).reduce((sum, file) => sum + gzipped(file), 0);
}

/** The compressed size of the scripts that a page has loaded; of files in the build, whatever the server compresses with. */
function bytesOfScripts({ audits }: Result): number {
  const details = audits["network-requests"]?.details as { items?: { url: string; resourceType: string }[] };
  const items = details.items ?? [];
  const scripts = new Set(
    items.filter((it) => it.resourceType === "Script").map((it) => new URL(it.url).pathname),
  );
  return [...scripts].reduce(
    (sum, path) => sum + (path.startsWith("/_next/") ? gzipped(path.slice(7)) : 0),
    0,
  );
}

/**
 * Looks in a browser of its own, as a first visit. In one that has shown a page before, the profiler first reads through all that is left
 * of that page, and the time it takes would be counted as the new page's.
 */
async function lookAt({ url, cookie }: Look): Promise<Result> {
  const port = await freePort();
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", `--remote-debugging-port=${port}`],
  });
  try {
    const extraHeaders: Record<string, string> = cookie ? { cookie } : {};
    const answer = await lighthouse(url, {
      ...{
        port,
        extraHeaders,
        disableStorageReset: true,
        logLevel: "error",
        onlyCategories: [...categories],
      },
    });
    if (!answer) throw new Error(`Lighthouse has no answer for ${url}`);
    return answer.lhr;
  } finally {
    await browser.close();
  }
}

const scoreOf = ({ categories: found }: Result, name: string) => found[name]?.score ?? 0;
const shiftOf = ({ audits }: Result) => audits["cumulative-layout-shift"]?.numericValue ?? 1;

/** Looks several times; performance is a measurement: the middle one stands for them. */
async function look(at: Look): Promise<{ all: Result[]; middle: Result }> {
  const all: Result[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await lookAt(at));
  const byPerformance = all.toSorted((a, b) => scoreOf(a, "performance") - scoreOf(b, "performance"));
  return { all, middle: byPerformance[Math.floor(runs / 2)] as Result };
}

function printLine(name: string, { all, middle }: { all: Result[]; middle: Result }, beyond: number): void {
  const scores = categories.map((category) => String(Math.round(scoreOf(middle, category) * 100)));
  const shift = Math.max(...all.map(shiftOf));
  const blocked = Math.round(middle.audits["total-blocking-time"]?.numericValue ?? 0);
  const cells = [name, ...scores, shift.toFixed(3), `${blocked} ms`, `${(beyond / 1024).toFixed(1)} KB`];
  console.log(`| ${cells.join(" | ")} |`);
}

/**
 * One page with one word, built with the same Next: what the framework takes by itself on this machine, at this moment. On a machine whose
 * speed changes from look to look a page of the till may have more points all the same.
 */
async function lookAtEmptyApp(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "till-lighthouse-"));
  try {
    const app = join(folder, "empty-app");
    await buildEmptyApp(app);
    const { child, url } = await startEmptyApp(app, join(folder, "empty-app.log"));
    try {
      printLine("(an empty Next app)", await look({ name: "empty", url, cookie: "" }), 0);
    } finally {
      await child.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function missesOf(
  name: string,
  { all, middle }: { all: Result[]; middle: Result },
  beyond: number,
): string[] {
  const misses: string[] = [];
  for (const category of categories) {
    const score = scoreOf(middle, category);
    if (score < leastScore)
      misses.push(`${name}: ${category} ${Math.round(score * 100)}, ${faultsOf(middle, category)}`);
  }
  const shift = Math.max(...all.map(shiftOf));
  if (shift > mostShift) misses.push(`${name}: layout shift ${shift.toFixed(3)}, ${shiftedIn(middle)}`);
  if (name === "till" && beyond > mostTillBytes)
    misses.push(`till: ${(beyond / 1024).toFixed(1)} KB of script`);
  return misses;
}

async function main(): Promise<number> {
  console.log(
    "| | performance | accessibility | best practices | layout shift | scripts block | script beyond an empty page |",
  );
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
  await lookAtEmptyApp();
  const house = await openHouse();
  const misses: string[] = [];
  try {
    const { sales } = await fillShop(house);
    const cashier = await cookiesOf(house, staff.cashier);
    const manager = await cookiesOf(house, staff.manager);
    const page = (name: string, path: string, cookie: string): Look => {
      return { name, url: `${house.app.url}${path}`, cookie };
    };
    const looks = [
      page("sign-in", "/sign-in", ""),
      page("till", "/till", cashier),
      page("a sale", `/till/sales/${sales.get("authorized")}`, cashier),
      page("an order", `/orders/${sales.get("partially_refunded")}`, manager),
      page("orders", "/orders", manager),
    ];
    const empty = bytesOfEmptyPage();
    const wanted = process.argv.slice(2);
    for (const at of looks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      const seen = await look(at);
      const beyond = bytesOfScripts(seen.middle) - empty;
      printLine(at.name, seen, beyond);
      misses.push(...missesOf(at.name, seen, beyond));
    }
  } finally {
    await house.close();
  }
  for (const miss of misses) console.log(`Missed: ${miss}`);
  return misses.length > 0 ? 1 : 0;
}

/** What moved. */
function shiftedIn({ audits }: Result): string {
  const details = audits["layout-shifts"]?.details as {
    items?: { node?: { snippet?: string }; score?: number }[];
  };
  return (details?.items ?? []).map((it) => `${it.score?.toFixed(3)} ${it.node?.snippet}`).join("; ");
}

/** What cost a category its points. */
function faultsOf({ categories: found, audits }: Result, name: string): string {
  const refs = found[name]?.auditRefs ?? [];
  const lost = refs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9);
  return lost.map(({ id }) => `${id} ${audits[id]?.displayValue ?? ""}`.trim()).join("; ");
}

process.exitCode = await main();
