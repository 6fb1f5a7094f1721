import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "../env.ts";
import { oncePerProcess } from "../once.ts";

/**
 * What session cookies are signed with: `AUTH_SECRET`, or in `local` mode a secret that is made once and kept beside the
 * database, readable by its owner alone.
 */
export function authSecret(): string {
  return oncePerProcess("auth secret", () => env().authSecret ?? localSecret(env().dataFolder));
}

function localSecret(folder: string): string {
  const file = join(folder, "auth-secret");
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    // Written whole under another name, then linked: of two processes that start at once, both read what the first one made.
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, randomBytes(32).toString("hex"), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  return readFileSync(file, "utf8");
}
