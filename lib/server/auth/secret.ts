import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { env } from "../env.ts";
import { oncePerProcess } from "../once.ts";

/**
 * What session cookies are signed with: `AUTH_SECRET`, or in `local` mode a secret that is made once and kept beside the
 * database, readable by its owner alone.
 */
export function authSecret(): string {
  return oncePerProcess("auth secret", () => env().authSecret ?? localSecret(dirname(env().databaseFile)));
}

function localSecret(folder: string): string {
  const file = join(folder, "auth-secret");
  try {
    // "wx": of two processes that start at once, one writes it and the other reads what that one wrote.
    writeFileSync(file, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  return readFileSync(file, "utf8");
}
