import { dirname, isAbsolute, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readEnv } from "./env.ts";

const read = (source: Record<string, string>) => readEnv(source as NodeJS.ProcessEnv);

const keys = { SEZZLE_PUBLIC_KEY: "sz_pub_1", SEZZLE_PRIVATE_KEY: "sz_pr_1" };
const shop = { ...keys, AUTH_SECRET: "x".repeat(32), APP_URL: "https://till.example.com" };

function settings(source: Record<string, string>) {
  const result = read(source);
  if (!result.ok) throw new Error(result.problems.join("\n"));
  return result.env;
}

function problems(source: Record<string, string>): string[] {
  const result = read(source);
  return result.ok ? [] : result.problems;
}

test("with nothing set the till is local, with its own sandbox", () => {
  expect(settings({})).toEqual({
    mode: "local",
    port: 3000,
    appUrl: "http://localhost:3000",
    database: resolve("data/till.db"),
    dataFolder: resolve("data"),
    sandboxPort: 4010,
    startsSandbox: true,
    gatewayUrl: "http://localhost:4010",
    publicKey: "sz_pub_local",
    privateKey: "sz_pr_local",
    authSecret: null,
    trustedProxies: [],
    phoneFormat: "bare10",
    frenchCode: "fr-CA",
    logLevel: "info",
  });
});

test("an empty value counts as unset", () => {
  const names = [
    "PORT",
    "APP_URL",
    "DATABASE_URL",
    "SEZZLE_ENV",
    "SEZZLE_PUBLIC_KEY",
    "SEZZLE_PRIVATE_KEY",
    "SEZZLE_GATEWAY_URL",
    "SEZZLE_PHONE_FORMAT",
    "SEZZLE_FRENCH_CODE",
    "SANDBOX_PORT",
    "AUTH_SECRET",
    "LOG_LEVEL",
  ];
  expect(read(Object.fromEntries(names.map((name) => [name, ""])))).toEqual(read({}));
});

test("settings of other programs are left alone", () => {
  expect(read({ PATH: "/bin", NODE_ENV: "production" })).toEqual(read({}));
});

test.each([
  ["PORT", "http"],
  ["PORT", "-1"],
  ["PORT", "3000.5"],
  ["PORT", "65536"],
  ["PORT", " 3000"],
  ["SANDBOX_PORT", "70000"],
  ["APP_URL", "till.example.com"],
  ["APP_URL", "ftp://till.example.com"],
  ["APP_URL", "https://"],
  ["DATABASE_URL", "./data/till.db"],
  ["DATABASE_URL", "file:"],
  ["SEZZLE_ENV", "Production"],
  ["SEZZLE_ENV", "live"],
  ["SEZZLE_GATEWAY_URL", "localhost:4010"],
  ["SEZZLE_PHONE_FORMAT", "national"],
  ["SEZZLE_FRENCH_CODE", "fr-FR"],
  ["AUTH_SECRET", "x".repeat(31)],
  ["LOG_LEVEL", "loud"],
])("%s=%s stops the start with one line that names it", (name, value) => {
  const told = problems({ [name]: value });
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(new RegExp(`^${name} must [^\\n]+\\.$`));
  if (name === "AUTH_SECRET") expect(told[0]).not.toContain(value);
});

test("several wrong values are named at once, one line each", () => {
  const told = problems({ PORT: "http", LOG_LEVEL: "loud", APP_URL: "till" });
  expect(told.map((line) => line.split(" ")[0]).sort()).toEqual(["APP_URL", "LOG_LEVEL", "PORT"]);
});

describe.each(["sandbox", "production"])("SEZZLE_ENV=%s", (mode) => {
  test.each(["SEZZLE_PUBLIC_KEY", "SEZZLE_PRIVATE_KEY", "AUTH_SECRET", "APP_URL"])("needs %s", (name) => {
    for (const value of [undefined, ""]) {
      const { [name as keyof typeof shop]: _left, ...others } = shop;
      const told = problems({
        ...others,
        SEZZLE_ENV: mode,
        ...(value === undefined ? {} : { [name]: value }),
      });
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(new RegExp(`^${name} is missing: SEZZLE_ENV=${mode} [^\\n]+\\.$`));
    }
  });

  test("never starts the bundled sandbox", () => {
    const given = { ...shop, SEZZLE_ENV: mode };
    expect(settings(given).startsSandbox).toBe(false);
    expect(settings({ ...given, SEZZLE_GATEWAY_URL: "http://127.0.0.1:9" }).startsSandbox).toBe(false);
  });
});

test.each([
  ["sandbox", "https://sandbox.gateway.sezzle.com"],
  ["production", "https://gateway.sezzle.com"],
])("SEZZLE_ENV=%s talks to %s with the keys it was given", (mode, gatewayUrl) => {
  expect(settings({ ...shop, SEZZLE_ENV: mode })).toMatchObject({
    mode,
    gatewayUrl,
    publicKey: "sz_pub_1",
    privateKey: "sz_pr_1",
    authSecret: "x".repeat(32),
  });
});

test.each([[keys], [{ SEZZLE_PUBLIC_KEY: "sz_pub_1" }], [{ SEZZLE_PRIVATE_KEY: "sz_pr_1" }]])(
  "keys without SEZZLE_ENV are never taken for a demo: %o",
  (given) => {
    const told = problems(given);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^SEZZLE_ENV is missing: [^\n]+\.$/);
  },
);

test("keys are refused where the bundled sandbox would not take them", () => {
  expect(problems({ ...keys, SEZZLE_ENV: "local" })).toHaveLength(1);
});

test("SEZZLE_GATEWAY_URL wins, whatever SEZZLE_ENV says, and no sandbox is started beside it", () => {
  const SEZZLE_GATEWAY_URL = "http://127.0.0.1:4999/";
  for (const given of [{}, { ...keys, SEZZLE_ENV: "local" }, { ...shop, SEZZLE_ENV: "production" }]) {
    expect(settings({ ...given, SEZZLE_GATEWAY_URL })).toMatchObject({
      gatewayUrl: "http://127.0.0.1:4999",
      startsSandbox: false,
    });
  }
});

test("addresses end without a slash, so that paths can be put behind them", () => {
  expect(settings({ APP_URL: "https://till.example.com//" }).appUrl).toBe("https://till.example.com");
});

test("the ports lead to the addresses that follow from them", () => {
  expect(settings({ PORT: "8080", SANDBOX_PORT: "8081" })).toMatchObject({
    port: 8080,
    appUrl: "http://localhost:8080",
    sandboxPort: 8081,
    gatewayUrl: "http://localhost:8081",
  });
});

test.each([
  ["file:./shop.db", resolve("shop.db")],
  ["file:/var/till/shop.db", "/var/till/shop.db"],
  ["file:///var/till/shop.db", "/var/till/shop.db"],
])("DATABASE_URL=%s is the file %s", (url, file) => {
  const { database, dataFolder } = settings({ DATABASE_URL: url });
  expect(database).toBe(file);
  expect(isAbsolute(database)).toBe(true);
  expect(dataFolder).toBe(dirname(file));
});

test("a PostgreSQL database is an address, and what goes with it is kept under data", () => {
  const address = "postgres://till:secret@db.example.com:5433/till?sslmode=require";
  expect(settings({ DATABASE_URL: address })).toMatchObject({
    database: address,
    dataFolder: resolve("data"),
  });
  expect(problems({ DATABASE_URL: "postgres://till:secret@db.example.com:port/till" }).join("\n")).toMatch(
    /^DATABASE_URL (?!.*secret)/,
  );
});

test("no problem ever repeats a key or a secret", () => {
  const told = problems({ ...keys, AUTH_SECRET: "hunter2", SEZZLE_ENV: "live", PORT: "http" }).join("\n");
  expect(told).not.toMatch(/sz_pub_1|sz_pr_1|hunter2/);
});

test("the proxies that are believed are named by their addresses", () => {
  const named = read({ TRUSTED_PROXIES: "10.0.0.1, ::1" });
  expect(named).toMatchObject({ ok: true, env: { trustedProxies: ["10.0.0.1", "::1"] } });
  expect(read({ TRUSTED_PROXIES: "proxy.example" })).toEqual({
    ok: false,
    problems: ["TRUSTED_PROXIES must be IP addresses, separated by commas."],
  });
});
