import type { NextConfig } from "next";
import { fixedHeaders } from "./lib/security-headers.ts";

const config: NextConfig = {
  // Native modules and libraries with their own worker or binary files stay outside the bundle.
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "pino"],
  poweredByHeader: false,
  reactStrictMode: true,
  headers: async () => [{ source: "/:path*", headers: fixedHeaders }],
  devIndicators: false,
  agentRules: false,
  // `npm test` checks the types; a shop's start does not wait for it.
  typescript: { ignoreBuildErrors: true },
};

export default config;
