import { randomBytes } from "node:crypto";
import type { NextConfig } from "next";
import { hintFrameworkScripts } from "./lib/compile-hints.ts";
import { fixedHeaders } from "./lib/security-headers.ts";

// Kept in the environment, so that every process of one build says the same.
process.env.TILL_BUILD ??= randomBytes(6).toString("hex");

const config: NextConfig = {
  compiler: {
    define: { TILL_BUILD: process.env.TILL_BUILD },
    runAfterProductionCompile: ({ distDir }) => hintFrameworkScripts(distDir),
  },
  // Native modules and libraries with their own worker or binary files stay outside the bundle.
  serverExternalPackages: ["better-sqlite3", "pg", "@node-rs/argon2", "pino"],
  poweredByHeader: false,
  // A page's title is in its reader's language, which takes a look at who reads. Next would send it after the page, and a page that is
  // loaded anew would be without one until then: for every browser the page waits for its title.
  htmlLimitedBots: /.*/,
  reactStrictMode: true,
  headers: async () => [{ source: "/:path*", headers: fixedHeaders }],
  devIndicators: false,
  agentRules: false,
  // `npm test` checks the types; a shop's start does not wait for it.
  typescript: { ignoreBuildErrors: true },
};

export default config;
