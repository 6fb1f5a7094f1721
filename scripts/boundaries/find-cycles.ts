/**
 * Finds import cycles: at least one wherever there is any, and none twice.
 * @param graph each file and the files it imports
 * @returns cycles as lists of files, each starting with the one that comes first in the alphabet
 */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles = new Map<string, string[]>();
  const finished = new Set<string>();

  const visit = (file: string, path: string[]) => {
    const seenAt = path.indexOf(file);
    if (seenAt >= 0) {
      const cycle = startAtFirst(path.slice(seenAt));
      cycles.set(cycle.join(" "), cycle);
      return;
    }
    if (finished.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
    finished.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return [...cycles.values()];
}

function startAtFirst(cycle: string[]): string[] {
  const start = cycle.indexOf(cycle.toSorted()[0] ?? "");
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}
