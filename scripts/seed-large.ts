import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { demoSignIns } from "#db/demo.ts";
import { fill } from "./seed-large/fill.ts";
import { makeRoom } from "./seed-large/own-file.ts";

// `npm run seed:large` makes a shop of five stores with two years of sales, in a file of its own. COUNT: how many (1,000,000); DAYS:
// over how many (730); LARGE_FOLDER: where (./data). An earlier file of its own is made anew; any other is left alone.

const twoYears = 730;

const said = (count: number) => count.toLocaleString("en-US");

async function main(): Promise<number> {
  const count = Number(process.env.COUNT || 1_000_000);
  if (!Number.isSafeInteger(count) || count < 1 || count > 10_000_000) {
    console.error("COUNT must be a whole number from 1 to 10,000,000.");
    return 1;
  }
  const days = Number(process.env.DAYS || twoYears);
  if (!Number.isSafeInteger(days) || days < 1 || days > twoYears) {
    console.error(`DAYS must be a whole number from 1 to ${twoYears}.`);
    return 1;
  }
  const folder = process.env.LARGE_FOLDER || "data";
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `large-${count}.db`);
  if (!makeRoom(file)) {
    console.error(
      `${file} was not made by this command, and is left alone. Move it away, or set LARGE_FOLDER.`,
    );
    return 1;
  }
  console.log(`Making ${said(count)} orders in ${file}.`);
  const startedAt = Date.now();
  await fill(file, { count, days }, new Date(), (made) => {
    const seconds = (Date.now() - startedAt) / 1_000;
    const left = Math.ceil(((count - made) / Math.max(1, made)) * seconds);
    const what = made < count ? `about ${said(left)} s left, then the indexes` : "now the indexes";
    console.log(
      `${said(made)} of ${said(count)} orders, ${said(Math.round(made / seconds))} a second, ${what}`,
    );
  });
  console.log(`Done in ${said(Math.round((Date.now() - startedAt) / 1_000))} s. To look at it:`);
  console.log(`  DATABASE_URL=file:${file} npm start`);
  console.log(`  Sign in as ${demoSignIns.map((it) => `${it.signInName} / ${it.password}`).join(", ")}.`);
  return 0;
}

process.exitCode = await main();
