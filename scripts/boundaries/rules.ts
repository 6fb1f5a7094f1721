/** The parts of the house. `server` is lib/server; `root` are the files beside package.json. */
export type Area = "app" | "components" | "lib" | "server" | "db" | "sandbox" | "scripts" | "e2e" | "root";

/** Which parts each part may import from. What is not listed is forbidden. */
const mayImport: Record<Area, readonly Area[]> = {
  app: ["app", "components", "lib", "server"],
  components: ["components", "lib"],
  lib: ["lib"],
  server: ["server", "db", "lib"],
  db: ["db", "lib"],
  sandbox: ["sandbox"],
  scripts: ["scripts", "lib", "server", "db"],
  e2e: ["e2e", "lib", "server", "db"],
  root: ["root", "lib", "server", "e2e"],
};

const frameworks = ["next", "next-auth", "next-intl", "react", "react-dom"];
const mayReadEnvironment: readonly Area[] = ["scripts", "sandbox", "e2e", "root"];
/** The databases' drivers, and who may use them. */
const drivers: Record<string, readonly Area[]> = {
  "better-sqlite3": ["db", "sandbox", "e2e", "scripts"],
  pg: ["db", "e2e", "scripts"],
};
const environmentReader = "lib/server/env.ts";

/**
 * The part of the house a file belongs to.
 * @param file path below the repository's root, with `/`
 * @returns null for a file outside all of them, as in docs
 */
export function areaOf(file: string): Area | null {
  if (!file.includes("/")) return "root";
  if (file.startsWith("lib/server/")) return "server";
  const folder = file.slice(0, file.indexOf("/"));
  return folder !== "root" && folder !== "server" && folder in mayImport ? (folder as Area) : null;
}

/** The rule that an import of one of our own files breaks, or null. */
export function directionProblem(file: string, target: string): string | null {
  const from = areaOf(file);
  const to = areaOf(target);
  if (from === null) return null;
  if (to === null) return `${from} must not import ${target}, which is no part of the source`;
  if (mayImport[from].includes(to)) return null;
  const isTest = /\.test\.tsx?$/.test(file);
  if (isTest && target.startsWith("e2e/support/") && from !== "sandbox") return null;
  // A test may start the sandbox beside the doors, in one process and on one clock; nothing else knows it.
  if (isTest && from === "server" && target === "sandbox/server.ts") return null;
  return `${nameOf(from)} must not import ${nameOf(to)} (${target})`;
}

/** The rule that an import of a package breaks, or null. */
export function packageProblem(file: string, specifier: string): string | null {
  const from = areaOf(file);
  if (from === null) return null;
  const name = packageName(specifier);
  if (from === "db" && frameworks.includes(name)) return `db must not import a framework (${name})`;
  if (drivers[name] && !drivers[name].includes(from)) return `${name} is for db alone`;
  return null;
}

/** The rule that a use of process.env in this file breaks, or null. */
export function environmentProblem(file: string): string | null {
  const from = areaOf(file);
  if (from === null || file === environmentReader || mayReadEnvironment.includes(from)) return null;
  return `process.env is read in ${environmentReader} alone`;
}

/** A computed import could name anything, so the parts that the rules are about may not use one. */
export function computedImportProblem(file: string): string | null {
  const from = areaOf(file);
  if (from === null || mayReadEnvironment.includes(from)) return null;
  return "import() needs a written-out path, so that it can be checked";
}

function nameOf(area: Area): string {
  if (area === "server") return "lib/server";
  return area === "root" ? "a file at the root" : area;
}

function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
