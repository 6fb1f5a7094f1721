import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import lighthouse, { type Result } from "lighthouse";
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

type Look = { name: string; path: string; cookie: string };

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
async function lookAt(house: House, { path, cookie }: Look): Promise<Result> {
  const port = await freePort();
  const executablePath = process.env.CHROMIUM_PATH;
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ["--no-sandbox", `--remote-debugging-port=${port}`],
  });
  try {
    const extraHeaders: Record<string, string> = cookie ? { cookie } : {};
    const answer = await lighthouse(`${house.app.url}${path}`, {
      ...{
        port,
        extraHeaders,
        disableStorageReset: true,
        logLevel: "error",
        onlyCategories: [...categories],
      },
    });
    if (!answer) throw new Error(`Lighthouse has no answer for ${path}`);
    return answer.lhr;
  } finally {
    await browser.close();
  }
}

const scoreOf = ({ categories: found }: Result, name: string) => found[name]?.score ?? 0;
const shiftOf = ({ audits }: Result) => audits["cumulative-layout-shift"]?.numericValue ?? 1;

async function main(): Promise<number> {
  const house = await openHouse();
  const misses: string[] = [];
  try {
    const { sales } = await fillShop(house);
    const cashier = await cookiesOf(house, staff.cashier);
    const manager = await cookiesOf(house, staff.manager);
    const looks: Look[] = [
      { name: "sign-in", path: "/sign-in", cookie: "" },
      { name: "till", path: "/till", cookie: cashier },
      { name: "a sale", path: `/till/sales/${sales.get("authorized")}`, cookie: cashier },
      { name: "an order", path: `/orders/${sales.get("partially_refunded")}`, cookie: manager },
      { name: "orders", path: "/orders", cookie: manager },
    ];
    const empty = bytesOfEmptyPage();
    console.log(
      "| | performance | accessibility | best practices | layout shift | script beyond an empty page |",
    );
    console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
    const wanted = process.argv.slice(2);
    for (const look of looks.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
      const all: Result[] = [];
      for (let run = 0; run < runs; run += 1) all.push(await lookAt(house, look));
      // Performance is a measurement: the median of the runs stands for them.
      const byPerformance = all.toSorted((a, b) => scoreOf(a, "performance") - scoreOf(b, "performance"));
      const median = byPerformance[Math.floor(runs / 2)] as Result;
      const scores = categories.map((name) => scoreOf(median, name));
      const shift = Math.max(...all.map(shiftOf));
      const beyond = bytesOfScripts(median) - empty;
      const said = scores.map((score) => String(Math.round(score * 100)));
      console.log(
        `| ${look.name} | ${said.join(" | ")} | ${shift.toFixed(3)} | ${(beyond / 1024).toFixed(1)} KB |`,
      );
      for (const [index, name] of categories.entries()) {
        if ((scores[index] ?? 0) < leastScore)
          misses.push(`${look.name}: ${name} ${said[index]}, ${faultsOf(median, name)}`);
      }
      if (shift > mostShift)
        misses.push(`${look.name}: layout shift ${shift.toFixed(3)}, ${shiftedIn(median)}`);
      if (look.name === "till" && beyond > mostTillBytes)
        misses.push(`till: ${(beyond / 1024).toFixed(1)} KB of script`);
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
