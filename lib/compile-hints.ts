import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Has V8 compile all functions of a file while it is still being loaded, beside the main thread. Without it a bundle's functions, each
 * within another, are read twice on the main thread: once to pass over them, once when they are called. Chrome 136 and newer heed it
 * (https://v8.dev/blog/explicit-compile-hints); to other browsers it is a comment.
 */
const hint = "//# allFunctionsCalledOnLoad\n";

/**
 * Puts the hint before the scripts that every page of a build loads: the framework, nearly all of which runs before the page can be
 * touched. What halves is how long scripts block a page (docs/counter.md). Throws when the folder holds no build.
 */
export async function hintFrameworkScripts(distDir: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(distDir, "build-manifest.json"), "utf8"));
  for (const name of manifest.rootMainFiles as string[]) {
    const file = join(distDir, name);
    const script = await readFile(file, "utf8");
    if (!script.startsWith(hint)) await writeFile(file, hint + script);
  }
}
