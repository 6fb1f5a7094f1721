import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["{lib,db,sandbox,scripts,components}/**/*.test.ts"],
    maxWorkers: 2,
    // Tests wait for conditions, not for time; on a busy machine starting a process alone takes seconds.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
