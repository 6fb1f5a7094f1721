import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    environment: "node",
    include: ["{lib,db,sandbox,scripts,components}/**/*.test.ts"],
    maxWorkers: 2,
  },
});
