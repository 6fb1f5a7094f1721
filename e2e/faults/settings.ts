import { randomBytes } from "node:crypto";
import type { EngineName } from "../support/database.ts";

/** How a run is to be. The same seed makes the same sales and the same weather; what comes of them depends on timing, too. */
export type Settings = {
  seed: string;
  /** What keeps the app's data. */
  engine: EngineName;
  sales: number;
  /** How many sales are under way at once. */
  atOnce: number;
  /** When no more sales are begun, whatever is left: far above what a slow machine needs, so that only a run that hangs meets it. */
  mostMs: number;
  /** Whether it is fine when the time is over before the sales are. */
  mayEndEarly: boolean;
  /** Whether the app is killed and restarted meanwhile. */
  kills: boolean;
  /** How many faults, beside the usual. */
  severity: number;
  /** Ends the run at the first difference. */
  stopEarly: boolean;
  /** A script that the app's processes load first. */
  preload: string | null;
};

/** Reads SEED, SALES, AT_ONCE, MINUTES and TILL_TEST_DATABASE. Throws a sentence for what is no number. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const sales = numberOf(environment, "SALES", 200);
  return {
    seed: environment.SEED || randomBytes(4).toString("hex"),
    engine: environment.TILL_TEST_DATABASE === "postgres" ? "postgres" : "sqlite",
    sales,
    atOnce: numberOf(environment, "AT_ONCE", 32),
    mostMs: numberOf(environment, "MINUTES", Math.max(20, Math.ceil(sales / 20))) * 60_000,
    mayEndEarly: Boolean(environment.MINUTES),
    kills: true,
    severity: 1,
    stopEarly: false,
    preload: null,
  };
}

function numberOf(environment: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const text = environment[name];
  if (!text) return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new Error(`${name} must be a whole number above 0: ${text}`);
  return value;
}
