const registry = Symbol.for("till-for-sezzle");

/**
 * Makes a thing once in a process and hands out the same one ever after. Next bundles modules apart for routes, pages and
 * start-up, so a plain module variable would exist three times.
 */
export function oncePerProcess<Value>(name: string, make: () => Value): Value {
  const holder = globalThis as { [registry]?: Map<string, unknown> };
  holder[registry] ??= new Map();
  const made = holder[registry];
  if (!made.has(name)) made.set(name, make());
  return made.get(name) as Value;
}
