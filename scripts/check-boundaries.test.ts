import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkBoundaries } from "./check-boundaries.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "boundaries-"));
  const { imports } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  plant("package.json", JSON.stringify({ imports }));
  for (const file of [
    "app/page.tsx",
    "components/button.tsx",
    "lib/money.ts",
    "lib/server/orders.ts",
    "db/orders.ts",
    "sandbox/gateway.ts",
    "sandbox/server.ts",
    "scripts/tool.ts",
    "e2e/sale.spec.ts",
    "e2e/support/gateway.ts",
  ]) {
    plant(file, "export const value = 1;\n");
  }
});

afterEach(() => rmSync(root, { recursive: true }));

function plant(file: string, source: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), source);
}

/** What the check says about the planted tree, one `file:line rule` each. */
function findings(): string[] {
  return checkBoundaries(root).map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}

describe("directions", () => {
  it.each([
    ["app/a.tsx", "#db/orders.ts", "app must not import db (db/orders.ts)"],
    ["app/a.tsx", "../sandbox/gateway.ts", "app must not import sandbox (sandbox/gateway.ts)"],
    ["app/a.tsx", "../e2e/support/gateway.ts", "app must not import e2e (e2e/support/gateway.ts)"],
    ["components/a.tsx", "#app/page.tsx", "components must not import app (app/page.tsx)"],
    ["components/a.tsx", "#db/orders.ts", "components must not import db (db/orders.ts)"],
    [
      "components/a.tsx",
      "#lib/server/orders.ts",
      "components must not import lib/server (lib/server/orders.ts)",
    ],
    ["lib/a.ts", "./server/orders.ts", "lib must not import lib/server (lib/server/orders.ts)"],
    ["lib/a.ts", "#db/orders.ts", "lib must not import db (db/orders.ts)"],
    ["lib/a.ts", "#components/button.tsx", "lib must not import components (components/button.tsx)"],
    ["lib/server/a.ts", "#app/page.tsx", "lib/server must not import app (app/page.tsx)"],
    [
      "lib/server/a.ts",
      "#components/button.tsx",
      "lib/server must not import components (components/button.tsx)",
    ],
    [
      "lib/server/a.ts",
      "../../sandbox/gateway.ts",
      "lib/server must not import sandbox (sandbox/gateway.ts)",
    ],
    ["lib/server/a.ts", "../../sandbox/server.ts", "lib/server must not import sandbox (sandbox/server.ts)"],
    [
      "lib/server/a.test.ts",
      "../../sandbox/gateway.ts",
      "lib/server must not import sandbox (sandbox/gateway.ts)",
    ],
    ["lib/a.test.ts", "../sandbox/server.ts", "lib must not import sandbox (sandbox/server.ts)"],
    ["db/a.ts", "#lib/server/orders.ts", "db must not import lib/server (lib/server/orders.ts)"],
    ["db/a.ts", "#components/button.tsx", "db must not import components (components/button.tsx)"],
    ["sandbox/a.ts", "#lib/money.ts", "sandbox must not import lib (lib/money.ts)"],
    [
      "sandbox/a.test.ts",
      "../e2e/support/gateway.ts",
      "sandbox must not import e2e (e2e/support/gateway.ts)",
    ],
    ["scripts/a.ts", "../sandbox/gateway.ts", "scripts must not import sandbox (sandbox/gateway.ts)"],
    ["scripts/a.ts", "#components/button.tsx", "scripts must not import components (components/button.tsx)"],
    ["e2e/a.ts", "../sandbox/gateway.ts", "e2e must not import sandbox (sandbox/gateway.ts)"],
    ["e2e/a.ts", "#app/page.tsx", "e2e must not import app (app/page.tsx)"],
    ["lib/a.test.ts", "#db/orders.ts", "lib must not import db (db/orders.ts)"],
    ["lib/a.test.ts", "../e2e/sale.spec.ts", "lib must not import e2e (e2e/sale.spec.ts)"],
    ["lib/a.ts", "../e2e/support/gateway.ts", "lib must not import e2e (e2e/support/gateway.ts)"],
    ["instrumentation.ts", "#db/orders.ts", "a file at the root must not import db (db/orders.ts)"],
    ["lib/a.ts", "../docs/note.ts", "lib must not import docs/note.ts, which is no part of the source"],
  ])("%s that imports %s is found", (file, specifier, rule) => {
    plant(file, `import "${specifier}";\n`);
    expect(findings()).toEqual([`${file}:1 ${rule}`]);
  });

  it.each([
    [
      "app/a.tsx",
      ["#components/button.tsx", "#lib/money.ts", "#lib/server/orders.ts", "./page.tsx", "react"],
    ],
    ["components/a.tsx", ["./button.tsx", "#lib/money.ts", "react"]],
    ["lib/server/a.ts", ["#db/orders.ts", "#lib/money.ts", "./orders.ts", "next/server"]],
    ["db/a.ts", ["#lib/money.ts", "./orders.ts", "better-sqlite3", "drizzle-orm"]],
    ["sandbox/a.ts", ["./gateway.ts", "better-sqlite3", "hono"]],
    ["scripts/a.ts", ["#lib/money.ts", "#lib/server/orders.ts", "#db/orders.ts", "./tool.ts"]],
    ["e2e/a.ts", ["./support/gateway.ts", "#lib/money.ts", "#lib/server/orders.ts", "#db/orders.ts"]],
    [
      "lib/server/a.test.ts",
      ["../../e2e/support/gateway.ts", "../../sandbox/server.ts", "./orders.ts", "#db/orders.ts"],
    ],
    ["instrumentation.ts", ["#lib/server/orders.ts"]],
  ])("%s may import what its folder allows", (file, specifiers) => {
    plant(file, specifiers.map((specifier) => `import "${specifier}";\n`).join(""));
    expect(findings()).toEqual([]);
  });
});

describe("ways to import", () => {
  it.each([
    ['import { value } from "#db/orders.ts";'],
    ["import { value } from '#db/orders.ts';"],
    ['import type { Value } from "#db/orders.ts";'],
    ['import * as orders from "#db/orders.ts";'],
    ['export { value } from "#db/orders.ts";'],
    ['export * from "#db/orders.ts";'],
    ['export type { Value } from "#db/orders.ts";'],
    ['type Value = import("#db/orders.ts").Value;'],
    ['const load = () => import("#db/orders.ts");'],
    ["const load = () => import(`#db/orders.ts`);"],
    ['const orders = require("#db/orders.ts");'],
  ])("%s is seen", (statement) => {
    plant("components/a.tsx", `\n/* a comment's apostrophe */\n${statement}\n`);
    expect(findings()).toEqual(["components/a.tsx:3 components must not import db (db/orders.ts)"]);
  });

  it("an import in a comment, a string or a text between tags is none", () => {
    plant(
      "components/a.tsx",
      [
        '// import "#db/orders.ts";',
        "const text = 'import \"#db/orders.ts\"';",
        'export const A = () => <p>don\'t import("#db/orders.ts") {text}</p>;',
      ].join("\n"),
    );
    expect(findings()).toEqual([]);
  });

  it("an import whose path is computed is found where the rules apply", () => {
    plant("lib/a.ts", "export const load = (name: string) => import(name);\n");
    plant("scripts/a.ts", "export const load = (name: string) => import(name);\n");
    expect(findings()).toEqual(["lib/a.ts:1 import() needs a written-out path, so that it can be checked"]);
  });

  it("a path without its extension is found", () => {
    plant("lib/a.ts", 'import "./money";\nimport "#lib/server";\n');
    expect(findings()).toEqual([
      "lib/a.ts:1 there is no file lib/money: write the path with its extension",
      "lib/a.ts:2 there is no file lib/server: write the path with its extension",
    ]);
  });

  it("a file that cannot be read is found", () => {
    plant("lib/a.ts", "export const = ;\n");
    expect(findings()).toEqual([expect.stringMatching(/^lib\/a\.ts:1 cannot be read: /)]);
  });
});

describe("packages", () => {
  it.each(["next", "next/server", "next-auth", "next-auth/jwt", "react", "react-dom/server"])(
    "db that imports %s is found",
    (specifier) => {
      plant("db/a.ts", `import "${specifier}";\n`);
      expect(findings()).toEqual([`db/a.ts:1 db must not import a framework (${specifier.split("/")[0]})`]);
    },
  );

  it.each([
    ["app/a.tsx", "better-sqlite3"],
    ["components/a.tsx", "better-sqlite3"],
    ["lib/a.ts", "better-sqlite3"],
    ["lib/server/a.ts", "better-sqlite3"],
    ["lib/server/a.ts", "pg"],
    ["sandbox/a.ts", "pg"],
  ])("%s that imports %s is found", (file, driver) => {
    plant(file, `import "${driver}";\n`);
    expect(findings()).toEqual([`${file}:1 ${driver} is for db alone`]);
  });
});

describe("the environment", () => {
  it.each([
    ["process.env.PORT;"],
    ['process["env"].PORT;'],
    ["globalThis.process.env.PORT;"],
    ["const { env } = process;"],
    ['import { env } from "node:process";'],
    ['import { env as all } from "process";'],
  ])("%s is found outside its one reader", (statement) => {
    plant("lib/server/a.ts", `\n${statement}\n`);
    expect(findings()).toEqual(["lib/server/a.ts:2 process.env is read in lib/server/env.ts alone"]);
  });

  it.each(["app/a.tsx", "components/a.tsx", "lib/a.ts", "db/a.ts"])("%s may not read it", (file) => {
    plant(file, "process.env.PORT;\n");
    expect(findings()).toEqual([`${file}:1 process.env is read in lib/server/env.ts alone`]);
  });

  it.each(["lib/server/env.ts", "scripts/a.mjs", "sandbox/a.ts", "e2e/a.ts", "next.config.ts"])(
    "%s may read it",
    (file) => {
      plant(file, "process.env.PORT;\n");
      expect(findings()).toEqual([]);
    },
  );

  it("another thing named env is not it", () => {
    plant("lib/server/a.ts", "export const port = (config: { env: { PORT: string } }) => config.env.PORT;\n");
    expect(findings()).toEqual([]);
  });
});

describe("cycles", () => {
  it.each(["lib", "lib/server", "db", "components"])("a cycle inside %s is found once", (folder) => {
    plant(`${folder}/a.ts`, 'export const a = 1;\nimport "./b.ts";\n');
    plant(`${folder}/b.ts`, 'import type { c } from "./c.ts";\n');
    plant(`${folder}/c.ts`, 'import "./a.ts";\n');
    expect(findings()).toEqual([
      `${folder}/a.ts:2 import cycle: ${folder}/a.ts → ${folder}/b.ts → ${folder}/c.ts → ${folder}/a.ts`,
    ]);
  });

  it("a file that imports itself is a cycle", () => {
    plant("lib/a.ts", 'import "./a.ts";\n');
    expect(findings()).toEqual(["lib/a.ts:1 import cycle: lib/a.ts → lib/a.ts"]);
  });

  it("two ways to one file are no cycle", () => {
    plant("lib/a.ts", 'import "./b.ts";\nimport "./c.ts";\n');
    plant("lib/b.ts", 'import "./d.ts";\n');
    plant("lib/c.ts", 'import "./d.ts";\n');
    plant("lib/d.ts", "export const d = 1;\n");
    expect(findings()).toEqual([]);
  });
});
