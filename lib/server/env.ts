import { isIP } from "node:net";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { isPostgres } from "#db/address.ts";
import { oncePerProcess } from "./once.ts";

/** Which Sezzle this till talks to. `local` is the bundled sandbox. */
export type Mode = "local" | "sandbox" | "production";

/** The app's settings, checked. The one place where the environment is read. */
export type Env = {
  mode: Mode;
  /** Where the app listens. */
  port: number;
  /** The app's public address, without a slash at its end. */
  appUrl: string;
  /** The database: the absolute path of a SQLite file, or the address of a PostgreSQL database. */
  database: string;
  /** Where files are kept that go with the database, absolute. */
  dataFolder: string;
  sandboxPort: number;
  /** True when the bundled sandbox is the gateway and is to be started beside the app. */
  startsSandbox: boolean;
  /** The gateway's base address, without a slash at its end. */
  gatewayUrl: string;
  publicKey: string;
  privateKey: string;
  /** Signs session cookies; null in `local` mode when unset: one is made and kept beside the database. */
  authSecret: string | null;
  /** The proxies whose `x-forwarded-for` is believed. */
  trustedProxies: string[];
  /** How Sezzle is sent phone numbers and the French language; its documentation leaves both open. */
  phoneFormat: "bare10" | "e164";
  frenchCode: "fr" | "fr-CA";
  logLevel: string;
};

const gateways: Record<"sandbox" | "production", string> = {
  sandbox: "https://sandbox.gateway.sezzle.com",
  production: "https://gateway.sezzle.com",
};

const port = (fallback: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, "must be a port number")
    .transform(Number)
    .refine((value) => value > 0 && value <= 65_535, "must be a port number")
    .default(fallback);

const address = z
  .url({ protocol: /^https?$/, error: "must be an address that begins with http:// or https://" })
  .refine((value) => !/[?#]/.test(value), "must be an address without ? and #")
  .transform((value) => value.replace(/\/+$/, ""));

const key = z.string().trim().min(1, "is blank").optional();

const variables = z.object({
  PORT: port(3000),
  APP_URL: address.optional(),
  DATABASE_URL: z
    .string()
    .refine(
      (value) => /^file:.+/.test(value) || (isPostgres(value) && URL.canParse(value)),
      "must begin with file: or postgres://, as in file:./data/till.db",
    )
    .default("file:./data/till.db"),
  SEZZLE_ENV: z.enum(["local", "sandbox", "production"], "must be local, sandbox or production").optional(),
  SEZZLE_PUBLIC_KEY: key,
  SEZZLE_PRIVATE_KEY: key,
  SEZZLE_GATEWAY_URL: address.optional(),
  SEZZLE_PHONE_FORMAT: z.enum(["bare10", "e164"], "must be bare10 or e164").default("bare10"),
  SEZZLE_FRENCH_CODE: z.enum(["fr", "fr-CA"], "must be fr or fr-CA").default("fr-CA"),
  SANDBOX_PORT: port(4010),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((value) => value.split(",").map((it) => it.trim()))
    .refine((list) => list.every((it) => isIP(it) !== 0), "must be IP addresses, separated by commas")
    .default([]),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"], "must be debug, info, warn or error").default("info"),
});

/**
 * Checks the environment. Each problem is one line that names the variable at fault. Empty values count as unset.
 */
export function readEnv(
  source: NodeJS.ProcessEnv,
): { ok: true; env: Env } | { ok: false; problems: string[] } {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((it) => `${it.path.join(".")} ${it.message}.`) };
  }
  const it = parsed.data;
  const hasKeys = Boolean(it.SEZZLE_PUBLIC_KEY || it.SEZZLE_PRIVATE_KEY);
  const problems: string[] = [];
  if (hasKeys && !it.SEZZLE_ENV) {
    problems.push("SEZZLE_ENV is missing: keys are set, so say whether they are for sandbox or production.");
  }
  const mode = it.SEZZLE_ENV ?? "local";
  if (mode !== "local") {
    if (!it.SEZZLE_PUBLIC_KEY) problems.push(`SEZZLE_PUBLIC_KEY is missing: SEZZLE_ENV=${mode} needs it.`);
    if (!it.SEZZLE_PRIVATE_KEY) problems.push(`SEZZLE_PRIVATE_KEY is missing: SEZZLE_ENV=${mode} needs it.`);
    if (!it.AUTH_SECRET)
      problems.push(`AUTH_SECRET is missing: SEZZLE_ENV=${mode} needs it to sign sessions.`);
    if (!it.APP_URL) problems.push(`APP_URL is missing: SEZZLE_ENV=${mode} needs the till's public address.`);
  } else if (hasKeys && it.SEZZLE_ENV === "local" && !it.SEZZLE_GATEWAY_URL) {
    problems.push(
      "SEZZLE_PUBLIC_KEY is set, but SEZZLE_ENV=local uses the bundled sandbox and needs no keys.",
    );
  }
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    env: {
      mode,
      port: it.PORT,
      appUrl: it.APP_URL ?? `http://localhost:${it.PORT}`,
      ...databaseOf(it.DATABASE_URL),
      sandboxPort: it.SANDBOX_PORT,
      startsSandbox: mode === "local" && !it.SEZZLE_GATEWAY_URL,
      gatewayUrl:
        it.SEZZLE_GATEWAY_URL ?? (mode === "local" ? `http://localhost:${it.SANDBOX_PORT}` : gateways[mode]),
      publicKey: it.SEZZLE_PUBLIC_KEY ?? "sz_pub_local",
      privateKey: it.SEZZLE_PRIVATE_KEY ?? "sz_pr_local",
      authSecret: it.AUTH_SECRET ?? null,
      trustedProxies: it.TRUSTED_PROXIES,
      phoneFormat: it.SEZZLE_PHONE_FORMAT,
      frenchCode: it.SEZZLE_FRENCH_CODE,
      logLevel: it.LOG_LEVEL,
    },
  };
}

function databaseOf(url: string): Pick<Env, "database" | "dataFolder"> {
  if (isPostgres(url)) return { database: url, dataFolder: resolve("data") };
  const database = resolve(url.slice("file:".length));
  return { database, dataFolder: dirname(database) };
}

/** Whether this is `npm run dev`; false in every built app. */
export function isDevelopment(): boolean {
  return process.env.NODE_ENV !== "production";
}

/** The environment of this process, read and checked once. Throws one line a problem when it is wrong. */
export function env(): Env {
  return oncePerProcess("environment", () => {
    const read = readEnv(process.env);
    if (!read.ok) throw new Error(read.problems.join("\n"));
    // next-auth takes its own address from the environment and from nowhere else.
    process.env.NEXTAUTH_URL ??= read.env.appUrl;
    return read.env;
  });
}
