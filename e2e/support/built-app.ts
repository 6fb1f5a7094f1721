import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { HttpSender } from "./http-sender.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readJson = <Value>(file: string, folder = root) =>
  JSON.parse(readFileSync(join(folder, ".next", file), "utf8")) as Value;

/** Every address of the built app, as `/orders/[saleId]`, pages and routes apart. */
export function builtRoutes(): { pages: string[]; routes: string[] } {
  const manifest = readJson<Record<string, string>>("app-path-routes-manifest.json");
  const of = (kind: string) =>
    Object.entries(manifest).flatMap(([file, address]) => (file.endsWith(`/${kind}`) ? [address] : []));
  return { pages: of("page"), routes: of("route") };
}

type Manifest = { node: Record<string, { filename: string; exportedName: string }> };

/** The ids of the built app's server actions, by file and name: `app/till/actions.ts#startSale`. `folder`: where else it was built. */
export function builtActions(folder?: string): Map<string, string> {
  const { node } = readJson<Manifest>("server/server-reference-manifest.json", folder);
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => [`${filename}#${exportedName}`, id]),
  );
}

export type ActionAnswer = { status: number; ok: boolean; code: string | null; value: unknown };

/**
 * Calls a server action over HTTP, as a page does and as anybody may: with any input, cookies and origin. The answer is what the
 * action returned; `ok` is false and `code` null where it was not run at all.
 */
export async function callAction(
  sender: HttpSender,
  appUrl: string,
  actionId: string,
  input: object,
  headers: Record<string, string> = { origin: new URL(appUrl).origin },
  // A cookie that an action sets comes back only from a page of its own.
  page = "/sign-in",
): Promise<ActionAnswer> {
  const response = await sender.post(`${appUrl}${page}`, {
    headers: {
      "next-action": actionId,
      "content-type": "text/plain;charset=UTF-8",
      accept: "text/x-component",
      ...headers,
    },
    data: JSON.stringify([input]),
    maxRedirects: 0,
  });
  const row = /^1:(\{.*\})$/m.exec(await response.text())?.[1];
  const result = row
    ? (JSON.parse(row) as { ok?: boolean; value?: unknown; problem?: { code: string } })
    : {};
  return {
    status: response.status(),
    ok: result.ok ?? false,
    code: result.problem?.code ?? null,
    value: result.value,
  };
}
