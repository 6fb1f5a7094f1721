import { defineConfig } from "vitest/config";

/** `MODEL_SEED` (a number, or `random`) and `MODEL_RUNS` have the model-based test look for what its own seed does not find. */
const { MODEL_SEED = "20260302", MODEL_RUNS = "20" } = process.env;
const model = {
  seed: MODEL_SEED === "random" ? Math.floor(Math.random() * 2 ** 31) : Number(MODEL_SEED),
  runs: Number(MODEL_RUNS),
};

declare module "vitest" {
  interface ProvidedContext {
    model: { seed: number; runs: number };
  }
}

export default defineConfig({
  test: {
    provide: { model },
    environment: "node",
    include: ["{lib,db,sandbox,scripts,components}/**/*.test.ts", "e2e/bench/*.test.ts"],
    maxWorkers: 3,
    // Tests wait for conditions, not for time; on a busy machine starting a process alone takes seconds.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
