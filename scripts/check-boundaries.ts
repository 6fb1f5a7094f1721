import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { findCycles } from "./boundaries/find-cycles.ts";
import { readModule } from "./boundaries/read-module.ts";
import {
  areaOf,
  computedImportProblem,
  directionProblem,
  environmentProblem,
  packageProblem,
} from "./boundaries/rules.ts";

/** A place that breaks a rule; `file` is below the root. */
export type Problem = { file: string; line: number; rule: string };

const folders = ["app", "components", "lib", "db", "sandbox", "scripts", "e2e"];
const isSource = /(?<!\.d)\.(ts|tsx|mts|mjs|js|jsx)$/;

type Edge = { target: string; line: number };

/**
 * Checks the import directions of a source tree.
 * @param root its folder, with a package.json whose `imports` give the `#` paths
 */
export function checkBoundaries(root: string): Problem[] {
  const problems: Problem[] = [];
  const graph = new Map<string, Edge[]>();
  const aliases = readAliases(root);
  for (const file of sourceFiles(root)) {
    const facts = readModule(file, readFileSync(join(root, file), "utf8"));
    const edges: Edge[] = [];
    const report = (line: number, rule: string | null) => {
      if (rule !== null) problems.push({ file, line, rule });
    };
    if (facts.syntaxError !== null) report(1, `cannot be read: ${facts.syntaxError}`);
    for (const line of facts.environmentLines) report(line, environmentProblem(file));
    for (const { specifier, line } of facts.imports) {
      const target = specifier === null ? null : resolve(file, specifier, aliases);
      if (specifier === null) report(line, computedImportProblem(file));
      else if (target === null) report(line, packageProblem(file, specifier));
      else {
        report(line, directionProblem(file, target) ?? missingFileProblem(root, target));
        edges.push({ target, line });
      }
    }
    graph.set(file, edges);
  }
  return [...problems, ...cycleProblems(graph)];
}

/** Cycles are held against the parts that everything else is built on. */
function cycleProblems(graph: Map<string, Edge[]>): Problem[] {
  const watched = [...graph].filter(([file]) =>
    ["lib", "server", "db", "components"].includes(areaOf(file) ?? ""),
  );
  const targets = watched.map(([file, edges]) => [file, edges.map(({ target }) => target)] as const);
  return findCycles(new Map(targets)).map((cycle) => {
    const [file = "", next = file] = cycle;
    const line = graph.get(file)?.find(({ target }) => target === next)?.line ?? 1;
    return { file, line, rule: `import cycle: ${[...cycle, file].join(" → ")}` };
  });
}

/** Node and Next find a file only as it is written, with its extension. */
function missingFileProblem(root: string, target: string): string | null {
  const path = join(root, target);
  if (existsSync(path) && statSync(path).isFile()) return null;
  return `there is no file ${target}: write the path with its extension`;
}

/** @returns the path below the root that an import means, or null for a package */
function resolve(
  file: string,
  specifier: string,
  aliases: [prefix: string, folder: string][],
): string | null {
  if (specifier.startsWith(".")) return posix.normalize(posix.join(posix.dirname(file), specifier));
  const alias = aliases.find(([prefix]) => specifier.startsWith(prefix));
  return alias ? posix.join(alias[1], specifier.slice(alias[0].length)) : null;
}

function readAliases(root: string): [prefix: string, folder: string][] {
  const { imports = {} } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    imports?: Record<string, string>;
  };
  return Object.entries(imports).map(([key, path]) => [key.replace("*", ""), path.replace("*", "")]);
}

function sourceFiles(root: string): string[] {
  const below = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((name) =>
        posix.join(folder, name.replaceAll("\\", "/")),
      ),
    );
  return [...readdirSync(root), ...below].filter((file) => isSource.test(file)).sort();
}

if (import.meta.main) {
  const problems = checkBoundaries(dirname(import.meta.dirname));
  for (const { file, line, rule } of problems) console.log(`${file}:${line} ${rule}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
