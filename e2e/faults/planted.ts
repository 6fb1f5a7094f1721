import { fileURLToPath } from "node:url";
import { drive } from "./drive.ts";
import type { Settings } from "./settings.ts";

type Planted = { name: string; preload: string | null; finds: RegExp | null };

const planted = (name: string, finds: RegExp): Planted => ({
  name: name.replaceAll("-", " "),
  preload: fileURLToPath(new URL(`./planted/${name}.mjs`, import.meta.url)),
  finds,
});

/** Bugs switched on from outside the product's code, and what the driver has to say of each; last, the app as it is. */
const runs: Planted[] = [
  planted("new-key-on-retry", /was sent under \S+, which is no operation/),
  planted("skipped-signature", /the forged webhook \S+ was (answered 200|kept)/),
  planted("stale-write", /went back from|Sezzle has .*; the app has|no longer shows/),
  planted("lost-publish", /never got lines/),
  planted("double-send", /was sent \d+ times in \d+ tries/),
  { name: "nothing planted", preload: null, finds: null },
];

const twoAtATime = 2;

/**
 * Runs the driver shortly with each of five planted bugs and with none. Counts how often it found what was there, for the reason that
 * was expected, and nothing where there is nothing.
 */
export async function findPlanted(given: Settings): Promise<{ passed: number; failed: number }> {
  const left = [...runs];
  const counts = { passed: 0, failed: 0 };
  const workers = Array.from({ length: twoAtATime }, async () => {
    for (let run = left.shift(); run; run = left.shift()) {
      if (await tryOne(run, given)) counts.passed += 1;
      else counts.failed += 1;
    }
  });
  await Promise.all(workers);
  return counts;
}

async function tryOne({ name, preload, finds }: Planted, { seed, engine }: Settings): Promise<boolean> {
  const sales = preload ? 200 : 20;
  const settings: Settings = {
    seed,
    engine,
    sales,
    atOnce: 10,
    mostMs: 300_000,
    mayEndEarly: true,
    kills: false,
    severity: 1.5,
    stopEarly: true,
    preload,
  };
  const { tally, tookMs } = await drive(settings);
  const [first] = tally.differences;
  const asExpected = finds ? finds.test(first ?? "") : first === undefined;
  const took = `${(tookMs / 1000).toFixed(0)} s`;
  console.log(`${asExpected ? "✓" : "✗"} ${name} (${took}): ${first ?? "no difference"}`);
  return asExpected;
}
